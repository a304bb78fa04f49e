import { expect, test } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';

const SECRET = 'Zk7-qP2!vR9_xT4+mW6';
const GUID = '6F9619FF-8B86-D011-B42D-00C04FC964FF';
const TOKEN = 'AQXdSP_W41_UPs5ioT_t8HESyODB4FqbkJ8LrV_5mff4gPODzOYR';

function masked(text: string, secret = SECRET): string {
  const redactor = createRedactor();
  redactor.learn('client_secret', secret);
  return redactor.text(text);
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const times = (count: number, encode: (text: string) => string, text: string) =>
  Array.from({ length: count }).reduce<string>(encode, text);
const base32 = (text: string) => {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
};
const everyByte = (text: string, mark: string) =>
  [...Buffer.from(text)].map((byte) => mark + byte.toString(16).toUpperCase().padStart(2, '0')).join('');
const entities = (text: string) =>
  text.replace(
    /[-!_+]/g,
    (mark) => ({ '-': '&#45', '!': '&excl;', _: '&lowbar;', '+': '&plus;' })[mark] ?? '',
  );

test.each<[string, string, string?]>([
  ['in capital letters', SECRET.toUpperCase()],
  ['in small letters', SECRET.toLowerCase()],
  ['as a GUID in small letters', GUID.toLowerCase(), GUID],
  ['as a GUID without dashes', GUID.replaceAll('-', ''), GUID],
  ['as a GUID with dashes that were not there', GUID, GUID.replaceAll('-', '')],
  ['with letters and marks apart', 'pässwörd-42'.normalize('NFD'), 'pässwörd-42'],
  ['in capital letters with marks', 'PÄSSWÖRD-42', 'pässwörd-42'],
  ['with named and unfinished entities', entities(SECRET)],
  ['with entities for letters with marks', 'p&auml;ssw&ouml;rd-42', 'pässwörd-42'],
  ['as %uXXXX', SECRET.replace(/[^\w]/g, (c) => `%u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)],
  ['in base32', base32(SECRET)],
  ['in base32 in small letters', base32(`id:${SECRET}`).toLowerCase()],
  ['in base64 of UTF-16', Buffer.from(SECRET, 'utf16le').toString('base64')],
  [
    'in base64 of UTF-16 with letters of other countries',
    Buffer.from('pässwörd-42', 'utf16le').toString('base64'),
    'pässwörd-42',
  ],
  ['in hexadecimal of UTF-16', Buffer.from(SECRET, 'utf16le').toString('hex').slice(0, -2)],
  ['in base64 two deep', times(2, base64, SECRET)],
  ['in base64 three deep', times(3, base64, SECRET)],
  ['in base64 four deep', times(4, base64, SECRET)],
  ['in wrapped base64', base64(`${SECRET}${SECRET}`).replace(/.{20}/g, '$&\r\n')],
  ['in wrapped base64 in JSON', JSON.stringify(base64(`${TOKEN}${TOKEN}`).replace(/.{64}/g, '$&\n')), TOKEN],
  ['in quoted-printable', everyByte(SECRET, '=')],
  ['in quoted-printable that is wrapped', 'Zk7-qP2!v=\r\nR9_xT4+mW6'],
  ['in quoted-printable with equals signs', 'abc=3Ddef=3Dghi', 'abc=def=ghi'],
  ['in groups of four', SECRET.replace(/.{4}/g, '$& ')],
  ['in groups with dashes', TOKEN.replace(/.{5}/g, '$&-'), TOKEN],
  ['in lines', TOKEN.replace(/.{6}/g, '$&\n  '), TOKEN],
  ['percent-encoded nine times', times(9, encodeURIComponent, SECRET)],
  ['percent-encoded byte by byte three times', times(3, (text) => everyByte(text, '%'), SECRET)],
  ['with spaces around it, which were learned with it', SECRET, `  ${SECRET}\n`],
  [
    'one line of many',
    'MIIEvQIBADANBgkqhkiG9w0BAQ',
    '-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ\nabc\n',
  ],
])('a secret is masked %s', (_, written, secret = SECRET) => {
  const shown = masked(`before ${written} after`, secret);
  expect(shown).toContain('‹client_secret·1›');
  expect(
    shown
      .replace(/ ?‹client_secret·1›(?:\.\.\.)? ?/g, ' ')
      .replace(/[-=\s"]+/g, ' ')
      .trim(),
  ).toBe('before after');
});

test.each([0, 1, 2, 3])('a secret in base64 is masked behind %i characters of the same alphabet', (count) => {
  const shown = masked(`before ${'abc'.slice(0, count)}${base64(SECRET)} after`);
  expect(shown).toMatch(/^before (?:abc|ab|a)?‹client_secret·1› after$/);
});

test.each(['Ab1!c2', 'kl9mnz', '480213'])(
  'the secret %s of six characters is masked in running text',
  (secret) => {
    expect(masked(`said ${secret}, and said "${secret}"`, secret)).toBe(
      'said ‹client_secret·1›, and said "‹client_secret·1›"',
    );
  },
);

test.each(Array.from({ length: TOKEN.length - 6 }, (_, index) => index + 6))(
  'the first %i characters of a token that was cut off are masked',
  (length) => {
    for (const mark of ['…', '...', ' …', '[truncated]']) {
      const shown = masked(`expected '${TOKEN.slice(0, length)}${mark}' to be`, TOKEN);
      expect(shown).toBe(`expected '‹client_secret·1›${mark}' to be`);
    }
  },
);

test.each(Array.from({ length: TOKEN.length - 12 }, (_, index) => index + 12))(
  'the first %i characters of a token are masked although nothing says that it was cut off',
  (length) => {
    expect(masked(`expected ${TOKEN.slice(0, length)} to be`, TOKEN)).toBe(
      'expected ‹client_secret·1› to be',
    );
  },
);

test('a secret of eight characters is masked inside a longer word, a shorter word only where it stands alone', () => {
  expect(masked('xswordfishx', 'swordfish')).toBe('x‹client_secret·1›x');
  expect(masked('x48021387x', '48021387')).toBe('x‹client_secret·1›x');
  expect(masked('xhunterx hunter', 'hunter')).toBe('xhunterx ‹client_secret·1›');
  expect(masked('1480213 480213', '480213')).toBe('1480213 ‹client_secret·1›');
  expect(masked('xh7nt!x', 'h7nt!x')).toBe('x‹client_secret·1›');
  expect(masked('pin=1 or 7391, not 73911', '7391')).toBe('pin=1 or ‹client_secret·1›, not 73911');
});

test('a hundred cookies that begin alike and end alike are all masked', () => {
  const redactor = createRedactor();
  const cookies = Array.from(
    { length: 100 },
    (_, index) => `session-of-${String(index).padStart(3, '0')}-somebody`,
  );
  for (const cookie of cookies) redactor.observe('cookie sid', cookie);
  for (const [index, cookie] of cookies.entries()) {
    expect(redactor.text(`a ${cookie} b`)).toBe(`a ‹cookie sid·${index + 1}› b`);
  }
  const words = createRedactor();
  for (let index = 0; index < 100; index += 1) words.learn('pin', `${'1234567'}${100 + index}`);
  expect(words.text('a 1234567199 b')).toBe('a ‹pin·100› b');
});

test('the name on a mask holds no secret, and is not longer than a line', () => {
  const redactor = createRedactor();
  redactor.learn(`cookie c_${SECRET}`, 'value-of-the-cookie-1');
  redactor.learn('client_secret', SECRET);
  expect(redactor.text('value-of-the-cookie-1')).toBe('‹cookie c_…·1›');
  expect(redactor.mask(`x${'y'.repeat(5000)}`).length).toBeLessThan(60);
  expect(redactor.mask('a‹b›\u001b[31mc')).toBe('‹a b c›');
});

test('what is cut is cut after masking: nothing of a secret at the cut is shown', () => {
  const redactor = createRedactor();
  redactor.learn('client_secret', 'two words, with "marks"');
  for (let before = 0; before < 40; before += 1) {
    const text = `${'a '.repeat(before)}two words, with "marks" and more`;
    const { text: shown } = redactor.beginning(text, 30);
    expect(shown).not.toMatch(/tw|wo/);
    // Somebody cut it before: what may be half a secret is at its end.
    const ragged = redactor.beginning(`${'a '.repeat(3000)}${'b '.repeat(before)}two wor`, 20_000, true);
    expect(ragged.text).not.toMatch(/tw/);
    expect(ragged.cut).toBe(true);
  }
});

test('what no writer can write is gone before secrets are looked for', () => {
  for (const mark of [
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udc00',
    '\u0000',
    '\u001b',
    '\ufdd0',
    '\u{1ffff}',
    '\u202e',
  ]) {
    expect(masked(`a Zk7-qP2!${mark}vR9_xT4+mW6 b`)).toBe('a ‹client_secret·1› b');
  }
});
