// @ts-nocheck
import { expect, test } from 'vitest';
import { inSandbox } from '../support/sandbox.ts';
import { FORM_READER } from './form-reader.ts';

// Found by comparing generated forms with Chromium.
test.each([
  ['<select name="a"><option> two  words </option></select>', 'a=two+words'],
  ['<select name="a"><option value=" x ">no</option></select>', 'a=+x+'],
  [
    '<select name="a" multiple><option selected disabled>no</option><option selected>yes</option></select>',
    'a=yes',
  ],
  [
    '<select name="a"><optgroup disabled><option>no</option></optgroup><option>yes</option></select>',
    'a=yes',
  ],
  ['<input name="a" value="line\nbreak">', 'a=linebreak'],
  ['<input name="a" type="hidden" value="line\nbreak">', 'a=line%0D%0Abreak'],
  ['<input name="a" type="email" value=" ann@example.org ">', 'a=ann%40example.org'],
])('%s is sent as %s', async (content, encoded) => {
  expect(await inSandbox<string, string>(FORM_READER, [content])).toEqual([encoded]);
});
