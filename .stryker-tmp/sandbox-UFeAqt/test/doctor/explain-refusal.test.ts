// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { explainRefusal, shortDiagnosis } from '../../src/doctor/explain-refusal.ts';
import { refusalCode } from '../../src/doctor/problems/refusals.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { scenes } from '../emulator/error-scenes.ts';
import { play } from '../emulator/play.ts';

describe('each refusal of the emulator is diagnosed to its cause', () => {
  test.each(Object.entries(scenes))('%s', async (name, scene) => {
    const [response] = await scene(play());
    const { problems } = explainRefusal(
      {
        status: response.status,
        body: await response.text(),
        location: response.headers.get('location') ?? '',
      },
      linkedin,
    );
    expect(problems.map(({ code }) => code)).toContain(refusalCode(name));
    // Cases with the same text differ in their place or are causes of each other: the first one has that text, too.
    const { error } = linkedin.errors[name as keyof typeof linkedin.errors] as { error?: string };
    expect(problems[0]?.title).toContain(error ?? '');
  });
});

test('what a run has seen of a page, and the redirect_uri that it sent, make one diagnosis', () => {
  const diagnosis = explainRefusal(
    {
      status: 401,
      body: 'Bummer, something went wrong. The redirect_uri does not match the registered value',
      redirectUri: 'http://localhost:3000/callback#',
    },
    linkedin,
  );
  expect(diagnosis.problems.map(({ code }) => code)).toEqual(['refused-redirect-uri-mismatch', 'fragment']);
  expect(diagnosis.problems[0]?.evidence).toContain('sent        http://localhost:3000/callback#');
  expect(
    shortDiagnosis(diagnosis),
  ).toBe(`Diagnosis: The authorization endpoint shows a page: The redirect_uri does not
match the registered value.
  The redirect_uri of the request is not one of those registered for the
  application, character by character.
  What to do: Open the application in the developer portal, tab "Auth", and
  register exactly the redirect_uri that was sent, or send exactly one that is
  registered. Scheme, host, port, path and a trailing slash all count;
  "localhost" is not "127.0.0.1".
  More: docs/problems/refused-redirect-uri-mismatch.md
`);
});

test('error and description that a script has read already are enough', () => {
  const { problems } = explainRefusal(
    {
      status: 400,
      error: 'invalid_request',
      description: 'Unable to retrieve access token: authorization code not found',
    },
    linkedin,
  );
  expect(problems[0]?.code).toBe('refused-code-not-found');
});

test('the five causes of a code that does not match are all walked through', () => {
  const description = linkedin.errors.code_mismatch.text;
  const { problems } = explainRefusal({ error: 'invalid_redirect_uri', description }, linkedin);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.causes).toHaveLength(5);
  expect(shortDiagnosis({ problems } as never)).toContain('5) The code_verifier does not fit');
});

test('an answer that is no refusal has no diagnosis', () => {
  const diagnosis = explainRefusal(
    { status: 200, body: '{"access_token":"x"}', location: 'https://a.example/next' },
    linkedin,
  );
  expect(diagnosis.problems).toEqual([]);
  expect(shortDiagnosis(diagnosis)).toBe('');
});

test.each([
  ['r_liteprofile', ['refused-unauthorized-scope', 'retired-scope'], 'Ask for "openid profile" instead'],
  ['w_member_social', ['refused-unauthorized-scope'], 'product Share on LinkedIn'],
  ['opneid', ['refused-unauthorized-scope', 'unknown-scope'], 'Did you mean "openid"?'],
])('a refused scope is told what grants it: %s', (scope, codes, words) => {
  const location = `https://a.example/cb?error=unauthorized_scope_error&error_description=Scope+%26quot%3B${scope}%26quot%3B+is+not+authorized+for+your+application`;
  const { problems } = explainRefusal({ status: 303, location }, linkedin);
  expect(problems.map(({ code }) => code)).toEqual(codes);
  expect(JSON.stringify(problems)).toContain(words.replaceAll('"', '\\"'));
});
