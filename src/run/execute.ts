import type { ExitCode } from '../exit-code.ts';
import { type Failure, failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { isLoopback } from '../oauth/secure-url.ts';
import { CiCommand } from '../printable/ci-commands.ts';
import { say } from '../printable/printable.ts';
import type { Profile } from '../providers/profile.ts';
import { nextLine, summaryLines } from '../reports/terminal.ts';
import { notRun } from '../runner/not-run.ts';
import { exitCodeOf } from '../runner/outcome.ts';
import { defaultTimeouts, type RunRequest } from '../runner/request.ts';
import type { FlowResult, RunResult } from '../runner/result.ts';
import { runResultOf } from '../runner/run-result.ts';
import { readEnvFile, readPostmanEnvironment } from '../settings/environment-file.ts';
import { missingSettings, settingsFrom } from '../settings/settings.ts';
import { steadyClock } from '../steady-clock.ts';
import { explainBy } from './explain.ts';
import { type Beginning, beginningOf } from './initial-credentials.ts';
import { writeNewmanReports } from './newman-reports.ts';
import { nextCommand } from './next-command.ts';
import type { FlowCollection, RunningEmulator, RunParts } from './parts.ts';
import { chosenFlows, type RunArguments, targetOf } from './plan.ts';
import { reportFolder, withReportFolder } from './report-folder.ts';
import { reportOnGithub } from './report-on-github.ts';
import { type Reporters, reportersFor } from './reporters.ts';
import { withRetryTimes } from './retry-times.ts';
import { type Planned, runPlanned } from './run-planned.ts';
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
  const profile = await parts.loadProfile(args.provider, io);
  const offered = offeredFor(args, parts.collectionsFor(profile));
  const flows = chosenFlows(offered, args.flow, profile.name);
  const folder = reportFolder(args.reports, 'run');
  const emulators: RunningEmulator[] = [];
  try {
    const planned =
      target === 'emulator'
        ? await planForEmulator(flows, profile, io, parts, emulators)
        : await planForLive(flows, profile, args, io, parts);
    const ready = withRetries(withTimeout(planned, args.timeout), args.retries);
    const writes = reporters.own.length > 0 || (reporters.newman.length > 0 && args.reports !== undefined);
    return await withReportFolder(writes ? folder : undefined, io, async () => {
      const results = await runPlanned(ready, io, args.output);
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
    // The emulator plays LinkedIn alone.
    remedy: `Set what is missing in the environment or in a .env file${provider === 'linkedin' ? ', or use --target emulator, which needs nothing' : ''}.`,
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
  if (args.output !== 'quiet' || result.outcome !== 'passed') {
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
  if (written.length > 0 && args.output !== 'quiet') io.err(say`Reports: ${written.join(', ')}\n`);
  const failures = [...own.failures, ...newman.failures, ...github];
  for (const { message, hint } of failures) io.err(say`legwork: ${message}\n${hint}\n`);
  const next = nextCommand(result, args);
  if (next !== undefined) io.out(nextLine(next, io.color));
  return failures;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function withTimeout(planned: readonly Planned[], seconds: number | undefined): readonly Planned[] {
  if (seconds === undefined) return planned;
  return planned.map((plan) =>
    'result' in plan
      ? plan
      : { request: { ...plan.request, timeouts: { ...plan.request.timeouts, run: seconds * 1000 } } },
  );
}

function withRetries(planned: readonly Planned[], times: number | undefined): readonly Planned[] {
  return planned.map((plan) => {
    if ('result' in plan) return plan;
    const values = withRetryTimes(plan.request.environment.values, times);
    return { request: { ...plan.request, environment: { values } } };
  });
}

/** Whoever has a token already runs what begins with one; everybody else runs what gets one. */
function offeredFor(args: RunArguments, all: readonly FlowCollection[]): readonly FlowCollection[] {
  if (args.token === undefined) return all.filter(({ unattended = true }) => unattended);
  return all.filter(({ unattended = true }) => !unattended).map((flow) => ({ ...flow, byDefault: true }));
}

/** Every flow has an emulator of its own, so that what one leaves behind is not found by another. */
async function planForEmulator(
  flows: readonly FlowCollection[],
  profile: Profile,
  io: Io,
  parts: RunParts,
  started: RunningEmulator[],
): Promise<Planned[]> {
  const planned: Planned[] = [];
  for (const flow of flows) {
    const emulator = await parts.startEmulator(io);
    started.push(emulator);
    const settings = { publish: 'true', ...emulator.settings };
    const request = requestOf(flow, settings, true, profile, io, parts, NOTHING);
    const { registeredRedirectUris } = emulator;
    planned.push({
      request: registeredRedirectUris === undefined ? request : { ...request, registeredRedirectUris },
    });
  }
  return planned;
}

async function planForLive(
  flows: readonly FlowCollection[],
  profile: Profile,
  args: RunArguments,
  io: Io,
  parts: RunParts,
): Promise<Planned[]> {
  const environment =
    args.environment === undefined
      ? { values: {}, secrets: [] }
      : await readPostmanEnvironment(args.environment, io);
  const sources = {
    env: io.env,
    envFile: await readEnvFile(args.envFile, io),
    environment: environment.values,
  };
  const prefix = profile.environmentPrefix;
  const loopback = isLoopback(new URL(profile.metadata.token_endpoint).hostname);
  const beginning = await beginningOf(args, profile, io);
  return flows.map((flow) => {
    const required = flow.requires.filter((name) => !beginning.spared.includes(name));
    const settings = { ...settingsFrom(sources, prefix, required), ...beginning.variables };
    const missing = missingSettings(prefix, required, settings);
    if (missing.length > 0) return { result: notRun(flow, `not set: ${missing.join(', ')}`) };
    const marked = environment.secrets.map((name) => ({ name, value: settings[name] ?? '' }));
    const start = { ...beginning, secrets: [...beginning.secrets, ...marked] };
    return { request: requestOf(flow, settings, loopback, profile, io, parts, start) };
  });
}

const NOTHING: Beginning = { variables: {}, spared: [], secrets: [] };

function requestOf(
  flow: FlowCollection,
  settings: Readonly<Record<string, string>>,
  loopback: boolean,
  profile: Profile,
  io: Io,
  parts: RunParts,
  beginning: Beginning,
): RunRequest {
  const { values } = parts.environmentFor(profile, settings);
  // Scripts draw state and PKCE verifier from it: the sandbox has no randomness that is fit for secrets.
  const seed = { key: 'random_seed', value: hex(io.randomBytes(32)), type: 'secret' };
  return {
    flow: flow.flow,
    title: flow.title,
    collection: flow.collection,
    environment: { values: [...values.filter(({ key }) => key !== seed.key), seed] },
    secrets: [
      ...['client_secret', 'password'].map((name) => ({ name, value: settings[name] ?? '' })),
      ...beginning.secrets,
    ],
    ...(beginning.cookies !== undefined && { cookies: beginning.cookies }),
    loopback,
    timeouts: parts.timeouts ?? defaultTimeouts,
    explain: explainBy(profile),
  };
}
