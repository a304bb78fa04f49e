import { escapedLine } from '../printable/escaped.ts';
import { type ErrorPlace, errorPattern } from '../providers/error-case.ts';
import type { Profile } from '../providers/profile.ts';
import { quotedWords } from '../redaction/quoted-words.ts';
import { createRedactor, type Redactor } from '../redaction/redactor.ts';

/** Characters of what a server says that are shown. */
const LONGEST = 500;

/** Characters of it that are compared with the known cases. */
const LONGEST_MATCHED = 5000;

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
 * @param redactor knows the secrets that the server may repeat
 */
export function explainRefusal(
  profile: Pick<Profile, 'errors'>,
  places: readonly ErrorPlace[],
  given: { readonly error: string; readonly description: string },
  otherwise: string,
  redactor: Redactor = createRedactor(),
): Explanation {
  const shown = (words: string) => escapedLine(quotedWords(words, redactor, LONGEST));
  const [error, description] = [shown(given.error), shown(given.description)];
  const said = [error && `"${error}"`, description && `"${description}"`].filter(Boolean).join(': ');
  const cases = Object.values(profile.errors).filter(({ place }) => places.includes(place));
  const sameText = cases.filter((one) =>
    new RegExp(errorPattern(one), 'i').test(given.description.slice(0, LONGEST_MATCHED)),
  );
  const hasCode = (one: (typeof cases)[number]) =>
    given.error !== '' && (one.error === given.error || (one.otherErrors ?? []).includes(given.error));
  const found = sameText.find(hasCode) ?? sameText[0] ?? cases.find(hasCode);
  if (found === undefined) return { reason: said || 'nothing that explains itself', remedy: otherwise };
  return { reason: `${said}. ${found.cause}`, remedy: found.remedy };
}
