import { expect, test } from 'vitest';
import { masked } from '../../src/doctor/mask.ts';
import { main } from '../../src/main.ts';
import { testIo } from '../support/io.ts';

const TOKEN = 'f3Kq8ZxT0pLmW7dR2vNy';

async function doctor(subject: readonly string[], input: string, env: Record<string, string> = {}) {
  let shown = '';
  const write = (text: unknown) => {
    shown += String(text);
  };
  const stdin = { isTerminal: false, read: async () => new TextEncoder().encode(input) };
  await main(['doctor', ...subject], { ...testIo(), out: write, err: write, env, stdin }, '0');
  return shown;
}

test.each([
  ['in the code of the error', `{"error":"${TOKEN}","error_description":"no"}`],
  ['in the description', `{"error":"invalid_request","error_description":"The code ${TOKEN} is unknown"}`],
  ['behind its name', `{"error":"access_token=x7Q9","error_description":"secret: 'x7Q9'"}`],
  [
    'in the title of a page',
    `<html><title>Error ${TOKEN}</title><p>Bummer, something went wrong. ${TOKEN}</p></html>`,
  ],
  ['in a header', `HTTP/1.1 400 Bad\r\nSet-Cookie: sid=${TOKEN}\r\n\r\n{"error":"invalid_grant"}`],
])('doctor error shows no token %s', async (_, answer) => {
  for (const json of [[], ['--json']]) {
    const shown = await doctor(['error', '-', ...json], answer);
    expect(shown).not.toMatch(/f3Kq|x7Q9/);
    expect(shown.length).toBeGreaterThan(100);
  }
});

test.each([
  ['session_code', TOKEN],
  ['client_assertion', 'x7Q9'],
  ['flowToken', 'x7Q9'],
  ['execution', 'x7Q9'],
  ['state', 'x7Q9'],
])('doctor url shows no value of %s', async (name, value) => {
  const shown = await doctor(
    ['url', '-'],
    `https://as.example/authorize?response_type=code&client_id=86abc&${name}=${value}`,
  );
  expect(shown).not.toMatch(/f3Kq|x7Q9/);
  expect(shown).toContain('86abc');
});

test('the doctor masks what the settings call a secret, wherever it stands', async () => {
  const env = { LINKEDIN_CLIENT_SECRET: 'correct horse battery', LINKEDIN_PASSWORD: 'swordfish' };
  const shown = await doctor(
    ['error', '-'],
    '{"error":"x","error_description":"Correct%20horse%20battery and swordfish"}',
    env,
  );
  expect(shown).not.toMatch(/horse|swordfish/i);
  const uri = await doctor(
    ['redirect-uri', '--requested', 'http://localhost/cb?x=swordfish', '--registered', 'http://localhost/cb'],
    '',
    env,
  );
  expect(uri).not.toContain('swordfish');
});

test('only of a callback without an error is it said that its code is to be exchanged', async () => {
  const callback = 'http://localhost:3000/callback?code=f3Kq8ZxT0pLmW7dR2vNy&state=s';
  expect(await doctor(['url', '-'], callback)).toContain('Exchange the code once');
  for (const error of ['access_denied', 'user_cancelled_login', 'server_error']) {
    const shown = await doctor(['url', '-'], `${callback}&error=${error}`);
    expect(shown).toContain(error);
    expect(shown).not.toMatch(/exchange it now|exchange the code/i);
    const without = await doctor(['url', '-'], `http://localhost:3000/callback?error=${error}&state=s`);
    expect(without).not.toMatch(/exchange it now|exchange the code/i);
  }
});

test('a redirect_uri is shown as it is, with parameters that no list has', async () => {
  const shown = await doctor(
    [
      'redirect-uri',
      '--requested',
      'http://localhost/cb?tab=1',
      '--registered',
      'http://localhost/cb/?tab=1',
    ],
    '',
  );
  expect(shown).toContain('http://localhost/cb?tab=1');
  expect(shown).toContain('http://localhost/cb/?tab=1');
});

test('of a secret the beginning is shown from 24 characters on, and never more than three of them', () => {
  for (let length = 1; length <= 40; length += 1) {
    const value = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'.slice(0, length);
    expect(masked(value)).toBe(`${length >= 24 ? 'abc' : ''}*** (${length} characters)`);
  }
});
