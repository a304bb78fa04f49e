import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readTargets } from '../../src/batch/targets/read-targets.ts';
import { shardFromEnv } from '../../src/batch/targets/shard-from-env.ts';
import { commands } from '../../src/commands/all.ts';

const folder = new URL('../../examples/ci/targets/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));

function textOf(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

// biome-ignore lint/suspicious/noExplicitAny: recipes have the shapes of six CI systems
function recipe(file: string): any[] {
  return parseAllDocuments(textOf(file)).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

/** All texts in a parsed file. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The command lines of legwork, as lists of words. */
function linesOf(file: string): string[][] {
  return textsIn(recipe(file)).flatMap((text) => {
    const line = /^npx legwork (.*?)(?: \|\| .*)?$/.exec(text)?.[1];
    return line === undefined ? [] : [line.split(' ')];
  });
}

test('there is a recipe for each of the six', () => {
  expect(files.sort()).toEqual([
    'azure.yml',
    'buildkite.yml',
    'circleci.yml',
    'github.yml',
    'gitlab.yml',
    'kubernetes.yml',
  ]);
});

describe.each(files)('%s', (file) => {
  test('runs shards and joins them, with options that there are', () => {
    const lines = linesOf(file);
    expect(lines.map(([name]) => name)).toEqual(['run', 'merge']);
    for (const [name, ...words] of lines) {
      const options = Object.keys(commands.find((one) => one.name === name)?.options ?? {});
      const used = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
      expect(used.filter((option) => !options.includes(option))).toEqual([]);
    }
    expect(textsIn(recipe(file)).filter((text) => /\blegwork (?:run|merge)/.test(text))).toHaveLength(2);
  });

  test('joins what the shards have left, each in a folder of its own', () => {
    const [run = [], merge = []] = linesOf(file);
    const left = run[run.indexOf('--reports') + 1] ?? '';
    const joined = merge[1] ?? '';
    const names = textsIn(recipe(file)).filter((text) => /^shard-\$/.test(text));
    if (names.length === 1) {
      // The artefacts have the numbers of the jobs in their names, and become folders.
      expect(joined.endsWith('shards')).toBe(true);
      return;
    }
    const [, variable = ''] = /^.*\/\$+(\w+)$/.exec(left) ?? [];
    expect(new Set(environmentsOf(file).map((env) => env[variable])).size).toBe(4);
    expect(left.startsWith(`${joined}/`)).toBe(true);
  });

  test('makes the report also when targets have failed', () => {
    expect(textOf(file)).toMatch(
      /!cancelled\(\)|when: always\n {2}script|continue_on_failure|succeededOrFailed|\[ \$\? -ge 3 \]/,
    );
  });

  test('tells each job its shard, and all of them together are the whole', () => {
    const jobs = environmentsOf(file);
    expect(jobs.map((env) => shardFromEnv(env)?.shard)).toEqual([
      { index: 1, total: 4 },
      { index: 2, total: 4 },
      { index: 3, total: 4 },
      { index: 4, total: 4 },
    ]);
  });
});

/** What the CI system puts into the environment of each job that a recipe makes. */
function environmentsOf(file: string): Record<string, string>[] {
  const [first] = recipe(file);
  const each = (total: number, env: (index: number, total: number) => Record<string, string>) =>
    Array.from({ length: total }, (_, index) => env(index, total));
  switch (file) {
    case 'github.yml':
      return each(first.jobs.shards.strategy.matrix.job.length, (index, total) =>
        Object.fromEntries(
          Object.entries(first.jobs.shards.env as Record<string, string>).map(([name, value]) => [
            name,
            value
              .replace(/\$\{\{ strategy\.job-index \}\}/, `${index}`)
              .replace(/\$\{\{ strategy\.job-total \}\}/, `${total}`),
          ]),
        ),
      );
    case 'gitlab.yml':
      return each(first['oauth-shards'].parallel, (index, total) => ({
        CI_NODE_INDEX: `${index + 1}`,
        CI_NODE_TOTAL: `${total}`,
      }));
    case 'circleci.yml':
      return each(first.jobs.shards.parallelism, (index, total) => ({
        CIRCLE_NODE_INDEX: `${index}`,
        CIRCLE_NODE_TOTAL: `${total}`,
      }));
    case 'buildkite.yml':
      return each(first.steps[0].parallelism, (index, total) => ({
        BUILDKITE_PARALLEL_JOB: `${index}`,
        BUILDKITE_PARALLEL_JOB_COUNT: `${total}`,
      }));
    case 'azure.yml':
      return each(first.jobs[0].strategy.parallel, (index, total) => ({
        SYSTEM_JOBPOSITIONINPHASE: `${index + 1}`,
        SYSTEM_TOTALJOBSINPHASE: `${total}`,
      }));
    case 'kubernetes.yml': {
      const [{ env }] = first.spec.template.spec.containers;
      return each(first.spec.completions, (index) => ({
        JOB_COMPLETION_INDEX: `${index}`,
        [env[0].name]: env[0].value,
      }));
    }
    default:
      throw new Error(`${file} has no environment`);
  }
}

test('the list of targets beside them is one, and asks only for what the recipes give', () => {
  const env = { SHOP_CLIENT_SECRET: 'x', BLOG_CLIENT_SECRET: 'y' };
  const targets = readTargets(textOf('targets.csv'), 'targets.csv', env);
  expect(targets.map(({ name }) => name)).toEqual(['shop', 'blog']);
  for (const name of Object.keys(env))
    expect(textOf('github.yml')).toContain(`${name}: \${{ secrets.${name} }}`);
});
