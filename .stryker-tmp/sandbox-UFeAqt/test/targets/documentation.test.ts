// @ts-nocheck
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../src/commands/run.ts';
import { manyReports } from '../../src/reports/many/all.ts';
import { readTargets } from '../../src/targets/read-targets.ts';
import { shardFromEnv } from '../../src/targets/shard-from-env.ts';
import { targetKeys } from '../../src/targets/target-entry.ts';

const page = new URL('../../docs/targets.md', import.meta.url);
const text = readFileSync(page, 'utf8');
const env = { SHOP_SECRET: 'a', BLOG_SECRET: 'b', PARTNER_SECRET: 'c', TESTER_PASSWORD: 'd' };

/** The blocks of code of a kind. */
function blocks(kind: string): string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block = '']) => block,
  );
}

/** The first column of the table below a heading of columns. */
function rows(heading: string): string[][] {
  const table = text.slice(text.indexOf(`| ${heading}`)).split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('docs/targets.md', () => {
  test('shows files that can be read, and the two kinds that say the same do', () => {
    const [csv = ''] = blocks('csv');
    expect(readTargets(csv, 'a.csv', env).map(({ name }) => name)).toEqual(['shop', 'blog', 'partner']);
    const [yaml = '', json = ''] = [blocks('yaml')[0], blocks('json')[0]];
    const plain = (file: string, content: string) =>
      readTargets(content, file, env).map(({ at: _, ...target }) => target);
    expect(plain('a.yaml', yaml)).toEqual(plain('a.json', json));
  });

  test('describes every key, every report, every option and every variable', () => {
    const keys = rows('key').flatMap(([first = '']) => [...first.matchAll(/`(\w+)`/g)].map(([, key]) => key));
    expect(keys).toEqual(expect.arrayContaining(targetKeys));
    expect(keys).toHaveLength(targetKeys.length);
    const files = rows('file').map(([first]) => first);
    for (const { file } of Object.values(manyReports)) expect(files).toContain(`\`${file}\``);
    const told = new Set([...text.matchAll(/--([a-z][a-z-]*)/g)].map(([, option]) => option));
    for (const option of [
      'targets',
      'name',
      'shard',
      'balance',
      'workers',
      'concurrency',
      'rate',
      'bail',
      'timeout',
    ]) {
      expect(told).toContain(option);
    }
    for (const option of told) expect(Object.keys(runCommand.options)).toContain(option);
  });

  test('tells the variables of each system with the number of its first job', () => {
    const systems = rows('system').slice(1);
    expect(systems).toHaveLength(6);
    for (const [name = '', variables = '', first = ''] of systems) {
      const [index = '', total = ''] = [...variables.matchAll(/`(\w+)`/g)].map(([, variable]) => variable);
      expect(shardFromEnv({ [index]: first, [total]: '4' })?.shard, name).toEqual({ index: 1, total: 4 });
    }
  });

  test('leads to files that there are', () => {
    const links = [...text.matchAll(/\]\((?!#)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(6);
    expect(links.filter((link) => !existsSync(new URL(link, page)))).toEqual([]);
  });
});
