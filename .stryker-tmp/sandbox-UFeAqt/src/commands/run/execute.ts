// @ts-nocheck
import { type Failure, failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { isLoopback } from '../../oauth/secure-url.ts';
import type { Profile } from '../../providers/profile.ts';
import { nextLine, summaryLines } from '../../reports/terminal.ts';
import { withoutWorkflowCommands } from '../../reports/workflow-commands.ts';
import { notRun } from '../../runner/not-run.ts';
import { exitCodeOf } from '../../runner/outcome.ts';
import { defaultTimeouts, type RunRequest } from '../../runner/request.ts';
import type { FlowResult, RunResult } from '../../runner/result.ts';
import { runResultOf } from '../../runner/run-result.ts';
import type { ExitCode } from '../command.ts';
import { type Beginning, beginningOf } from './beginning.ts';
import { readEnvFile, readPostmanEnvironment } from './environment-file.ts';
import { explainBy } from './explain.ts';
import { writeNewmanReports } from './newman-reports.ts';
import { nextCommand } from './next-command.ts';
import type { FlowCollection, RunningEmulator, RunParts } from './parts.ts';
import { chosenFlows, type RunArguments, targetOf } from './plan.ts';
import { reportOnGithub } from './report-on-github.ts';
import { type Reporters, reportersFor } from './reporters.ts';
import { withRetryTimes } from './retry-times.ts';
import { type Planned, runPlanned } from './run-planned.ts';
import { missingSettings, settingsFrom } from './settings.ts';
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
  const startedAt = io.now();
  const profile = await parts.loadProfile(args.provider, io);
  const offered = offeredFor(args, parts.collectionsFor(profile));
  const flows = chosenFlows(offered, args.flow, profile.name);
  const emulators: RunningEmulator[] = [];
  let results: FlowResult[];
  try {
    const planned =
      target === 'emulator'
        ? await planForEmulator(flows, profile, io, parts, emulators)
        : await planForLive(flows, profile, args, io, parts);
    results = await runPlanned(
      withRetries(withTimeout(planned, args.timeout), args.retries),
      io,
      args.output,
    );
  } finally {
    await Promise.all(emulators.map((emulator) => emulator.close()));
  }
  const durationMs = io.now() - startedAt;
  const result = runResultOf({ target, provider: profile.name, startedAt, durationMs, flows: results });
  const failures = await report(result, reporters, args, io);
  if (results.every((flow) => flow.outcome === 'not-run' && flow.steps.length === 0 && !flow.interrupted)) {
    throw failure('NOTHING_RAN', {
      reasons: results.map((flow) => `  ${flow.flow}: ${flow.reason}`).join('\n'),
    });
  }
  return exitCodeOf(result) || (failures.length > 0 ? 3 : 0);
}

/** Reports on a run in every way that was asked for; one that fails costs no other. */
async function report(
  result: RunResult,
  reporters: Reporters,
  args: RunArguments,
  io: Io,
): Promise<Failure[]> {
  if (args.output !== 'quiet' || result.outcome !== 'passed') {
    io.out(withoutWorkflowCommands(summaryLines(result, io.color)));
  }
  const own = await writeReports(reporters.own, result, args.reports ?? 'reports', io);
  // What a reporter of Newman prints holds texts of servers; GitHub shall find no commands in it.
  const seal = reporters.github && reporters.newman.length > 0 ? hex(io.randomBytes(16)) : undefined;
  if (seal !== undefined) io.out(`::stop-commands::${seal}\n`);
  const newman = await writeNewmanReports(reporters.newman, result, args.reports, io);
  if (seal !== undefined) io.out(`::${seal}::\n`);
  const github = reporters.github ? await reportOnGithub(result, io) : [];
  const written = [...own.written, ...newman.written];
  if (written.length > 0 && args.output !== 'quiet') io.err(`Reports: ${written.join(', ')}\n`);
  const failures = [...own.failures, ...newman.failures, ...github];
  for (const { message, hint } of failures) io.err(`legwork: ${message}\n${hint}\n`);
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
