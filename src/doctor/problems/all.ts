import { answerProblems } from './answer.ts';
import { type CauseCode, causeProblems } from './by-cause.ts';
import { collectionProblems } from './collection.ts';
import type { ProblemEntry } from './entry.ts';
import { pasteProblems } from './paste.ts';
import { probeProblems } from './probe.ts';
import { redirectUriProblems } from './redirect-uri.ts';
import { type RefusalCode, refusals } from './refusals.ts';
import { setUpProblems } from './set-up.ts';
import { tokenProblems } from './token.ts';
import { urlProblems } from './url.ts';

const own = {
  ...redirectUriProblems,
  ...pasteProblems,
  ...urlProblems,
  ...answerProblems,
  ...probeProblems,
  ...collectionProblems,
  ...setUpProblems,
  ...tokenProblems,
} as const;

/** Problems that the doctor finds by a check of its own. */
export type CheckedCode = keyof typeof own;

/** Everything that the doctor can name. Codes are stable: programs and links may rely on them. */
export type ProblemCode = CheckedCode | RefusalCode | CauseCode;

/** All problems, by their codes. */
export const problems: Readonly<Record<ProblemCode, ProblemEntry>> = {
  ...own,
  ...refusals,
  ...causeProblems,
};

/** Where the page on a problem is, from the root of this package. */
export function problemPage(code: ProblemCode): string {
  return `docs/problems/${code}.md`;
}
