import { join, resolve } from 'node:path';
import type { ExitCode } from '../../exit-code.ts';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { isFlowResult } from '../../reports/run-result-schema.ts';
import { reportFolder, withReportFolder } from '../../run/report-folder.ts';
import { manyReportersFor, reportMany } from '../report-many.ts';
import { exitCodeOfMany, type ManyResult, manyResultOf } from '../result-log/many-result.ts';
import {
  openResultLogs,
  type ResultLog,
  readResultLog,
  readResultLogHead,
} from '../result-log/read-result-log.ts';
import { RESULT_LOG_FILE, type ResultLogHead } from '../result-log/result-log.ts';
import { createIndexer, type ResultLogIndex } from '../result-log/result-log-index.ts';
import { targetList } from '../result-log/result-log-lines.ts';
import { checkShards, doubledTarget, otherTargets, type Shard } from './check-shards.ts';
import { type FoundResultLog, findResultLogs } from './find-result-logs.ts';
import { joinedResultLog } from './joined-result-log.ts';
import { timesOf } from './times.ts';

/** What the command line says. */
export interface MergeArguments {
  readonly dirs: readonly string[];
  readonly reports: string;
  readonly reporter: readonly string[] | undefined;
  readonly quiet: boolean;
}

/**
 * Joins shards of one run, prints the summary and writes the reports, as the run would have done without shards. Of a
 * shard there is never more in memory than one flow and some hundred bytes for each.
 *
 * @returns the exit code of the run as a whole
 * @throws Failure MERGE_REFUSED, RESULT_LOG_INVALID, FILE_UNREADABLE, REPORTER_NOT_FOR_MANY, USAGE
 */
export async function mergeShards(args: MergeArguments, io: Io): Promise<ExitCode> {
  const reporters = manyReportersFor(args.reporter, io, 'merge');
  const folder = reportFolder(args.reports, 'merge');
  const found = await findResultLogs(args.dirs, io);
  refuseOverwriting(found, folder, io);
  const head = await headOf(found);
  const { logs, index } = await readAll(found, head);
  const files = openResultLogs(found.map(({ path }) => path));
  try {
    const many = resultOf(logs, index, (record) => files.read(record.at));
    checkList(many, logs, found);
    // The joined file is what the next run takes its timings from.
    const joined = { file: RESULT_LOG_FILE, render: joinedResultLog(logs) };
    const own =
      isOnly(found, folder, io) || reporters.own.length === 0 ? reporters.own : [...reporters.own, joined];
    const about = { folder, output: args.quiet ? 'quiet' : 'normal' } as const;
    const failures = await withReportFolder(own.length > 0 ? folder : undefined, io, () =>
      reportMany(many, { ...reporters, own }, about, io),
    );
    return exitCodeOfMany(many) || (failures.length > 0 ? 3 : 0);
  } finally {
    await files.close();
  }
}

/** What all have in common. Before the rest is read: of a shard that is there twice every target would be there twice. */
async function headOf(found: readonly FoundResultLog[]): Promise<ResultLogHead> {
  const shards: Shard[] = [];
  for (const { path, folder } of found) {
    shards.push({ folder, head: await readResultLogHead({ path, shown: join(folder, RESULT_LOG_FILE) }) });
  }
  return checkShards(shards);
}

async function readAll(
  found: readonly FoundResultLog[],
  { provider }: ResultLogHead,
): Promise<{ logs: ResultLog[]; index: ResultLogIndex }> {
  const logs: ResultLog[] = [];
  const places = new Map<string, number>();
  const indexer = createIndexer(provider);
  for (const [file, { path, folder }] of found.entries()) {
    const log = await readResultLog(
      { path, shown: join(folder, RESULT_LOG_FILE), file },
      (flow, at) => {
        const name = flow.targetName ?? '';
        const before = places.get(name);
        if (before !== undefined && before !== file)
          throw doubledTarget(name, found[before]?.folder ?? '', folder);
        places.set(name, file);
        indexer.add(flow, at);
      },
      isFlowResult,
    );
    logs.push(log);
  }
  return { logs, index: indexer.index() };
}

function resultOf(logs: readonly ResultLog[], index: ResultLogIndex, read: ManyResult['read']): ManyResult {
  const [first] = logs;
  if (first === undefined) throw new TypeError('there is no result log');
  const { startedAt, durationMs } = timesOf(logs, index);
  return manyResultOf({
    head: first.head,
    startedAt,
    durationMs,
    interrupted: logs.some(({ end }) => end === undefined || end.interrupted),
    expected: first.head.list.count,
    index,
    read,
    ...(first.head.shard !== undefined && { shards: logs.length }),
  });
}

function checkList(
  { missing, index }: ManyResult,
  logs: readonly ResultLog[],
  found: readonly FoundResultLog[],
): void {
  if (missing > 0) return;
  const list = targetList([...new Set(index.records.map(({ target }) => target))]);
  if (list.digest !== logs[0]?.head.list.digest) throw otherTargets(found.map(({ folder }) => folder));
}

/** The reports of a run that was killed are made in its own folder. */
function isOnly(found: readonly FoundResultLog[], reports: string, io: Io): boolean {
  return found.length === 1 && found[0]?.path === resolve(io.cwd, reports, RESULT_LOG_FILE);
}

function refuseOverwriting(found: readonly FoundResultLog[], reports: string, io: Io): void {
  const path = resolve(io.cwd, reports, RESULT_LOG_FILE);
  const folder = found.find((one) => one.path === path)?.folder;
  if (folder === undefined || found.length === 1) return;
  throw failure('USAGE', {
    problem: `${folder} is one of the shards: the joined reports need a folder of their own, named by --reports.`,
    command: 'merge',
  });
}
