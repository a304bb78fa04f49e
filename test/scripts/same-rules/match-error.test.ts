import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownErrors } from '../../../src/flows/expectations.ts';
import { type ErrorCase, type ErrorPlace, errorText } from '../../../src/providers/error-case.ts';
import { linkedin } from '../../../src/providers/linkedin.ts';
import { matchErrors } from '../../../src/providers/match-error.ts';
import { standardErrors } from '../../../src/providers/standard-errors.ts';

const PLACES: readonly ErrorPlace[] = [
  'authorization page',
  'authorization redirect',
  'login',
  'token',
  'introspection',
  'api',
];
const CASES: Readonly<Record<string, Readonly<Record<string, ErrorCase>>>> = {
  linkedin: linkedin.errors,
  'any server': standardErrors,
};

interface Response {
  readonly error: string;
  readonly words: string;
  readonly serviceErrorCode?: number;
}

const source = readFileSync(new URL('../../../scripts/explain.js', import.meta.url), 'utf8');

/** What the scripts say behind the quotation of an error response; empty where they know no case. */
function scriptSays(
  profile: string,
  place: ErrorPlace,
  { error, words, serviceErrorCode }: Response,
): string {
  const ERRORS = knownErrors({ errors: CASES[profile] } as never, PLACES);
  const explain = runInNewContext(`${source}; (...seen) => explain(errorsAt(['${place}']), ...seen)`, {
    ERRORS,
  });
  const said = [error && `"${error}"`, words && `"${words}"`].filter(Boolean).join(': ');
  return explain(error, words, serviceErrorCode).slice(said.length).replace(/^\. /, '');
}

/** What legwork says of the same. */
function legworkSays(profile: string, place: ErrorPlace, seen: Response): string {
  const cases = Object.entries(CASES[profile] ?? {}).filter(([, errorCase]) => errorCase.place === place);
  const [found] = matchErrors(Object.fromEntries(cases), { ...seen, places: [place] });
  return found === undefined ? '' : `${found.errorCase.cause} ${found.errorCase.remedy}`;
}

const values = {
  scope: 'r_x',
  parameter: 'code',
  client_id: 'x',
  response_type: 'token',
  operation: 'me',
  version: '1',
};
const everyCase = Object.values(CASES).flatMap((cases) => Object.values(cases));
const codes = [...new Set(everyCase.flatMap(({ error, otherErrors = [] }) => [error ?? '', ...otherErrors]))];
const texts = [
  ...new Set(
    everyCase
      .flatMap((one) => [errorText(one, values), ...(one.otherTexts ?? [])])
      .filter((text) => text !== ''),
  ),
];
const numbers = [...new Set(everyCase.map(({ serviceErrorCode }) => serviceErrorCode)), 1];

const responses = fc
  .record({
    error: fc.constantFrom(...codes, 'own_code', 'ACCESS_DENIED '),
    words: fc.oneof(
      fc.constantFrom('', 'Quite other words.', 'This application is blocked by its owner'),
      fc.constantFrom(...texts),
      fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...texts)).map((both) => both.join(' / ')),
    ),
    serviceErrorCode: fc.constantFrom(...numbers),
  })
  .map(
    ({ serviceErrorCode, ...rest }): Response => ({
      ...rest,
      ...(serviceErrorCode !== undefined && { serviceErrorCode }),
    }),
  );

describe('scripts and legwork find the same case', () => {
  test.each(Object.keys(CASES))('in each documented error response of %s', (profile) => {
    for (const errorCase of everyCase) {
      for (const place of PLACES) {
        const { error = '', serviceErrorCode } = errorCase;
        for (const words of [
          '',
          'Quite other words.',
          errorText(errorCase, values),
          ...(errorCase.otherTexts ?? []),
        ]) {
          const seen = { error, words, ...(serviceErrorCode !== undefined && { serviceErrorCode }) };
          expect(scriptSays(profile, place, seen), JSON.stringify([place, seen])).toBe(
            legworkSays(profile, place, seen),
          );
        }
      }
    }
  });

  test.each(Object.keys(CASES))('in some hundred made-up error responses to %s', (profile) => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), responses, (place, seen) => {
        expect(scriptSays(profile, place, seen)).toBe(legworkSays(profile, place, seen));
      }),
      { numRuns: 500 },
    );
  });
});

describe('which case an error response is', () => {
  const keys = (error: string, words: string, places: ErrorPlace[], serviceErrorCode?: number) =>
    matchErrors(linkedin.errors, {
      error,
      words,
      places,
      ...(serviceErrorCode !== undefined && { serviceErrorCode }),
    }).map(({ key }) => key);
  const standard = (error: string, words: string, places: ErrorPlace[]) =>
    matchErrors(standardErrors, { error, words, places }).map(({ key }) => key);

  test.each<[string, string[], string[]]>([
    [
      'a shared code with words that nobody knows',
      keys('access_denied', 'Blocked by its owner', ['token']),
      [],
    ],
    ['a shared code alone, where its case has a text', keys('access_denied', '', ['token']), []],
    ['a shared code of another endpoint', standard('access_denied', 'Blocked by its owner', ['token']), []],
    [
      'a shared code of this endpoint',
      standard('invalid_grant', 'Bad Request', ['token']),
      ['invalid_grant'],
    ],
    [
      'a shared code of which nobody knows the endpoint',
      standard('access_denied', '', []),
      ['access_denied'],
    ],
    ['a number alone', keys('', 'Quite other words', ['api'], 65600), ['invalid_access_token']],
    ['a number, elsewhere', keys('', '', ['token'], 65601), ['revoked_access_token']],
    [
      'a number with the code of another',
      keys('EXPIRED_ACCESS_TOKEN', '', ['api'], 65600),
      ['expired_access_token'],
    ],
    ['a code of its own', keys('user_cancelled_login', 'Quite other words', []), ['user_cancelled_login']],
    [
      'words with the code of another case',
      keys('invalid_grant', 'Unable to retrieve access token: authorization code not found', ['token']),
      ['code_not_found'],
    ],
    [
      'words without a code',
      keys('', 'The token used in the request has expired', []),
      ['expired_access_token'],
    ],
    ['nothing', keys('', '', []), []],
  ])('%s', (_what, found, wanted) => {
    expect(found).toEqual(wanted);
  });
});
