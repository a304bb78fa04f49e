// @ts-nocheck
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from './parts.ts';
import { PATIENCE, runs } from './runs.ts';

const call = partsOf(['explain.js'], { state: 'the-state' });
const readable = (text: string) => call('readable', text) as string;

const piece = fc.oneof(
  fc.constantFrom(
    '<script',
    '<script>',
    '</script',
    '</script>',
    '<style>',
    '</STYLE >',
    '<title>',
    '</title',
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '&amp;',
    '&#0',
    ' ',
    '\n',
    'the-state',
    'İ',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

test('the words of any page are few, and no tag or script is among them', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const words = readable(`<p>before</p><script>secret()</script>${pieces.join('')}`);
      expect(words.length).toBeLessThanOrEqual(500_000);
      expect(words).not.toContain('secret()');
      expect(words).not.toContain('the-state');
      expect(words).toMatch(/^before/);
    }),
    { numRuns: runs(2000) },
  );
});

// Found by such pages: an expression that took 44 seconds for 800 kilobytes of "<script ".
test.each([
  '<script ',
  '<script>',
  '<title></title',
  '<style></style ',
  '<',
  '</',
  ' ',
  '<p',
  '&amp;',
  'location ',
])('a page of three megabytes of %j is read to its end', (text) => {
  const page = text.repeat(3_000_000 / text.length);
  expect(readable(page).length).toBeLessThanOrEqual(500_000);
});

test('letters whose lower case is longer do not move the places of tags', () => {
  expect(readable(`${'İ'.repeat(50)}<script>no()</script>yes`)).toBe(`${'İ'.repeat(50)} yes`);
});

test.each([
  ['<TITLE>no</TITLE><p>Hello <b>you</b> &amp; me', 'Hello you & me'],
  ['<svg><text>no</text></svg>yes', 'yes'],
  ['<titles>yes</titles>', 'yes'],
  ['<script>var a = "<p>no</p>"</script >yes', 'yes'],
  ['<script>unclosed, so it is shown', 'unclosed, so it is shown'],
  ['<p>cut off</p><style>:root { color: red', 'cut off'],
  ['a < b', 'a < b'],
])('%s reads as %s', (page, words) => {
  expect(readable(page)).toBe(words);
});
