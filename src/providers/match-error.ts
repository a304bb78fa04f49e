import { isSharedErrorCode } from '../oauth/error-codes.ts';
import { type ErrorCase, type ErrorPlace, errorPattern } from './error-case.ts';
import type { Profile } from './profile.ts';
import { standardErrors } from './standard-errors.ts';

/** What is known of an error response when its case is looked for. */
export interface SeenError {
  /** `error` of OAuth, or `code` of an API; empty or left out where none is named. */
  readonly error?: string;
  /** A provider's own number for an API error. */
  readonly serviceErrorCode?: number;
  /** Everything that it says in words. */
  readonly words: string;
  /** Where it may come from, most likely first; empty where nobody knows. */
  readonly places: readonly ErrorPlace[];
}

/** An error case that fits an error response, by its name in the profile. */
export interface MatchingCase {
  readonly key: string;
  readonly errorCase: ErrorCase;
  /** What decided. */
  readonly by: 'words' | 'number' | 'own code' | 'shared code';
}

type Cases = Readonly<Record<string, ErrorCase>>;

/**
 * Which known cases an error response may be, most likely first. The rule that `scripts/explain.js` follows, too:
 *
 * 1. Words beat codes: a case whose text is there fits, best with its code and at its place.
 * 2. A provider's own number or code decides by itself.
 * 3. A code that every server may send (`invalid_request`) decides alone only where the case has no text of its own,
 *    and only for the endpoint that was asked.
 */
export function matchErrors(cases: Cases, seen: SeenError): MatchingCase[] {
  for (const [by, fits] of RULES) {
    const found = Object.entries(cases)
      .filter(([, errorCase]) => fits(errorCase, seen))
      .map(([key, errorCase]) => ({ key, errorCase, by }));
    if (found.length > 0) return ranked(found, seen);
  }
  return [];
}

/** In the order in which they decide. */
const RULES: readonly (readonly [MatchingCase['by'], (errorCase: ErrorCase, seen: SeenError) => boolean])[] =
  [
    ['words', saysItsText],
    ['number', hasItsNumber],
    ['own code', hasItsOwnCode],
    ['shared code', hasItsSharedCode],
  ];

/** The cases of a provider that fit, and where there is none those of the RFCs. */
export function lookUpError(profile: Pick<Profile, 'errors'>, seen: SeenError): MatchingCase[] {
  const own = matchErrors(profile.errors, seen);
  return own.length > 0 ? own : matchErrors(standardErrors, seen);
}

/** Whether a code names a case without any words: no specification shares it among servers. */
export function isOwnCode(code: string): boolean {
  return code !== '' && !isSharedErrorCode(code);
}

function saysItsText(errorCase: ErrorCase, { words }: SeenError): boolean {
  return new RegExp(errorPattern(errorCase), 'i').test(words);
}

function hasItsNumber({ serviceErrorCode, error }: ErrorCase, seen: SeenError): boolean {
  if (serviceErrorCode === undefined || serviceErrorCode !== seen.serviceErrorCode) return false;
  return error === undefined || !seen.error || error === seen.error;
}

function hasItsOwnCode(errorCase: ErrorCase, { error = '' }: SeenError): boolean {
  return isOwnCode(error) && codesOf(errorCase).includes(error);
}

function hasItsSharedCode(errorCase: ErrorCase, { error = '', places }: SeenError): boolean {
  return (
    errorCase.text === undefined &&
    codesOf(errorCase).includes(error) &&
    (places.length === 0 || places.includes(errorCase.place))
  );
}

function codesOf({ error, otherErrors = [] }: ErrorCase): readonly string[] {
  return error === undefined ? otherErrors : [error, ...otherErrors];
}

/** With its code first, then at its place; otherwise in the order of the profile. */
function ranked(cases: readonly MatchingCase[], { error = '', places }: SeenError): MatchingCase[] {
  const score = ({ errorCase }: MatchingCase) =>
    (codesOf(errorCase).includes(error) ? 4 : 0) +
    (places.includes(errorCase.place) ? 2 : 0) +
    (places[0] === errorCase.place ? 1 : 0);
  return [...cases].sort((one, other) => score(other) - score(one));
}
