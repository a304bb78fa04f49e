import { escaped } from './escaped.ts';

/** Between two characters it cannot be seen, and no CI system reads a command there. */
const WORD_JOINER = '\u2060';

/** Commands that are found anywhere in a line. */
const HASHES = /##(?=[\w-]*\[)/g;

/** What begins a line: spaces, and styles of the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const LINE_START_COLONS = /^((?:\s|\u001b\[[\d;]*m)*):(?=:)/gm;

/**
 * Text in which no CI system finds a command: `::error::` at the beginning of a line (GitHub), `##[…]` (GitHub's old
 * way), `##vso[…]` (Azure), `##teamcity[…]`.
 */
export function withoutCommands(text: string): string {
  return withoutHashes(text).replace(LINE_START_COLONS, `$1:${WORD_JOINER}`);
}

/**
 * Text that holds no command wherever a program breaks it into lines: for reporters that legwork did not write. An
 * IPv6 address in brackets stays as it is.
 */
export function withoutAnyCommand(text: string): string {
  return escaped(text)
    .replace(/##/g, `#${WORD_JOINER}#`)
    .replace(/(?<!\[[\da-f:.]*):(?=:)/gi, `:${WORD_JOINER}`);
}

/** Commands of legwork itself to the CI system that runs it: a line each. */
export class CiCommand {
  readonly #lines: string;

  private constructor(lines: string) {
    this.#lines = lines;
  }

  /**
   * A command of GitHub Actions. Line ends in its texts are escaped as
   * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts does: one that came from a server would
   * begin a command of the server's own.
   */
  static github(name: string, properties: Readonly<Record<string, string>>, text: string): CiCommand {
    const given = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
    return new CiCommand(`::${[name, given.join(',')].join(' ').trim()}::${data(text)}\n`);
  }

  /** Ends what {@link github} began with `stop-commands`. */
  static resume(token: string): CiCommand {
    return new CiCommand(`::${property(token)}::\n`);
  }

  /** Several commands in their order. */
  static all(commands: readonly CiCommand[]): CiCommand {
    return new CiCommand(commands.join(''));
  }

  toString(): string {
    return this.#lines;
  }
}

function data(text: string): string {
  return withoutHashes(escaped(text)).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function withoutHashes(text: string): string {
  return text.replace(HASHES, `#${WORD_JOINER}#`);
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
