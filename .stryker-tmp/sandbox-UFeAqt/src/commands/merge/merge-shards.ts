// @ts-nocheck
import { join, resolve } from 'node:path';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { isFlowResult } from '../../reports/run-result-schema.ts';
import { exitCodeOfMany, type ManyResult, manyResultOf } from '../../runner/spool/many-result.ts';
import { openSpools, readSpool, readSpoolHead, type Spool } from '../../runner/spool/read-spool.ts';
import { SPOOL_FILE, type SpoolHead } from '../../runner/spool/spool.ts';
import { createIndexer, type SpoolIndex } from '../../runner/spool/spool-index.ts';
import { targetList } from '../../runner/spool/spool-lines.ts';
import type { ExitCode } from '../command.ts';
import { manyReportersFor, reportMany } from '../run/report-many.ts';
import { checkShards, doubledTarget, otherTargets, type Shard } from './check-shards.ts';
import { type FoundSpool, findSpools } from './find-spools.ts';
import { joinedSpool } from './joined-spool.ts';
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
 * @throws Failure MERGE_REFUSED, SPOOL_INVALID, FILE_UNREADABLE, REPORTER_NOT_FOR_MANY, USAGE
 */
export async function mergeShards(args: MergeArguments, io: Io): Promise<ExitCode> {
  const reporters = manyReportersFor(args.reporter, io, 'merge');
  const found = await findSpools(args.dirs, io);
  refuseOverwriting(found, args.reports, io);
  const head = await headOf(found);
  const { spools, index } = await readAll(found, head);
  const files = openSpools(found.map(({ path }) => path));
  try {
    const many = resultOf(spools, index, (record) => files.read(record.at));
    checkList(many, spools, found);
    // The joined file is what the next run takes its timings from.
    const joined = { file: SPOOL_FILE, render: joinedSpool(spools) };
    const own =
      isOnly(found, args.reports, io) || reporters.own.length === 0
        ? reporters.own
        : [...reporters.own, joined];
    const failures = await reportMany(
      many,
      { ...reporters, own },
      { folder: args.reports, output: args.quiet ? 'quiet' : 'normal' },
      io,
    );
    return exitCodeOfMany(many) || (failures.length > 0 ? 3 : 0);
  } finally {
    await files.close();
  }
}

/** What all have in common. Before the rest is read: of a shard that is there twice every target would be there twice. */
async function headOf(found: readonly FoundSpool[]): Promise<SpoolHead> {
  const shards: Shard[] = [];
  for (const { path, folder } of found) {
    shards.push({ folder, head: await readSpoolHead({ path, shown: join(folder, SPOOL_FILE) }) });
  }
  return checkShards(shards);
}

async function readAll(
  found: readonly FoundSpool[],
  { provider }: SpoolHead,
): Promise<{ spools: Spool[]; index: SpoolIndex }> {
  const spools: Spool[] = [];
  const places = new Map<string, number>();
  const indexer = createIndexer(provider);
  for (const [file, { path, folder }] of found.entries()) {
    const spool = await readSpool(
      { path, shown: join(folder, SPOOL_FILE), file },
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
    spools.push(spool);
  }
  return { spools, index: indexer.index() };
}

function resultOf(spools: readonly Spool[], index: SpoolIndex, read: ManyResult['read']): ManyResult {
  const [first] = spools;
  if (first === undefined) throw new TypeError('there is no spool');
  const { startedAt, durationMs } = timesOf(spools, index);
  return manyResultOf({
    head: first.head,
    startedAt,
    durationMs,
    interrupted: spools.some(({ end }) => end === undefined || end.interrupted),
    expected: first.head.list.count,
    index,
    read,
    ...(first.head.shard !== undefined && { shards: spools.length }),
  });
}

function checkList(
  { missing, index }: ManyResult,
  spools: readonly Spool[],
  found: readonly FoundSpool[],
): void {
  if (missing > 0) return;
  const list = targetList([...new Set(index.records.map(({ target }) => target))]);
  if (list.digest !== spools[0]?.head.list.digest) throw otherTargets(found.map(({ folder }) => folder));
}

/** The reports of a run that was killed are made in its own folder. */
function isOnly(found: readonly FoundSpool[], reports: string, io: Io): boolean {
  return found.length === 1 && found[0]?.path === resolve(io.cwd, reports, SPOOL_FILE);
}

function refuseOverwriting(found: readonly FoundSpool[], reports: string, io: Io): void {
  const path = resolve(io.cwd, reports, SPOOL_FILE);
  const folder = found.find((one) => one.path === path)?.folder;
  if (folder === undefined || found.length === 1) return;
  throw failure('USAGE', {
    problem: `${folder} is one of the shards: the joined reports need a folder of their own, named by --reports.`,
    command: 'merge',
  });
}
