import { expect } from 'vitest';

/** What a server, a file or an argument could bring to a terminal or to the log of a CI system. */
export const HOSTILE = [
  '\u001b]0;title\u0007',
  '\u001b[2J\u001b[31m',
  '\u0085\u009b31m\u0000\b\u007f',
  '\u202eright\u2066\u200f\u061c',
  '\u2028::error::separator',
  '\r::error::return',
  '\n::error title=a::line',
  '\n  ::add-mask::b',
  '##vso[task.complete result=Succeeded;]c',
  '##[error]d',
  "##teamcity[buildStatus text='e']",
].join('');

/** The same on one line, for places that break at line ends. */
export const HOSTILE_LINE = `::error::x${HOSTILE.replaceAll(/[\n\r]/g, '')}`;

/**
 * Expects that nothing in a text is raw.
 *
 * @param text as it would be written to a terminal or a log, without styles of legwork's own
 */
export function expectInert(text: string): void {
  expect(text).not.toMatch(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
  );
  expect(text).not.toMatch(/^\s*::/m);
  expect(text).not.toMatch(/##[\w-]*\[/);
}
