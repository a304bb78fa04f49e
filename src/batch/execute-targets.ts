import { join, resolve } from 'node:path';
import type { ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { providerName } from '../providers/atlas/all.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { type BatchArguments, outputOf } from '../run/options.ts';
import type { RunParts } from '../run/parts.ts';
import { reportFolder, withReportFolder } from '../run/report-folder.ts';
import { steadyClock } from '../steady-clock.ts';
import { createProgress } from './progress.ts';
import { type TargetProviders, targetProviders } from './providers.ts';
import { type ManyReporters, manyReportersFor, reportMany } from './report-many.ts';
import { exitCodeOfMany, manyResultOf } from './result-log/many-result.ts';
import { RESULT_LOG_FILE, type ResultLogHead } from './result-log/result-log.ts';
import { endLine, headLine } from './result-log/result-log-lines.ts';
import { createResultLogFile, createTemporaryResultLog, type ResultLogFile } from './result-log-file.ts';
import { runTargets } from './run-targets.ts';
import { type WantedTargets, wantedTargets } from './wanted-targets.ts';

/**
 * Runs the flows of many targets and reports on all of them together: progress and failures while it goes on, the
 * summary and the files of reports at the end, also when it is interrupted.
 *
 * @throws Failure when it could not begin, or the results could not be kept
 */
export async function executeTargets(args: BatchArguments, io: Io, parts: RunParts): Promise<ExitCode> {
  const reporters = manyReportersFor(args.reporter, io);
  const wanted = await wantedTargets(args, io);
  const providers = await targetProviders(wanted.targets, args, io, parts);
  try {
    return await runAndReport(wanted, providers, reporters, args, io, parts);
  } finally {
    await providers.close();
  }
}

async function runAndReport(
  wanted: WantedTargets,
  providers: TargetProviders,
  reporters: ManyReporters,
  args: BatchArguments,
  io: Io,
  parts: RunParts,
): Promise<ExitCode> {
  const folder = reportFolder(args.reports, 'run');
  // The result log itself is a report: shards are joined from it.
  const writes = reporters.own.length > 0 || reporters.github;
  return withReportFolder(writes ? folder : undefined, io, async () => {
    const file = join(folder, RESULT_LOG_FILE);
    const log = await (writes
      ? createResultLogFile(resolve(io.cwd, file), file)
      : createTemporaryResultLog());
    const about = { folder, ...(writes && { kept: file }) };
    return runIntoResultLog(log, about, wanted, providers, reporters, args, io, parts);
  });
}

async function runIntoResultLog(
  log: ResultLogFile,
  about: { readonly folder: string; readonly kept?: string },
  wanted: WantedTargets,
  providers: TargetProviders,
  reporters: ManyReporters,
  args: BatchArguments,
  io: Io,
  parts: RunParts,
): Promise<ExitCode> {
  const clock = steadyClock(io.now);
  const startedAt = clock();
  const head = await headOf(wanted, providers, args, startedAt);
  const progress = createProgress(wanted.targets.length, io, args.quiet === true);
  try {
    await log.append(headLine(head));
    const run = { ...wanted, providers, provider: head.provider, log, progress, args, parts };
    const { index, cutShort } = await runTargets(run, io);
    const durationMs = clock() - startedAt;
    await log.append(endLine({ durationMs, interrupted: cutShort }));
    progress.end();
    const { startedAt: began } = head;
    const many = manyResultOf({
      head,
      startedAt: began,
      durationMs,
      interrupted: cutShort,
      expected: wanted.targets.length,
      index,
      read: ({ at }) => log.read(at),
    });
    const failures = await reportMany(many, reporters, { ...about, output: outputOf(args) }, io);
    return exitCodeOfMany(many) || (failures.length > 0 ? 3 : 0);
  } finally {
    progress.end();
    await log.close();
  }
}

async function headOf(
  { list, shard }: WantedTargets,
  { live }: TargetProviders,
  args: BatchArguments,
  startedAt: number,
): Promise<Omit<ResultLogHead, 'version' | 'kind'>> {
  const { text } = createRedactor();
  return {
    tool: text('legwork'),
    target: live ? 'live' : 'emulator',
    provider: text(await providerName(args.provider)),
    startedAt: text(new Date(startedAt).toISOString()),
    ...(shard !== undefined && { shard }),
    list,
  };
}
