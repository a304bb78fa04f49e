import { expect, test } from 'vitest';
import { Failure, failure } from '../src/failure.ts';

test('a failure carries a code, a message that names the value, a hint, an exit code and its cause', () => {
  const cause = new Error('EADDRINUSE');
  const found = failure('PORT_IN_USE', { port: 8080, host: 'localhost' }, { cause });
  expect(found).toBeInstanceOf(Failure);
  expect(found).toMatchObject({
    code: 'PORT_IN_USE',
    message: 'Port 8080 on localhost is in use.',
    hint: 'Stop the program that listens there, or choose another port with --port (0 picks a free one).',
    exitCode: 3,
    cause,
  });
});

test('the hint names the command, and has no gap where there is none', () => {
  expect(failure('USAGE', { problem: 'A.', command: 'run' }).hint).toBe(
    'Type "legwork run --help" to see what it takes.',
  );
  expect(failure('USAGE', { problem: 'A.', command: '' }).hint).toBe(
    'Type "legwork --help" to see what it takes.',
  );
});

test('what stands in a value is not filled in once more', () => {
  expect(failure('USAGE', { problem: '{command} $& $1', command: 'x' }).message).toBe('{command} $& $1');
});

test('a detail too few does not compile', () => {
  // @ts-expect-error host is missing
  expect(failure('PORT_IN_USE', { port: 1 }).message).toContain('{host}');
});

test('a value cannot add a line to a message, and only a list of our own has lines', () => {
  const { message } = failure('FILE_INVALID', {
    file: 'a\u001b[2J\nlegwork: all is well\r\n::error::b',
    problems: '  one\n  two \u202e',
    schema: 'x',
  });
  expect(message.split('\n')).toEqual([
    'a\\u001b[2J\\nlegwork: all is well\\n::error::b does not have the expected shape:',
    '  one',
    '  two \\u202e',
  ]);
});
