import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';

const percentAll = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (triplet) => triplet.toLowerCase());
const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Ways to write a text, written down here again so that the product is not its own judge. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'percent-encoded': encodeURIComponent,
  'percent-encoded with lower-case digits': (text) => lower(encodeURIComponent(text)),
  'percent-encoded throughout': percentAll,
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'as a form': (text) => new URLSearchParams({ x: text }).toString().slice(2),
  'as a form in lower case': (text) => lower(new URLSearchParams({ x: text }).toString().slice(2)),
  'in HTML': html,
  'in HTML with numbers': (text) => html(text).replaceAll("'", '&#39;').replaceAll('/', '&#x2F;'),
  'in JSON': (text) => JSON.stringify(text).slice(1, -1),
  'in JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(1, -1),
  'in JSON without other characters than ASCII': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64url': (text) => Buffer.from(text).toString('base64url'),
  'in base64, one further': (text) => Buffer.from(`x${text}`).toString('base64'),
  'in base64, two further': (text) => Buffer.from(`xy${text}`).toString('base64url'),
  'in Basic credentials': (text) => `Basic ${Buffer.from(`client:${text}`).toString('base64')}`,
  'in encoded Basic credentials': (text) =>
    `Basic ${Buffer.from(`client:${encodeURIComponent(text)}`).toString('base64')}`,
  'in a JSON Web Token': (text) =>
    `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify({ sub: text })).toString('base64url')}.c2ln`,
  'as bytes': (text) => JSON.stringify(Buffer.from(text)),
  'in UTF-16 in base64': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'in base64 of base64 of base64': (text) =>
    Buffer.from(Buffer.from(Buffer.from(text).toString('base64')).toString('base64')).toString('base64'),
  'percent-encoded five times': (text) =>
    [1, 2, 3, 4, 5].reduce((written) => encodeURIComponent(written), text),
  'in quoted-printable': (text) =>
    [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
};

// Secrets that must be found in free text: long enough, and not a word that occurs in every flow.
const secret = fc
  .oneof(
    fc.string({ minLength: 8, maxLength: 40 }),
    fc.string({ minLength: 8, maxLength: 40, unit: 'binary' }),
    fc.stringMatching(/^[A-Za-z0-9+/=%&:._-]{16,1000}$/),
    fc.stringMatching(/^eyJ[A-Za-z0-9_-]{10,40}\.eyJ[A-Za-z0-9_-]{10,80}\.[A-Za-z0-9_-]{20}$/),
  )
  .filter((text) => text.trim().length >= 8 && !/\p{C}/u.test(text) && new Set(text).size > 4);

const surroundings = fc.constantFrom(
  ['', ''],
  ['{"a":"', '"}'],
  ['https://h/cb?x=', '&y=2'],
  ['<p>', '</p>'],
  ['expected ', ' to equal 3'],
  ['sid=', '; Path=/'],
);

test('no generated secret is left in a text, however it is spelled', () => {
  fc.assert(
    fc.property(
      secret,
      fc.constantFrom(...Object.keys(spellings)),
      surroundings,
      (value, how, [before, after]) => {
        const written = spellings[how]?.(value) ?? '';
        const redactor = createRedactor();
        redactor.learn('secret', value);
        const shown = redactor.text(`${before}${written}${after}`);
        expect(shown).not.toContain(written);
        expect(shown).toMatch(/‹/);
        // What stands around it is still there.
        expect(shown.startsWith(before ?? '')).toBe(true);
      },
    ),
    { numRuns: 1500, seed: 7 },
  );
});

test('a text without secrets is left as it is', () => {
  const words = fc.array(
    fc.constantFrom('the', 'scope', 'openid', '302', '/oauth/v2', 'state', '<p>', '%20'),
  );
  fc.assert(
    fc.property(secret, words, (value, parts) => {
      const text = parts.join(' ');
      const redactor = createRedactor();
      redactor.learn('secret', value);
      expect(redactor.text(text)).toBe(text);
    }),
    { numRuns: 300, seed: 7 },
  );
});
