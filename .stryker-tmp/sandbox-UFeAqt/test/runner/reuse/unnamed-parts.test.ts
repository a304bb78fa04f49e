// @ts-nocheck
import { expect, test } from 'vitest';
import { noteUnnamed, unnamedParts } from '../../../src/runner/reuse/unnamed-parts.ts';

const noted = (source: string) => unnamedParts([`${noteUnnamed(source)}call()`]);

test('a script that names neither is noted without its request and its cookies', () => {
  expect(noted("pm.test('has a body', () => pm.expect(pm.response.text()).to.equal('{}'));")).toEqual([
    'request',
    'cookies',
  ]);
});

test.each([
  'pm.request.url.toString()',
  'pm . request.url',
  'const { request } = pm;',
  'const { response, request } = pm;',
  "pm['request'].url",
  'pm["request"].url',
])('%s names the request', (source) => {
  expect(noted(source)).toEqual(['cookies']);
});

test('words that only begin like a part do not name it', () => {
  expect(noted('pm.info.requestName; pm.sendRequest(ask);')).toEqual(['request', 'cookies']);
});

test('a script that names both has no note', () => {
  expect(noteUnnamed("pm.request.headers.upsert(pm.cookies.get('a'))")).toBe('');
});

test('a script of somebody else, of whatever shape, is without nothing', () => {
  for (const exec of [undefined, [], ['pm.request'], 'pm.request', [''], [7]]) {
    expect(unnamedParts(exec)).toEqual([]);
  }
});
