import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { defaultConfig } from '../../../src/emulator/config/default-config.ts';
import { linkedin } from '../../../src/providers/linkedin.ts';
import { flowOf, folderWith, resultLogOf } from '../../batch/result-log/made-up.ts';

const BROKEN = '{\n  "a": 1,\n    b: 2\n}';

const right = {
  profile: JSON.stringify(linkedin.metadata),
  environment: JSON.stringify({ values: [{ key: 'scope', value: 'openid' }] }),
  emulator: JSON.stringify(defaultConfig),
  collection: JSON.stringify({ info: { name: 'Mine' }, item: [] }),
};

/** Makes every file of the table. Nothing of it may change while the rows are tried. */
export function makeBadFiles(folder: string): void {
  const write = (name: string, content: string | Uint8Array, mode = 0o644) =>
    writeFileSync(join(folder, name), content, { mode });
  // The user of `asNobody` shall find it.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'folder'));
  symlinkSync('circle', join(folder, 'circle'));
  symlinkSync('/dev/zero', join(folder, 'endless'));
  spawnSync('mkfifo', [join(folder, 'pipe')]);
  write('plain.txt', 'text');
  folderWith(resultLogOf([flowOf('alpha')]), join(folder, 'shards'));
  folderWith('{"kind": "hea', join(folder, 'damaged'));
  write('targets.csv', 'name\nalpha\nbeta\n');
  mkdirSync(join(folder, 'log'));
  write('log/targets.ndjson', resultLogOf([flowOf('alpha')]));
  mkdirSync(join(folder, 'no-log'));
  write('no-log/targets.ndjson', BROKEN);
  write('locked.json', '{}');
  chmodSync(join(folder, 'locked.json'), 0);
  write('binary', Uint8Array.of(0x7b, 0x22, 0xc3, 0x28, 0x00, 0xff));
  for (const [name, mode] of [
    ['huge.json', 0o644],
    ['private-huge.json', 0o600],
  ] as const) {
    write(name, '', mode);
    truncateSync(join(folder, name), 100 * 1024 * 1024);
  }
  write('broken.json', BROKEN);
  write('broken-bom.json', `\uFEFF${BROKEN}`);
  write('broken-utf16.json', utf16(BROKEN));
  write('broken-utf16be.json', utf16(BROKEN).swap16());
  write('half.json', '{\n  "a": 1');
  write('empty.json', '');
  write('long.json', `["${'x'.repeat(9_999_997)}" ?]`);
  write('deep.json', `${'['.repeat(1000)}${']'.repeat(1000)}`);
  write('list.json', '[]');
  write('null.json', 'null');
  write('text.json', '"text"');
  write('number.json', '1');
  write('private-broken.json', BROKEN, 0o600);
  write('private-list.json', '[]', 0o600);
  for (const [name, text] of Object.entries(right)) {
    write(`${name}.json`, text);
    write(`${name}-bom.json`, `\uFEFF${text}`);
    write(`${name}-utf16.json`, utf16(text));
  }
}

function utf16(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

/**
 * Does something as a user to whom things can be forbidden: nothing is to root.
 *
 * @returns what it returns
 */
export async function asNobody<Result>(action: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(65_534);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}

/** Rows whose file this computer cannot have, with the reason; they are skipped, loudly. */
export function impossible(value: string): string | undefined {
  if (value.startsWith('/proc/') && !existsSync('/proc/self')) return 'there is no /proc';
  if (['@pipe', '@endless', '@circle'].includes(value) && process.platform === 'win32') {
    return 'Windows has no such file';
  }
  return undefined;
}
