// @ts-nocheck
import { type ErrorPlace, errorPattern } from '../providers/error-case.ts';
import type { Profile } from '../providers/profile.ts';

/** A refusal in words. */
export interface Explanation {
  /** What the server said, and why. */
  readonly reason: string;
  /** What to do. */
  readonly remedy: string;
}

/**
 * What a provider means by an error: looked up among its known cases, first by text and code, then by text, then by
 * code alone.
 *
 * @param otherwise what to do when the case is not known
 */
export function explainRefusal(
  profile: Pick<Profile, 'errors'>,
  places: readonly ErrorPlace[],
  given: { readonly error: string; readonly description: string },
  otherwise: string,
): Explanation {
  const [error, description] = [printable(given.error), printable(given.description)];
  const said = [error && `"${error}"`, description && `"${description}"`].filter(Boolean).join(': ');
  const cases = Object.values(profile.errors).filter(({ place }) => places.includes(place));
  const sameText = cases.filter((one) => new RegExp(errorPattern(one), 'i').test(description));
  const hasCode = (one: (typeof cases)[number]) =>
    error !== '' && (one.error === error || (one.otherErrors ?? []).includes(error));
  const found = sameText.find(hasCode) ?? sameText[0] ?? cases.find(hasCode);
  if (found === undefined) return { reason: said || 'nothing that explains itself', remedy: otherwise };
  return { reason: `${said}. ${found.cause}`, remedy: found.remedy };
}

/** What a server says is printed: control characters could move the cursor of a terminal, colour it, or turn words round. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
