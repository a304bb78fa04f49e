import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renewCommand } from '../src/login/session-file.ts';
import { main } from '../src/main.ts';
import { linkedin } from '../src/providers/linkedin.ts';
import { nextCommand } from '../src/run/next-command.ts';
import { shellWord } from '../src/shell-word.ts';
import { realIo } from './login/support.ts';
import { flow, run } from './reports/sample.ts';
import { argumentsWith } from './run/run-support.ts';
import { testIo } from './support/io.ts';

/** The words that a shell makes of a command, one an entry. */
function wordsOf(command: string): string[] {
  const script = `show() { for word; do printf '%s\\0' "$word"; done; }; show ${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

const PATH = '/home/o\'neill/$HOME `id`/a "b".json';

test('a shell reads the word back as the text', () => {
  const texts = [
    '',
    'plain',
    'a b',
    "it's",
    "''",
    '$(id)',
    '`id`',
    '"',
    '\\',
    '*',
    '~',
    'a\nb',
    '=ls',
    '#x',
    PATH,
  ];
  expect(wordsOf(texts.map(shellWord).join(' '))).toEqual(texts);
});

test('a text that a shell leaves alone has no quotes', () => {
  expect(['./a-b_c.json', 'https://a.example:8443/x', 'a=b,c@d%e+f'].map(shellWord)).toEqual([
    './a-b_c.json',
    'https://a.example:8443/x',
    'a=b,c@d%e+f',
  ]);
});

describe('a suggested command is valid for a path with an apostrophe, blanks and a dollar sign', () => {
  const args = argumentsWith({ target: 'live', provider: PATH, environment: PATH, 'env-file': PATH });

  test('after a failed run', () => {
    const result = run([flow('three-legged', 'Login', { outcome: 'failed' })], 'failed');
    expect(wordsOf(nextCommand(result, args) ?? '')).toEqual([
      ...['legwork', 'run', '--target', 'live', '--flow', 'three-legged', '--provider', PATH],
      ...['--environment', PATH, '--dotenv', PATH, '--verbose'],
    ]);
  });

  test('where a saved session has ended', () => {
    const words = wordsOf(renewCommand(linkedin, PATH));
    expect(words).toEqual(['legwork', 'login', '--target', 'live', '--save-session', PATH]);
    const issuer = "https://a.example/o'neill";
    const other = { ...linkedin, id: 'other', metadata: { ...linkedin.metadata, issuer } };
    expect(wordsOf(renewCommand(other, PATH))).toContain(issuer);
  });

  test('where no token is stored', async () => {
    const io = realIo();
    const file = join(io.cwd, "o'neill.env");
    writeFileSync(file, 'LINKEDIN_CLIENT_ID=77abcdefghijkl\nLINKEDIN_CLIENT_SECRET=WPL_AP1.x.y==\n');
    const argv = [
      'token',
      '--target',
      'live',
      '--dotenv',
      file,
      '--store',
      PATH.replace('/', './'),
      '--scope',
      'a$b',
    ];
    expect(await main(argv, io, '')).not.toBe(0);
    const command = /legwork login .*/.exec(io.said())?.[0] ?? '';
    expect(wordsOf(command)).toEqual([
      ...['legwork', 'login', '--target', 'live', '--scope', 'a$b'],
      ...['--store', PATH.replace('/', './'), '--dotenv', file],
    ]);
  });

  test('where generated files are stale', async () => {
    const { cwd } = realIo();
    mkdirSync(join(cwd, "o'neill"));
    const io = testIo({ cwd });
    expect(await main(['generate', '--check', '--out', "o'neill"], io, '')).not.toBe(0);
    const command = /Run "(npx legwork generate .*)" and/.exec(io.said())?.[1] ?? '';
    expect(wordsOf(command)).toEqual(['npx', 'legwork', 'generate', '--out', "o'neill"]);
  });
});
