import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import type { Io } from '../io.ts';
import { say } from '../printable/printable.ts';
import { parseJson } from '../providers/json-text.ts';
import { readText } from '../read-text.ts';
import type { BatchArguments } from '../run/options.ts';
import type { FlowResult } from '../runner/result.ts';
import { readResultLog } from './result-log/read-result-log.ts';
import { RESULT_LOG_FILE, type TargetList } from './result-log/result-log.ts';
import { targetList } from './result-log/result-log-lines.ts';
import { readTargets } from './targets/read-targets.ts';
import { selectTargets } from './targets/select-targets.ts';
import { namesOfShard, parseShard, type Shard } from './targets/shard.ts';
import { shardFromEnv } from './targets/shard-from-env.ts';
import type { Target } from './targets/target.ts';

/** The targets that this run is for. */
export interface WantedTargets {
  readonly targets: readonly Target[];
  /** Everything that was selected; the same for all shards. */
  readonly list: TargetList;
  readonly shard?: Shard;
}

/**
 * Reads the file of targets, selects by name, and takes the part of this shard.
 *
 * @throws Failure TARGETS_INVALID, TARGET_UNKNOWN, SHARD_UNKNOWN, USAGE, FILE_UNREADABLE, RESULT_LOG_INVALID
 */
export async function wantedTargets(args: BatchArguments, io: Io): Promise<WantedTargets> {
  const text = await readText(resolve(io.cwd, args.targets), args.targets, io);
  const selected = selectTargets(readTargets(text, args.targets, io.env), args.name ?? []);
  const names = selected.map(({ name }) => name);
  const list = targetList(names);
  const shard = shardOf(args, io);
  if (shard === undefined) return { targets: selected, list };
  const timings = args.balance === undefined ? undefined : await timingsOf(args.balance, io);
  const mine = namesOfShard(names, shard, timings);
  return { targets: selected.filter(({ name }) => mine.has(name)), list, shard };
}

function shardOf(args: BatchArguments, io: Io): Shard | undefined {
  if (args.shard !== undefined) {
    const shard = parseShard(args.shard);
    return shard.total === 1 ? undefined : shard;
  }
  const found = shardFromEnv(io.env);
  if (found === undefined) return undefined;
  io.err(say`This is shard ${found.shard.index}/${found.shard.total}, as ${found.from} says.\n`);
  return found.shard;
}

/**
 * How long targets took in a former run, in milliseconds.
 *
 * @param report a folder of reports, its targets.ndjson, or a report.json
 */
async function timingsOf(report: string, io: Io): Promise<ReadonlyMap<string, number>> {
  const timings = new Map<string, number>();
  const count = (flow: Partial<Pick<FlowResult, 'targetName' | 'durationMs' | 'outcome'>>) => {
    const { targetName, durationMs, outcome } = flow;
    // One that was not run took no time, which says nothing of how long it would take.
    if (targetName === undefined || typeof durationMs !== 'number' || outcome === 'not-run') return;
    timings.set(targetName, (timings.get(targetName) ?? 0) + durationMs);
  };
  const path = resolve(io.cwd, report);
  if (/\.json$/i.test(report)) {
    const result = parseJson(await readText(path, report, io), report) as { flows?: unknown } | null;
    if (!Array.isArray(result?.flows)) {
      const problems = '  flows: expected a list';
      throw failure('FILE_INVALID', { file: report, problems, schema: 'a report.json of legwork' });
    }
    for (const flow of result.flows) count(flow ?? {});
  } else if (await isFolder(path, report)) {
    await readResultLog({ path: join(path, RESULT_LOG_FILE), shown: join(report, RESULT_LOG_FILE) }, count);
  } else {
    await readResultLog({ path, shown: report }, count);
  }
  return timings;
}

async function isFolder(path: string, shown: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw failure('FILE_UNREADABLE', { file: shown, reason: fileReason(error) }, { cause: error });
  }
}
