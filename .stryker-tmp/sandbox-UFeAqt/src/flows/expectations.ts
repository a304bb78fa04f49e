// @ts-nocheck
import { type ErrorPlace, errorPattern } from '../providers/error-case.ts';
import type { Profile } from '../providers/profile.ts';

/** What a script is told of the refusals that a provider is known for at some places, most specific first. */
export function knownErrors(profile: Profile, places: readonly ErrorPlace[]) {
  return Object.values(profile.errors)
    .filter((errorCase) => places.includes(errorCase.place))
    .flatMap((errorCase) => {
      const pattern = errorCase.text === undefined ? '' : errorPattern(errorCase);
      const { cause, remedy } = errorCase;
      return [errorCase.error, ...(errorCase.otherErrors ?? [])].map((error) => ({
        ...(error === undefined ? {} : { error }),
        ...(pattern === '' ? {} : { pattern }),
        cause,
        remedy,
      }));
    });
}
