// @ts-nocheck
import type { ErrorCase } from '../../providers/error-case.ts';
import { linkedin } from '../../providers/linkedin.ts';
import { standardErrors } from '../../providers/standard-errors.ts';
import type { ProblemEntry } from './entry.ts';

type Kebab<Text extends string> = Text extends `${infer Head}_${infer Rest}`
  ? `${Head}-${Kebab<Rest>}`
  : Text;

type ErrorKey = keyof typeof linkedin.errors | keyof typeof standardErrors;

/** The code of a refusal: the name of its error case, with `refused-` in front. */
export type RefusalCode = `refused-${Kebab<ErrorKey>}`;

/** The code of an error case, by its name in a profile: `redirect_uri_mismatch`. */
export function refusalCode(key: string): RefusalCode {
  return `refused-${key.replaceAll('_', '-')}` as RefusalCode;
}

const PLACES: Readonly<Record<ErrorCase['place'], string>> = {
  'authorization page': 'The authorization endpoint shows a page',
  'authorization redirect': 'The authorization endpoint sends the browser back',
  login: 'The login is refused',
  token: 'The token endpoint refuses',
  introspection: 'The introspection endpoint refuses',
  api: 'The API refuses',
};

/** The refusals of LinkedIn and of the RFCs, as problems. What the provider itself says of a case comes first. */
export const refusals = Object.fromEntries(
  [...new Set([...Object.keys(linkedin.errors), ...Object.keys(standardErrors)])].map((key) => [
    refusalCode(key),
    entryOf(
      (linkedin.errors as Record<string, ErrorCase>)[key],
      (standardErrors as Record<string, ErrorCase>)[key],
    ),
  ]),
) as Record<RefusalCode, ProblemEntry>;

function entryOf(own: ErrorCase | undefined, standard: ErrorCase | undefined): ProblemEntry {
  const errorCase = own ?? standard;
  if (errorCase === undefined) throw new TypeError('A refusal has at least one error case.');
  return { title: refusalTitle(errorCase), explanation: errorCase.cause, remedy: errorCase.remedy };
}

/** Where a case shows itself, and in which words: `The token endpoint refuses: invalid_grant`. */
export function refusalTitle({ place, error, text }: ErrorCase): string {
  const quotable = text
    ?.replaceAll('&quot;', '"')
    .replace(/\{(\w+)\}/g, '…')
    .replace(/\.$/, '');
  const words = [error, quotable].filter((word) => word !== undefined).join(': ');
  return words === '' ? `${PLACES[place]} with a refusal` : `${PLACES[place]}: ${words}`;
}
