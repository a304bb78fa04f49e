import { isPlayed } from '../emulator/dialects.ts';
import type { ExitCode } from '../exit-code.ts';
import { type Failure, failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { CiCommand } from '../printable/ci-commands.ts';
import { say } from '../printable/printable.ts';
import { nextLine, summaryLines } from '../reports/terminal.ts';
import { exitCodeOf } from '../runner/outcome.ts';
import type { FlowResult, RunResult } from '../runner/result.ts';
import { runResultOf } from '../runner/run-result.ts';
import { readEnvFile } from '../settings/environment-file.ts';
import { steadyClock } from '../steady-clock.ts';
import { exposedSecrets } from './exposed-secrets.ts';
import { writeNewmanReports } from './newman-reports.ts';
import { nextCommand } from './next-command.ts';
import { outputOf, type RunArguments } from './options.ts';
import type { FlowCollection, RunningEmulator, RunParts } from './parts.ts';
import { chosenFlows, targetOf } from './plan.ts';
import { planForEmulator, planForLive } from './plan-flows.ts';
import { reportFolder, withReportFolder } from './report-folder.ts';
import { reportOnGithub } from './report-on-github.ts';
import { type Reporters, reportersFor } from './reporters.ts';
import { runPlanned } from './run-planned.ts';
import { writeReports } from './write-reports.ts';

/**
 * Runs flows against the emulator or a real provider: prints every step to standard output as it happens, then the
 * summary, and writes the reports.
 *
 * @throws Failure when it could not begin; NOTHING_RAN, after the reports, when no flow had what it needs
 */
export async function executeRun(args: RunArguments, io: Io, parts: RunParts): Promise<ExitCode> {
  const target = targetOf(args);
  const reporters = await reportersFor(args.reporter, io);
  const clock = steadyClock(io.now);
  const startedAt = clock();
  const profile = await parts.loadProfile(args.provider, io, {
    envFile: () => readEnvFile(args['env-file'], io),
    // The emulator needs no tenant and no domain of anybody's own.
    standIns: target === 'emulator',
  });
  const offered = offeredFor(args, parts.collectionsFor(profile));
  const flows = chosenFlows(offered, args.flow, profile.name);
  const folder = reportFolder(args.reports, 'run');
  const emulators: RunningEmulator[] = [];
  try {
    const input = { flows, profile, args, io, parts };
    const planned =
      target === 'emulator' ? await planForEmulator(input, emulators) : await planForLive(input);
    io.err(exposedSecrets(planned.flatMap((plan) => ('request' in plan ? [plan.request] : []))));
    const writes = reporters.own.length > 0 || (reporters.newman.length > 0 && args.reports !== undefined);
    return await withReportFolder(writes ? folder : undefined, io, async () => {
      const results = await runPlanned(planned, io, outputOf(args));
      const durationMs = clock() - startedAt;
      const result = runResultOf({ target, provider: profile.name, startedAt, durationMs, flows: results });
      const failures = await report(result, reporters, folder, args, io);
      if (results.every(hasNotBegun)) throw nothingRan(results, args);
      return exitCodeOf(result) || (failures.length > 0 ? 3 : 0);
    });
  } finally {
    await Promise.all(emulators.map((emulator) => emulator.close()));
  }
}

function hasNotBegun({ outcome, steps, interrupted }: FlowResult): boolean {
  return outcome === 'not-run' && steps.length === 0 && !interrupted;
}

function nothingRan(results: readonly FlowResult[], { provider }: RunArguments): Failure {
  return failure('NOTHING_RAN', {
    reasons: results.map((flow) => `  ${flow.flow}: ${flow.reason}`).join('\n'),
    remedy: `Set what is missing in the environment or in a .env file${isPlayed(provider) ? ', or use --target emulator, which needs nothing' : ''}.`,
  });
}

/** Reports on a run in every way that was asked for; one that fails costs no other. */
async function report(
  result: RunResult,
  reporters: Reporters,
  folder: string,
  args: RunArguments,
  io: Io,
): Promise<Failure[]> {
  if (outputOf(args) !== 'quiet' || result.outcome !== 'passed') {
    io.out(summaryLines(result, io.color));
  }
  const own = await writeReports(reporters.own, result, folder, io);
  // The texts that a reporter of Newman gets hold no commands; on GitHub, none is even looked for.
  const seal = reporters.github && reporters.newman.length > 0 ? hex(io.randomBytes(16)) : undefined;
  if (seal !== undefined) io.out(CiCommand.github('stop-commands', {}, seal));
  const newman = await writeNewmanReports(reporters.newman, result, args.reports, io);
  if (seal !== undefined) io.out(CiCommand.resume(seal));
  const github = reporters.github ? await reportOnGithub(result, io) : [];
  const written = [...own.written, ...newman.written];
  if (written.length > 0 && outputOf(args) !== 'quiet') io.err(say`Reports: ${written.join(', ')}\n`);
  const failures = [...own.failures, ...newman.failures, ...github];
  for (const { message, hint } of failures) io.err(say`legwork: ${message}\n${hint}\n`);
  const next = nextCommand(result, args);
  if (next !== undefined) io.out(nextLine(next, io.color));
  return failures;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** Whoever has a token already runs what begins with one; everybody else runs what gets one. */
function offeredFor(args: RunArguments, all: readonly FlowCollection[]): readonly FlowCollection[] {
  if (args.token === undefined) return all.filter(({ unattended = true }) => unattended);
  return all.filter(({ unattended = true }) => !unattended).map((flow) => ({ ...flow, byDefault: true }));
}
