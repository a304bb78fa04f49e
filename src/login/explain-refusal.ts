import { escapedLine } from '../printable/escaped.ts';
import type { ErrorPlace } from '../providers/error-case.ts';
import { lookUpError } from '../providers/match-error.ts';
import type { Profile } from '../providers/profile.ts';
import { quotedWords } from '../redaction/quoted-words.ts';
import { createRedactor, type Redactor } from '../redaction/redactor.ts';

/** Characters of what a server says that are shown. */
const LONGEST = 500;

/** Characters of it that are compared with the known cases. */
const LONGEST_MATCHED = 5000;

/** An error response in words. */
export interface Explanation {
  /** What the server said, and why. */
  readonly reason: string;
  /** What to do. */
  readonly remedy: string;
}

/**
 * What a provider means by an error: its known case, or that of the RFCs.
 *
 * @param places where the error response came from
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
  const { error: code, description: words } = given;
  const [found] = lookUpError(profile, { error: code, words: words.slice(0, LONGEST_MATCHED), places });
  if (found === undefined) return { reason: said || 'no explanation', remedy: otherwise };
  return { reason: `${said}. ${found.errorCase.cause}`, remedy: found.errorCase.remedy };
}
