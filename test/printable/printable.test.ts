import { expect, test } from 'vitest';
import { CiCommand, withoutAnyCommand } from '../../src/printable/ci-commands.ts';
import { createPaint } from '../../src/printable/paint.ts';
import { indented, joined, json, say } from '../../src/printable/printable.ts';
import { expectInert, HOSTILE, HOSTILE_LINE } from '../support/hostile-text.ts';
import { testIo } from '../support/io.ts';

test('a value in a message is made printable, and the characters that it had can be read', () => {
  expect(`${say`Cannot read ${'a\u001b[31mb\u202e\u2028\u009b'}.\n`}`).toBe(
    'Cannot read a\\u001b[31mb\\u202e\\u2028\\u009b.\n',
  );
  expectInert(String(say`${HOSTILE}\n${[say`${HOSTILE_LINE}`, say`: ${HOSTILE}`]}`));
});

test('line feeds and tabs stay, and a line end of Windows is a line end', () => {
  expect(`${say`${'one\r\n\ttwo\rthree'}`}`).toBe('one\n\ttwo\\u000dthree');
});

test('half of a surrogate pair is shown as what it is, and a whole pair is left alone', () => {
  expect(`${say`${'\ud83d|\ude00|😀|\ufffe'}`}`).toBe('\\ud83d|\\ude00|😀|\\ufffe');
});

test('a command that is made of two harmless values is found in the whole', () => {
  expectInert(String(say`${':'}${':error::x'}`));
  expectInert(String(joined([say`#`, say`${'#vso['}`])));
  expectInert(String(indented(say`a\n${'::error::x'}`, 4)));
});

test('a style does not hide a command, and survives in a message', () => {
  const { red } = createPaint(true);
  const painted = String(say`${red('::error::x')}`);
  expect(painted).toBe('\u001b[31m:\u2060:error::x\u001b[39m');
});

test('a style that comes from outside is shown as text, also within one of our own', () => {
  const { dim } = createPaint(true);
  expect(String(dim('a\u001b[0mb'))).toBe('\u001b[2ma\\u001b[0mb\u001b[22m');
});

test('JSON has the same value, and no raw control character', () => {
  const value = { [HOSTILE]: HOSTILE, list: [HOSTILE_LINE, 1, null], half: '\ud83d' };
  const text = String(json(value));
  expectInert(text);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).toContain('\\u202e');
  expect(String(json(undefined))).toBe('null\n');
});

test('a command of our own is written as it is, and its texts cannot begin another one', () => {
  const text = String(CiCommand.github('error', { title: HOSTILE }, HOSTILE));
  expect(text.split('\n')).toHaveLength(2);
  expect(text).toMatch(/^::error title=[^:,]*::/);
  expect(text).not.toMatch(/##[\w-]*\[/);
});

test.each([[`${'x'.repeat(80)}::error::y`], ['a ##vso[task.complete]'], ['a##'], [HOSTILE]])(
  'a text for a program that breaks lines where it likes holds no command anywhere: %j',
  (text) => {
    const shown = withoutAnyCommand(text);
    for (let start = 0; start < shown.length; start += 1) expectInert(shown.slice(start));
    expect(shown).not.toContain('##');
  },
);

test.each(['http://[::1]:8765/callback', 'http://[2001:db8::8:800:200c]/', 'http://[::ffff:1.2.3.4]/'])(
  'an IPv6 address keeps its colons: %s',
  (address) => {
    expect(withoutAnyCommand(address)).toBe(address);
    expect(String(say`${address}`)).toBe(address);
  },
);

test('a plain string does not compile where something is written', () => {
  const io = testIo();
  // @ts-expect-error a string was not made printable
  io.err('\u001b[2J');
  // @ts-expect-error nor was a template without the tag
  io.out(`${HOSTILE}`);
  io.err(say`${HOSTILE}`);
  expectInert(io.said().replace('\u001b[2J', ''));
});
