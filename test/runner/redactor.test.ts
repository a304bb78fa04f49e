import { expect, test } from 'vitest';
import { createRedactor } from '../../src/runner/redactor.ts';

const NASTY = 'a+b/c=d%25e:f&g "h\' <i> \\ü';

function masked(text: string, secrets: Record<string, string> = { client_secret: NASTY }): string {
  const redactor = createRedactor();
  for (const [name, value] of Object.entries(secrets)) redactor.learn(name, value);
  return redactor.text(text);
}

const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (triplet) => triplet.toLowerCase());
const strict = encodeURIComponent(NASTY).replaceAll("'", '%27');
const form = new URLSearchParams({ x: NASTY }).toString().slice(2);

test.each([
  ['as it is', NASTY],
  ['percent-encoded', encodeURIComponent(NASTY)],
  ['percent-encoded strictly', strict],
  ['percent-encoded with lower-case digits', lower(strict)],
  ['encoded as a form', form],
  ['encoded as a form with lower-case digits', lower(form)],
  ['encoded by a URL', new URL(`http://h/?x=${NASTY.replace('&', '')}`).search.slice(3)],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(NASTY))],
  ['in JSON', JSON.stringify(NASTY).slice(1, -1)],
  ['in JSON in JSON', JSON.stringify(JSON.stringify(NASTY)).slice(3, -3)],
  ['in HTML', 'a+b/c=d%25e:f&amp;g &quot;h&#39; &lt;i&gt; \\ü'],
  ['in base64', Buffer.from(NASTY).toString('base64')],
  ['in base64url', Buffer.from(NASTY).toString('base64url')],
  ['in the credentials of HTTP Basic', Buffer.from(`user:${NASTY}`).toString('base64')],
  ['in form-encoded credentials of HTTP Basic', Buffer.from(`user:${form}`).toString('base64')],
])('a secret is masked %s', (how, text) => {
  const secret = how === 'encoded by a URL' ? NASTY.replace('&', '') : NASTY;
  expect(masked(`before ${text} after`, { client_secret: secret })).toBe('before ‹client_secret› after');
});

test('a secret that somebody cut off is masked as far as it goes', () => {
  const token = 'AQXdSP_W41_UPs5ioT_t8HESyODB4FqbkJ8LrV_5mff4gPODzOYR';
  expect(masked(`expected '${token.slice(0, 30)}…' to be a string`, { access_token: token })).toBe(
    "expected '‹access_token›…' to be a string",
  );
});

test('of two secrets that begin alike the right one is named', () => {
  const secrets = { first: 'eyJhbGciOiJSUzI1NiJ9.one', second: 'eyJhbGciOiJSUzI1NiJ9.two' };
  expect(masked('eyJhbGciOiJSUzI1NiJ9.two and eyJhbGciOiJSUzI1NiJ9.one', secrets)).toBe(
    '‹second› and ‹first›',
  );
});

test('a short secret is masked only as the whole value of a parameter', () => {
  expect(masked('http://h/?pin=ok&x=okay "pin": "ok" ok', { pin: 'ok' })).toBe(
    'http://h/?pin=‹pin›&x=okay "pin": "‹pin›" ok',
  );
});

test('codes, states and tokens in an address are masked even if nobody knew them', () => {
  expect(masked('http://h/cb?code=abc&state=s1&scope=openid#access_token=t', {})).toBe(
    'http://h/cb?code=‹code›&state=‹state›&scope=openid#access_token=‹access_token›',
  );
});

test.each([
  ['{"access_token":"abc","scope":"openid"}', '{"access_token":"‹access_token›","scope":"openid"}'],
  ["{ refresh_token: 'abc' }", "{ refresh_token: '‹refresh_token›' }"],
  ['{\\"password\\":\\"abc\\"}', '{\\"password\\":\\"‹password›\\"}'],
  ['{"code":"ACCESS_DENIED"}', '{"code":"ACCESS_DENIED"}'],
])('a token in %s is masked even if nobody knew it', (text, shown) => {
  expect(masked(text, {})).toBe(shown);
});

test('credentials of HTTP Basic are masked even if nobody knew them', () => {
  expect(masked(`Authorization: Basic ${btoa('a:b')}`, {})).toBe('Authorization: Basic ‹credentials›');
});

test('a variable without a value stays readable', () => {
  expect(masked('http://h/?code={{code}}', {})).toBe('http://h/?code={{code}}');
});

test('text without secrets is left alone', () => {
  const text =
    'GET http://127.0.0.1:3000/oauth/v2/authorization?response_type=code&scope=openid%20profile 302 Found';
  expect(masked(text)).toBe(text);
});
