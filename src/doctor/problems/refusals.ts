import type { ErrorCase } from '../../providers/error-case.ts';
import { type ErrorKey as OwnErrorKey, profiles } from '../../providers/profiles.ts';
import { standardErrors } from '../../providers/standard-errors.ts';
import type { ProblemEntry } from './entry.ts';

type Kebab<Text extends string> = Text extends `${infer Head}_${infer Rest}`
  ? `${Head}-${Kebab<Rest>}`
  : Text;

type ErrorKey = OwnErrorKey | keyof typeof standardErrors;

/** The code of a refusal: the name of its error case, with `rejected-` in front. */
export type RefusalCode = `rejected-${Kebab<ErrorKey>}`;

/** The code of an error case, by its name in a profile: `redirect_uri_mismatch`. */
export function refusalCode(key: string): RefusalCode {
  return `rejected-${key.replaceAll('_', '-')}` as RefusalCode;
}

const PLACES: Readonly<Record<ErrorCase['place'], string>> = {
  'authorization page': 'The authorization endpoint shows a page',
  'authorization redirect': 'The authorization endpoint sends the browser back',
  login: 'The login is refused',
  token: 'The token endpoint refuses',
  introspection: 'The introspection endpoint refuses',
  api: 'The API refuses',
};

const ownErrors: readonly Readonly<Record<string, ErrorCase>>[] = Object.values(profiles).map(
  ({ errors }) => errors,
);

/** The error cases of providers and of the RFCs, as problems. What a provider itself says of a case comes first. */
export const refusals = Object.fromEntries(
  [...new Set([...ownErrors, standardErrors].flatMap(Object.keys))].map((key) => [
    refusalCode(key),
    entryOf(
      ownErrors.find((errors) => Object.hasOwn(errors, key))?.[key],
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
