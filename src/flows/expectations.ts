import { type ErrorPlace, errorPattern } from '../providers/error-case.ts';
import { isOwnCode } from '../providers/match-error.ts';
import type { Profile } from '../providers/profile.ts';
import type { KnownError } from './script-facts.ts';

/**
 * What the scripts of a collection know of the error cases that a provider is known for at some places, in the order of the profile.
 *
 * `alone` marks a code that needs no words to decide: see `providers/match-error.ts`, whose rule scripts/explain.js follows.
 */
export function knownErrors(profile: Profile, places: readonly ErrorPlace[]): KnownError[] {
  return Object.entries(profile.errors)
    .filter(([, errorCase]) => places.includes(errorCase.place))
    .flatMap(([key, errorCase]) => {
      const pattern = errorCase.text === undefined ? '' : errorPattern(errorCase);
      const { place, cause, remedy } = errorCase;
      return [errorCase.error, ...(errorCase.otherErrors ?? [])].map((error) => ({
        case: key,
        place,
        ...(error === undefined ? {} : { error }),
        ...(pattern === '' ? {} : { pattern }),
        ...(error !== undefined && (pattern === '' || isOwnCode(error)) ? { alone: true as const } : {}),
        ...(errorCase.serviceErrorCode === undefined ? {} : { number: errorCase.serviceErrorCode }),
        ...(errorCase.status === undefined
          ? {}
          : { statuses: [errorCase.status, ...(errorCase.otherStatuses ?? [])] }),
        cause,
        remedy,
      }));
    });
}
