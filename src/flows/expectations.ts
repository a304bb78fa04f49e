import { type ErrorPlace, errorPattern } from '../providers/error-case.ts';
import { isOwnCode } from '../providers/match-error.ts';
import type { Profile } from '../providers/profile.ts';

/**
 * What a script is told of the error cases that a provider is known for at some places, in the order of the profile.
 *
 * `alone` marks a code that needs no words to decide: see `providers/match-error.ts`, whose rule scripts/explain.js follows.
 */
export function knownErrors(profile: Profile, places: readonly ErrorPlace[]) {
  return Object.values(profile.errors)
    .filter((errorCase) => places.includes(errorCase.place))
    .flatMap((errorCase) => {
      const pattern = errorCase.text === undefined ? '' : errorPattern(errorCase);
      const { cause, remedy } = errorCase;
      return [errorCase.error, ...(errorCase.otherErrors ?? [])].map((error) => ({
        ...(error === undefined ? {} : { error }),
        ...(pattern === '' ? {} : { pattern }),
        ...(error !== undefined && (pattern === '' || isOwnCode(error)) ? { alone: true } : {}),
        ...(errorCase.serviceErrorCode === undefined ? {} : { number: errorCase.serviceErrorCode }),
        cause,
        remedy,
      }));
    });
}
