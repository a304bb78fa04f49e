// @ts-nocheck
import { join, resolve } from 'node:path';
import { failure } from '../../../failure.ts';
import { fileReason } from '../../../file-reason.ts';
import type { Io } from '../../../io.ts';
import { makeFolder } from '../../../make-folder.ts';
import { createRedactor } from '../../../runner/redactor.ts';
import { exitCodeOfMany, manyResultOf } from '../../../runner/spool/many-result.ts';
import { openSpools } from '../../../runner/spool/read-spool.ts';
import { SPOOL_FILE, type SpoolHead } from '../../../runner/spool/spool.ts';
import { endLine, headLine } from '../../../runner/spool/spool-lines.ts';
import type { ExitCode } from '../../command.ts';
import type { RunParts } from '../parts.ts';
import { checkNumbers, type RunArguments } from '../plan.ts';
import { type ManyReporters, manyReportersFor, reportMany } from '../report-many.ts';
import type { TargetsArguments } from './arguments.ts';
import { createProgress } from './progress.ts';
import { type TargetProviders, targetProviders } from './providers.ts';
import { runTargets } from './run-targets.ts';
import { createSpoolFile } from './spool-file.ts';
import { type WantedTargets, wantedTargets } from './wanted-targets.ts';

/** What the command line says of a run of many targets. */
export type ExecuteArguments = TargetsArguments & RunArguments;

/**
 * Runs the flows of many targets and reports on all of them together: progress and failures while it goes on, the
 * summary and the files of reports at the end, also when it is interrupted.
 *
 * @throws Failure when it could not begin, or the results could not be kept
 */
export async function executeTargets(args: ExecuteArguments, io: Io, parts: RunParts): Promise<ExitCode> {
  checkNumbers(args);
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
  args: ExecuteArguments,
  io: Io,
  parts: RunParts,
): Promise<ExitCode> {
  const folder = args.reports ?? 'reports';
  const file = join(folder, SPOOL_FILE);
  const path = resolve(io.cwd, file);
  await makeReportFolder(resolve(io.cwd, folder), file);
  const startedAt = io.now();
  const head = headOf(wanted, providers, args, startedAt);
  const spool = await createSpoolFile(path, file);
  const progress = createProgress(wanted.targets.length, io, args.output === 'quiet');
  try {
    await spool.append(headLine(head));
    const run = { ...wanted, providers, provider: head.provider, spool, progress, args, parts };
    const { index, cutShort } = await runTargets(run, io);
    const durationMs = io.now() - startedAt;
    await spool.append(endLine({ durationMs, interrupted: cutShort }));
    progress.end();
    const spools = openSpools([path]);
    const { startedAt: began } = head;
    const many = manyResultOf({
      head,
      startedAt: began,
      durationMs,
      interrupted: cutShort,
      expected: wanted.targets.length,
      index,
      read: ({ at }) => spools.read(at),
    });
    try {
      const failures = await reportMany(many, reporters, { folder, output: args.output, kept: file }, io);
      return exitCodeOfMany(many) || (failures.length > 0 ? 3 : 0);
    } finally {
      await spools.close();
    }
  } finally {
    progress.end();
    await spool.close();
  }
}

function headOf(
  { list, shard }: WantedTargets,
  { live }: TargetProviders,
  args: ExecuteArguments,
  startedAt: number,
): Omit<SpoolHead, 'version' | 'kind'> {
  const { text } = createRedactor();
  return {
    tool: text('legwork'),
    target: live ? 'live' : 'emulator',
    provider: text(args.provider === 'linkedin' ? 'LinkedIn' : args.provider),
    startedAt: text(new Date(startedAt).toISOString()),
    ...(shard !== undefined && { shard }),
    list,
  };
}

async function makeReportFolder(folder: string, file: string): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (error) {
    throw failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error });
  }
}
