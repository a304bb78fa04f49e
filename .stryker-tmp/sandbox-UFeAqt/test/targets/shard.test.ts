// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOfShard, parseShard, shardOfName } from '../../src/targets/shard.ts';

const names = Array.from({ length: 1000 }, (_, index) => `app-${index}`);

function allShards(
  list: readonly string[],
  total: number,
  timings?: ReadonlyMap<string, number>,
): string[][] {
  return Array.from({ length: total }, (_, index) => [
    ...namesOfShard(list, { index: index + 1, total }, timings),
  ]);
}

describe('--shard', () => {
  test.each([
    ['1/1', { index: 1, total: 1 }],
    ['2/4', { index: 2, total: 4 }],
    [' 10/10 ', { index: 10, total: 10 }],
  ])('%j', (text, shard) => {
    expect(parseShard(text)).toEqual(shard);
  });

  test.each(['', '2', '0/4', '5/4', '1/0', '-1/4', '1.5/4', '1/10001', '1/4/2', 'a/b', '1 of 4'])(
    '%j is none',
    (text) => {
      expect(() => parseShard(text)).toThrow('--shard takes I/N, such as 2/4 for the second of four');
    },
  );
});

test('each name is in exactly one shard, with and without timings', () => {
  const name = fc.string({ minLength: 1 });
  const timing = fc.tuple(name, fc.oneof(fc.double(), fc.integer({ min: 0, max: 1e6 })));
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { maxLength: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(timing),
      (list, total, timings) => {
        const known = new Map([...timings, ...list.slice(0, 5).map((one, index) => [one, index] as const)]);
        for (const given of [undefined, known]) {
          expect(allShards(list, total, given).flat().sort()).toEqual([...list].sort());
          // All shards agree, whatever the order in which they were told the names.
          expect(allShards([...list].reverse(), total, given).map((one) => one.sort())).toEqual(
            allShards(list, total, given).map((one) => one.sort()),
          );
        }
      },
    ),
  );
});

test('a name stays in its shard whatever else is in the list', () => {
  for (const name of names.slice(0, 50)) {
    const shard = { index: shardOfName(name, 4), total: 4 };
    expect([...namesOfShard([name], shard)]).toEqual([name]);
    expect(namesOfShard(names.slice(25), shard).has(name)).toBe(names.indexOf(name) >= 25);
  }
  // What was run where yesterday is run there by every later version, too.
  expect(['app-1', 'app-2', 'app-3', 'ä'].map((name) => shardOfName(name, 4))).toEqual([3, 3, 4, 3]);
});

test('without timings the shards are about equally long', () => {
  const sizes = allShards(names, 4).map((one) => one.length);
  expect(Math.min(...sizes)).toBeGreaterThan(200);
});

describe('with timings', () => {
  const timings = new Map(
    names.slice(0, 900).map((name, index) => [name, index === 0 ? 50_000 : 100 + (index % 7) * 50]),
  );

  function timesOf(shards: readonly (readonly string[])[]): number[] {
    return shards.map((shard) => shard.reduce((sum, name) => sum + (timings.get(name) ?? 250), 0));
  }

  test('the shards take about the same time, one that is slow by itself notwithstanding', () => {
    const times = timesOf(allShards(names, 4, timings));
    expect(Math.max(...times) / Math.min(...times)).toBeLessThan(1.01);
  });

  test('a target that was not timed counts as the median', () => {
    const known = new Map([
      ['a', 100],
      ['b', 300],
      ['c', 200],
    ]);
    // b 300 | new 200 | c 200, and a goes to one of the shorter ones.
    expect(allShards(['a', 'b', 'c', 'new'], 3, known)).toEqual([['b'], ['c', 'a'], ['new']]);
  });

  test('timings that say nothing spread the targets evenly', () => {
    const zero = new Map(names.map((name) => [name, 0]));
    expect(allShards(names, 4, zero).map((one) => one.length)).toEqual([250, 250, 250, 250]);
    const strange = new Map([
      ['app-1', Number.NaN],
      ['app-2', -5],
      ['app-3', Number.POSITIVE_INFINITY],
    ]);
    expect(allShards(names, 4, strange)).toEqual(allShards(names, 4));
  });
});
