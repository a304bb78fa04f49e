/** One thing that a person can do wrong, and what must come of it. */
// @ts-nocheck

export interface Row {
  /** In a few words: `a folder`. */
  readonly what: string;
  /** What follows `--option`, or the positional itself; `@name` is one of the {@link badFiles}. */
  readonly value: string;
  /** 1 wrong usage · 2 bad input · 3 network or environment. Other codes for input that is accepted after all. */
  readonly code: 0 | 1 | 2 | 3 | 4;
  /** What the message says; the value itself is looked for, too, unless it is said otherwise. */
  readonly says: readonly string[];
  /** The value is not repeated in the message. */
  readonly unnamed?: true;
  /** There is no message: the value is accepted. */
  readonly accepted?: true;
}

/** How an option is tried out: the rest of the command line, and what is wrong in each row. */
export interface Trial {
  /** What stands in front of the option: the command, and all that it needs so that the option matters. */
  readonly before: readonly string[];
  readonly rows: readonly Row[];
}

export function trial(before: string, rows: readonly Row[]): Trial {
  return { before: before.split(' '), rows };
}

/** An option whose every text is fine, or a switch: what can be wrong with those is tried with every option. */
export const nothingMore: Trial = { before: [], rows: [] };

/** A word that is none of the choices. */
export function choice(before: string, typo: string, meant: string): Trial {
  return trial(before, [
    { what: 'a mistyped choice', value: typo, code: 1, says: [`Did you mean "${meant}"?`] },
    { what: 'no choice at all', value: 'mars', code: 1, says: ['Possible: ', meant] },
  ]);
}

/** Numbers that are none, or none that the option could mean. */
export function number(before: string, more: readonly string[], says: string): Trial {
  const wrong = ['0x', '1,5', 'ten', 'NaN', '5 s'];
  return trial(before, [
    ...wrong.map((value) => ({
      what: `${value}, no number`,
      value,
      code: 1 as const,
      says: ['takes a number'],
      unnamed: true as const,
    })),
    ...more.map((value) => ({ what: value, value, code: 1 as const, says: [says], unnamed: true as const })),
  ]);
}

/** What every file that is read can be in place of what it should be. */
const anyFile: readonly Row[] = [
  { what: 'a file that is not there', value: '@missing.json', code: 2, says: ['there is no such file'] },
  { what: 'a folder', value: '@folder', code: 2, says: ['it is a folder'] },
  { what: 'a path through a file', value: '@plain.txt/x.json', code: 2, says: ['is a file, not a folder'] },
  { what: 'links in a circle', value: '@circle', code: 2, says: ['its links lead in a circle'] },
  { what: 'a file without permission', value: '@locked.json', code: 2, says: ['permission denied'] },
  {
    what: 'a name that is too long',
    value: `@${'n'.repeat(300)}.json`,
    code: 2,
    says: ['the name is too long'],
  },
  { what: 'a pipe that nobody writes to', value: '@pipe', code: 2, says: ['nothing came out of it'] },
  { what: 'a file without an end', value: '@endless', code: 2, says: ['more than 32 megabytes'] },
  { what: 'a file of 100 megabytes', value: '@huge.json', code: 2, says: ['more than 32 megabytes'] },
  { what: 'a file that is no text', value: '@binary', code: 2, says: ['it is no text'] },
];

/** A file of text in which anything may stand. */
export function textFile(before: string): Trial {
  return trial(before, anyFile);
}

const brokenJson: readonly Row[] = [
  { what: 'broken JSON', value: '@broken.json', code: 2, says: ['line 3, column 5'] },
  { what: 'JSON that ends too soon', value: '@half.json', code: 2, says: ['line 2, column 9'] },
  { what: 'an empty file', value: '@empty.json', code: 2, says: ['line 1, column 1', 'the file ends'] },
  { what: 'broken JSON after a mark', value: '@broken-bom.json', code: 2, says: ['line 3, column 5'] },
  { what: 'broken JSON in UTF-16', value: '@broken-utf16.json', code: 2, says: ['line 3, column 5'] },
  {
    what: 'broken JSON in big-endian UTF-16',
    value: '@broken-utf16be.json',
    code: 2,
    says: ['line 3, column 5'],
  },
  { what: 'ten megabytes of broken JSON', value: '@long.json', code: 2, says: ['line 1, column 10000002'] },
  { what: 'JSON of a thousand levels', value: '@deep.json', code: 2, says: ['500 levels'] },
];

/** JSON that is right as such. */
export function otherShapes(says: string): readonly Row[] {
  return ['list', 'null', 'text', 'number'].map((name) => ({
    what: `JSON that is ${name === 'null' ? name : `a ${name}`}`,
    value: `@${name}.json`,
    code: 2,
    says: [says],
  }));
}

/**
 * A file of JSON.
 *
 * @param shape what the message says of JSON of another shape
 * @param fine names of files that are right, and what comes of them, whatever they are written in
 */
export function jsonFile(
  before: string,
  shape: string,
  fine: { readonly files: readonly string[]; readonly code: Row['code']; readonly says: readonly string[] },
): Trial {
  return trial(before, [
    ...anyFile,
    ...brokenJson,
    ...otherShapes(shape),
    ...fine.files.map((name) => ({
      what: `what is right, as ${name}`,
      value: `@${name}`,
      code: fine.code,
      says: fine.says,
      accepted: true as const,
    })),
  ]);
}

/** A file that its owner alone may open, and that must be there already. */
export function privateFile(before: string, missing: Row['says'], damaged: string): Trial {
  const noFile = (what: string, value: string): Row => ({ what, value, code: 2, says: ['it is not a file'] });
  return trial(before, [
    { what: 'a file that is not there', value: '@missing.json', code: 3, says: missing, unnamed: true },
    { what: 'a path through a file', value: '@plain.txt/x.json', code: 2, says: ['is a file, not a folder'] },
    noFile('a folder', '@folder'),
    noFile('a pipe that nobody writes to', '@pipe'),
    noFile('a file without an end', '@endless'),
    {
      what: 'a file that others may open',
      value: '@broken.json',
      code: 2,
      says: ['others may open it', 'chmod 600'],
    },
    {
      what: 'a file of 100 megabytes',
      value: '@private-huge.json',
      code: 2,
      says: ['it has 104857600 bytes'],
    },
    {
      what: 'broken JSON',
      value: '@private-broken.json',
      code: damaged === '' ? 3 : 2,
      says: ['line 3, column 5'],
    },
    {
      what: 'JSON of another shape',
      value: '@private-list.json',
      code: damaged === '' ? 3 : 2,
      says: [damaged],
    },
  ]);
}

/** A file or folder that is to be written. */
export function output(before: string, isFolder: boolean): Trial {
  return trial(before, [
    { what: 'a path through a file', value: '@plain.txt/x/y', code: 3, says: ['is a file, not a folder'] },
    {
      what: 'a place where nothing can be made',
      value: '/proc/nowhere/at/all',
      code: 3,
      says: ['Cannot write'],
    },
    isFolder
      ? { what: 'a file', value: '@plain.txt', code: 3, says: ['Cannot write', 'a file'] }
      : { what: 'a folder', value: '@folder', code: 2, says: ['it is not a file'] },
  ]);
}
