import { describe, expect, test } from 'vitest';
import { refusalCode } from '../../src/doctor/problems/refusals.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { scenes } from '../emulator/error-scenes.ts';
import { play } from '../emulator/play.ts';
import { askDoctor, asText } from '../support/ask-doctor.ts';

const LINKEDIN = ['--provider', 'linkedin'];

describe('each error response of the emulator is diagnosed to its cause by the command', () => {
  test.each(Object.entries(scenes))('%s', async (name, scene) => {
    const [response] = await scene(play());
    const { problems, provider } = await askDoctor(await asText(response), LINKEDIN);
    expect(provider).toBe('linkedin');
    expect(problems.map(({ code }) => code)).toContain(refusalCode(name));
    // Cases with the same text differ in their place or are causes of each other: the first one has that text, too.
    const { error } = linkedin.errors[name as keyof typeof linkedin.errors] as { error?: string };
    expect(problems[0]?.title).toContain(error ?? '');
  });
});

test('the five causes of a code that does not match are all walked through', async () => {
  const error_description = linkedin.errors.code_mismatch.text;
  const { problems } = await askDoctor(JSON.stringify({ error: 'invalid_redirect_uri', error_description }));
  expect(problems.map(({ code }) => code)).toEqual(['rejected-code-mismatch']);
  expect(problems[0]?.causes).toHaveLength(5);
});

test('a response that is no error has no diagnosis', async () => {
  expect((await askDoctor('{"access_token":"x"}')).problems).toEqual([]);
  expect((await askDoctor('HTTP/1.1 200 OK\n\n{"active":true}')).problems).toEqual([]);
});

test.each([
  ['r_liteprofile', ['rejected-unauthorized-scope', 'retired-scope'], 'Ask for "openid profile" instead'],
  ['w_member_social', ['rejected-unauthorized-scope'], 'product Share on LinkedIn'],
  ['opneid', ['rejected-unauthorized-scope', 'unknown-scope'], 'Did you mean "openid"?'],
])('a rejected scope is told what grants it: %s', async (scope, codes, words) => {
  const location = `https://a.example/cb?error=unauthorized_scope_error&error_description=Scope+%26quot%3B${scope}%26quot%3B+is+not+authorized+for+your+application`;
  const { problems, provider } = await askDoctor(`HTTP/1.1 303 See Other\nlocation: ${location}\n\n`);
  expect(provider).toBe('linkedin');
  expect(problems.map(({ code }) => code)).toEqual(codes);
  expect(JSON.stringify(problems)).toContain(words.replaceAll('"', '\\"'));
});

test('a code that every server may send tells nothing with words that nobody knows', async () => {
  const { problems, provider } = await askDoctor(
    '{"error":"access_denied","error_description":"This application is blocked by its owner"}',
    LINKEDIN,
  );
  expect([provider, problems.map(({ code }) => code)]).toEqual(['linkedin', ['unknown-refusal']]);
});

test('a title quotes only what is there', async () => {
  const byNumber = await askDoctor(
    '{"serviceErrorCode":65600,"status":401,"message":"Quite other words"}',
    LINKEDIN,
  );
  expect(byNumber.problems[0]).toMatchObject({
    code: 'rejected-invalid-access-token',
    title: 'The API refuses with a refusal',
  });
  const { problems } = await askDoctor(
    'invalid redirect_uri. This value must match a URL registered with the API Key.',
  );
  expect(problems[0]?.title).toContain('This value must match a URL registered with the API Key');
  expect(problems[0]?.title).not.toContain('does not match the registered value');
});
