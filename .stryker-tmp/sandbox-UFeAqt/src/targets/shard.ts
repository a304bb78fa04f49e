// @ts-nocheck
import { createHash } from 'node:crypto';
import { failure } from '../failure.ts';

/** One of several processes that share a list of targets. */
export interface Shard {
  /** Counted from 1. */
  readonly index: number;
  readonly total: number;
}

/** More jobs than any CI system runs side by side. */
const MOST = 10_000;

/**
 * Reads `I/N`, such as `2/4`.
 *
 * @param from where it was written, for the message
 * @throws Failure USAGE
 */
export function parseShard(text: string, from = '--shard'): Shard {
  const [, index, total] = /^(\d{1,5})\/(\d{1,5})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index), total: Number(total) };
  if (index !== undefined && isShard(shard)) return shard;
  throw failure('USAGE', {
    problem: `${from} takes I/N, such as 2/4 for the second of four, not "${text}".`,
    command: 'run',
  });
}

/** Whether the numbers are those of a shard: 1 ≤ index ≤ total ≤ 10,000. */
export function isShard({ index, total }: Shard): boolean {
  return Number.isInteger(index) && Number.isInteger(total) && index >= 1 && index <= total && total <= MOST;
}

/**
 * The names that a shard runs. Each name is in exactly one shard.
 *
 * Without timings the shard of a name depends on the name and the total alone, so that it stays where it was when the
 * list changes. With timings the shards take about the same time; then all of them must be given the same names and
 * the same timings.
 *
 * @param names of all targets that were selected, in any order
 * @param timings how long targets took in a former run, in milliseconds; unknown ones count as the median
 */
export function namesOfShard(
  names: readonly string[],
  shard: Shard,
  timings?: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const known = knownTimings(names, timings);
  if (known.size === 0)
    return new Set(names.filter((name) => shardOfName(name, shard.total) === shard.index));
  return balanced(names, shard, known);
}

/** The shard of a name by its hash, from 1 to total. */
export function shardOfName(name: string, total: number): number {
  return (createHash('sha256').update(name).digest().readUIntBE(0, 6) % total) + 1;
}

function knownTimings(
  names: readonly string[],
  timings: ReadonlyMap<string, number> | undefined,
): Map<string, number> {
  const known = new Map<string, number>();
  for (const name of names) {
    const time = timings?.get(name);
    if (time !== undefined && Number.isFinite(time) && time >= 0) known.set(name, time);
  }
  return known;
}

/** Longest first, each to the shard that has least to do; where several have, to the one with fewest, then the first. */
function balanced(
  names: readonly string[],
  shard: Shard,
  known: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const usual = median([...known.values()]);
  const timed = [...new Set(names)].map((name) => ({ name, time: known.get(name) ?? usual }));
  timed.sort((one, other) => other.time - one.time || (one.name < other.name ? -1 : 1));
  const shards = Array.from({ length: shard.total }, () => ({ time: 0, names: [] as string[] }));
  for (const { name, time } of timed) {
    const least = shards.reduce((best, one) =>
      one.time < best.time || (one.time === best.time && one.names.length < best.names.length) ? one : best,
    );
    least.time += time;
    least.names.push(name);
  }
  return new Set(shards[shard.index - 1]?.names);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}
