import { expect, test } from 'vitest';
import { jsonNode } from '../src/batch/targets/json-node.ts';
import { parseShard } from '../src/batch/targets/shard.ts';
import { readAnswer } from '../src/doctor/answer/read-answer.ts';
import { readCollection } from '../src/doctor/collection/read-collection.ts';
import { readUrl } from '../src/doctor/url/read-url.ts';
import { faultKinds, faultText } from '../src/emulator/faults/catalogue.ts';
import { parseFault } from '../src/emulator/faults/parse-fault.ts';
import { readBody } from '../src/login/read-body.ts';
import { main } from '../src/main.ts';
import { optionProblem } from '../src/option-problem.ts';
import { fetchText } from '../src/providers/fetch-text.ts';
import { linkedin } from '../src/providers/linkedin.ts';
import { runOptions } from '../src/run/options.ts';
import { problemsOf } from './batch/targets/read.ts';
import { testIo } from './support/io.ts';

/** A limit: whether a value passes it. The last value that may pass does, and the first that may not does not. */
type Limit = readonly [
  name: string,
  passes: (value: number) => boolean | Promise<boolean>,
  last: number,
  beyond: number,
];

function throwsNothing(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}

/** Whether a command gets past its numbers, to a file that is not there. */
async function isTaken(...argv: string[]): Promise<boolean> {
  const io = testIo();
  await main(argv, io, '');
  expect(io.said()).toMatch(/takes|missing\.json/);
  return io.said().includes('missing.json');
}

const runs = (name: 'timeout' | 'retries', value: number) =>
  optionProblem({ [name]: value }, runOptions) === undefined;
const many = (name: string, value: number) =>
  optionProblem({ targets: 'a.csv', [name]: value }, runOptions) === undefined;
const answered = (bytes: number) => new Response('x'.repeat(bytes));
const redirecting = async (redirects: number) => {
  let left = redirects;
  const io = testIo({
    fetch: async () =>
      left-- > 0
        ? new Response(null, { status: 302, headers: { location: 'https://a.example/' } })
        : answered(1),
  });
  return (await fetchText('https://a.example/', io)).ok;
};
const wrapped = (levels: number) =>
  `${'{"error":'.repeat(levels)}{"error":"invalid_grant"}${'}'.repeat(levels)}`;
const foldered = (folders: number) => {
  const item = Array.from({ length: folders }).reduce<object>(
    (inner, _, index) => ({ name: `${index}`, item: [inner] }),
    { name: 'request', request: { url: 'https://a.example/' } },
  );
  return readCollection({ info: { name: 'c' }, item: [item] }).requests.length === 1;
};
const parameters = (count: number) =>
  `https://a.example/?code=1${Array.from({ length: count - 1 }, (_, index) => `&p${index}=1`).join('')}`;
const MEGABYTE = 1024 * 1024;

const limits: readonly Limit[] = [
  [
    'JSON of targets, levels',
    (deep) => 'node' in jsonNode(`${'['.repeat(deep)}1${']'.repeat(deep)}`),
    20,
    21,
  ],
  ['YAML of targets, levels', (deep) => !isTooDeepYaml(deep), 20, 21],
  ['characters of the name of a target', (length) => named(length).length === 0, 200, 201],
  ['shards', (total) => throwsNothing(() => parseShard(`1/${total}`)), 10_000, 10_001],
  ['the number of a shard, at the end', (index) => throwsNothing(() => parseShard(`${index}/4`)), 4, 5],
  ['the number of a shard, at the beginning', (index) => throwsNothing(() => parseShard(`${index}/4`)), 1, 0],
  ['run --timeout, at the end', (seconds) => runs('timeout', seconds), 86_400, 86_400.001],
  ['run --timeout, at the beginning', (seconds) => runs('timeout', seconds), Number.MIN_VALUE, 0],
  ['run --retries, at the end', (times) => runs('retries', times), 20, 21],
  ['run --retries, at the beginning', (times) => runs('retries', times), 0, -1],
  ['run --workers, at the end', (count) => many('workers', count), 256, 257],
  ['run --workers, at the beginning', (count) => many('workers', count), 1, 0],
  ['run --concurrency, at the end', (count) => many('concurrency', count), 100, 101],
  ['run --concurrency, at the beginning', (count) => many('concurrency', count), 1, 0],
  ['run --rate, at the end', (rate) => many('rate', rate), 100_000, 100_000.5],
  ['run --rate, at the beginning', (rate) => many('rate', rate), 0.01, 0.009],
  ['login --timeout', (seconds) => login(seconds), 86_400, 86_401],
  ['emulate --port, at the end', (port) => emulate(port), 65_535, 65_536],
  ['emulate --port, at the beginning', (port) => emulate(port), 0, -1],
  [
    'an error wrapped in objects, levels',
    (deep) => readAnswer(wrapped(deep)).error === 'invalid_grant',
    4,
    5,
  ],
  ['folders around a request that the doctor reads', foldered, 28, 29],
  ['parameters of an address', (count) => !readUrl(parameters(count), linkedin).isCut, 100, 101],
  ['characters of an address', (length) => !readUrl('x'.repeat(length), linkedin).isCut, 65_536, 65_537],
  ['characters of an error', (length) => !readAnswer('x'.repeat(length)).isCut, 131_072, 131_073],
  ['bytes of a discovery document', (size) => isFetched(size), MEGABYTE, MEGABYTE + 1],
  ['redirects to a discovery document', redirecting, 5, 6],
  [
    'bytes of a token response',
    async (size) => (await readBody(answered(size))).length === size,
    MEGABYTE,
    MEGABYTE + 1,
  ],
];

async function isFetched(size: number): Promise<boolean> {
  const found = await fetchText('https://a.example/', testIo({ fetch: async () => answered(size) }));
  return found.ok && found.text.length === size;
}
function isTooDeepYaml(deep: number): boolean {
  return problemsOf(`x-deep: ${'['.repeat(deep - 1)}1${']'.repeat(deep - 1)}\ntargets: []\n`, 'a.yaml')
    .join()
    .includes('nested too deeply');
}
function named(length: number): string[] {
  return problemsOf(JSON.stringify([{ name: 'n'.repeat(length) }]), 'a.json');
}
function login(seconds: number): Promise<boolean> {
  return isTaken('login', '--provider', './missing.json', `--timeout=${seconds}`);
}
function emulate(port: number): Promise<boolean> {
  return isTaken('emulate', '--config', 'missing.json', `--port=${port}`);
}

test.each(limits)('%s', async (_name, passes, last, beyond) => {
  expect(await passes(last), `${last}`).toBe(true);
  expect(await passes(beyond), `${beyond}`).toBe(false);
});

const numbers = faultKinds.flatMap((kind) => {
  const { value, on = ['any'] } = faultText(kind);
  return value === undefined ? [] : [{ kind, on: on[0], least: value.least, most: value.most }];
});

test.each(numbers)('the number of the fault $kind, from $least to $most', ({ kind, on, least, most }) => {
  const passes = (value: number) => throwsNothing(() => parseFault(`${on}=${kind}:${value}`));
  expect([least, most].map(passes)).toEqual([true, true]);
  expect([least - 1, most + 1].map(passes)).toEqual([false, false]);
});
