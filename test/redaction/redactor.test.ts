import { expect, test } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';

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
  expect(masked(`before ${text} after`, { client_secret: secret })).toBe('before ‹client_secret·1› after');
});

test('a secret that somebody cut off is masked as far as it goes', () => {
  const token = 'AQXdSP_W41_UPs5ioT_t8HESyODB4FqbkJ8LrV_5mff4gPODzOYR';
  expect(masked(`expected '${token.slice(0, 30)}…' to be a string`, { access_token: token })).toBe(
    "expected '‹access_token·1›…' to be a string",
  );
});

test('of two secrets that begin alike the right one is named', () => {
  const secrets = { first: 'eyJhbGciOiJSUzI1NiJ9.one', second: 'eyJhbGciOiJSUzI1NiJ9.two' };
  expect(masked('eyJhbGciOiJSUzI1NiJ9.two and eyJhbGciOiJSUzI1NiJ9.one', secrets)).toBe(
    '‹second·1› and ‹first·1›',
  );
});

test('a short secret is masked only as the whole value of a parameter', () => {
  expect(masked('http://h/?pin=ok x=okay "pin": "ok" ok', { pin: 'ok' })).toBe(
    'http://h/?pin=‹pin·1› x=okay "pin": "‹pin·1›" ok',
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

test('values of the same name are told apart by their numbers, everywhere alike', () => {
  const redactor = createRedactor();
  redactor.learn('access_token', 'the-first-token-of-them');
  redactor.learn('access_token', 'another-token-that-is-longer');
  expect(redactor.text('another-token-that-is-longer, the-first-token-of-them')).toBe(
    '‹access_token·2›, ‹access_token·1›',
  );
  expect(redactor.field('Authorization', 'Bearer the-first-token-of-them')).toBe('Bearer ‹access_token·1›');
});

test.each([
  ['as a list of bytes', JSON.stringify([...Buffer.from(NASTY)])],
  ['as a buffer in JSON', JSON.stringify(Buffer.from(NASTY))],
  ['as a printed buffer', `<Buffer ${Buffer.from(NASTY).toString('hex').replace(/..\B/g, '$& ')}>`],
  ['in hexadecimal', Buffer.from(NASTY).toString('hex')],
  ['as UTF-8 read as Latin-1', Buffer.from(NASTY).toString('latin1')],
  ['in HTML with numbers', [...NASTY].map((c) => `&#${c.codePointAt(0)};`).join('')],
  [
    'in HTML with hexadecimal numbers',
    [...NASTY].map((c) => `&#x${c.codePointAt(0)?.toString(16)};`).join(''),
  ],
  [
    'with every character percent-encoded',
    [...Buffer.from(NASTY)].map((b) => `%${b.toString(16).padStart(2, '0')}`).join(''),
  ],
  [
    'in HTML with names',
    NASTY.replaceAll('&', '&amp;')
      .replaceAll('+', '&plus;')
      .replaceAll('/', '&sol;')
      .replaceAll('=', '&equals;')
      .replaceAll(' ', '&nbsp;'),
  ],
  ['percent-encoded in JSON in HTML', JSON.stringify(encodeURIComponent(NASTY)).replaceAll('"', '&quot;')],
  ['in base64 that is percent-encoded', encodeURIComponent(Buffer.from(`${NASTY}??>`).toString('base64'))],
  ['in base64 of JSON in base64', btoa(btoa(JSON.stringify({ x: 'y', secret: encodeURIComponent(NASTY) })))],
])('nothing is left of a secret %s', (_, text) => {
  const shown = masked(`before ${text} after`);
  expect(shown).toContain('‹client_secret·1›');
  expect(shown.replace(/^before ["[{<]?|["}\]>]* after$/g, '').length).toBeLessThan(75);
});

test.each([0, 1, 2])('a secret in base64 is masked at alignment %i', (before) => {
  const token = 'AQXdSP_W41_UPs5ioT_t8HESyODB4FqbkJ8LrV_5mff4gPODzOYR';
  const text = Buffer.from(`${'x'.repeat(before)}${token} and more`).toString('base64url');
  expect(masked(`Basic ${text}`, { access_token: token })).toBe('Basic ‹access_token·1›');
});

test('a secret inside the claims of a JSON Web Token is masked', () => {
  const claims = Buffer.from(JSON.stringify({ sub: 'a', nonce: 'nonce-that-nobody-knows' })).toString(
    'base64url',
  );
  expect(masked(`eyJhbGciOiJub25lIn0.${claims}.c2ln`, { nonce: 'nonce-that-nobody-knows' })).toBe(
    'eyJhbGciOiJub25lIn0.‹nonce·1›.c2ln',
  );
});

test('a token that is split over two headers is masked in both', () => {
  const token = 'AQXdSP_W41_UPs5ioT_t8HESyODB4FqbkJ8LrV_5mff4gPODzOYR';
  const text = `Cookie: chunk-0=${token.slice(0, 27)}\nCookie: chunk-1=${token.slice(27)}`;
  expect(masked(text, { access_token: token })).toBe(
    'Cookie: chunk-0=‹access_token·1›\nCookie: chunk-1=‹access_token·1›',
  );
});

test('a secret that is a common word does not shred the text', () => {
  const text = 'POST /oauth/v2/authorization?scope=openid the linkedin profile; a profiler is no profile';
  expect(masked(text, { password: 'linkedin', username: 'openid', client_secret: 'authorization' })).toBe(
    text,
  );
  expect(masked('session_password=linkedin x=linkedin', { password: 'linkedin' })).toBe(
    'session_password=‹password·1› x=linkedin',
  );
  expect(masked('a profilers swordfishing swordfish', { password: 'swordfish' })).toBe(
    'a profilers ‹password·1›ing ‹password·1›',
  );
});

test('an address that a cookie holds is masked as a whole and takes no other address along', () => {
  const address = 'https://www.linkedin.com/oauth/v2/login-success?app_id=1';
  expect(
    masked(`${address} https://www.linkedin.com/oauth/v2/authorization`, { 'cookie back': address }),
  ).toBe('‹cookie back·1› https://www.linkedin.com/oauth/v2/authorization');
});

test('a field is masked by its name alone, and a short secret where it is the whole value', () => {
  const redactor = createRedactor();
  redactor.learn('pin', 'ab12');
  expect(redactor.field('password', 'abc')).toBe('‹password›');
  expect(redactor.field('x', 'ab12')).toBe('‹pin·1›');
  expect(redactor.field('x', 'ab123')).toBe('ab123');
  expect(redactor.field('code', '{{code}}')).toBe('{{code}}');
});
