import { ownSettings } from '../inert.ts';
import type { Io } from '../io.ts';
import { isLoopback } from '../oauth/secure-url.ts';
import type { Profile } from '../providers/profile.ts';
import { notRun } from '../runner/not-run.ts';
import type { RunRequest } from '../runner/request.ts';
import { readEnvFile, readPostmanEnvironment } from '../settings/environment-file.ts';
import { missingSettings, settingsFrom } from '../settings/settings.ts';
import { initialCredentials } from './initial-credentials.ts';
import type { RunArguments } from './options.ts';
import type { FlowCollection, RunningEmulator, RunParts } from './parts.ts';
import type { Planned } from './run-planned.ts';
import { type FlowSetup, runRequestOf, timeoutsFor } from './run-request.ts';
import { createVerifyAt, idTokenVerifier } from './verify-id-token.ts';

/** What a plan is made from. */
export interface PlanInput {
  readonly flows: readonly FlowCollection[];
  readonly profile: Profile;
  readonly args: RunArguments;
  readonly io: Io;
  readonly parts: RunParts;
}

/**
 * Plans the flows against emulators: each flow has one of its own, so that what one leaves behind is not found by
 * another.
 *
 * @param started every emulator that was started, for the caller to close
 */
export async function planForEmulator(input: PlanInput, started: RunningEmulator[]): Promise<Planned[]> {
  const { flows, profile, args, io, parts } = input;
  const planned: Planned[] = [];
  for (const flow of flows) {
    const { settings, registeredRedirectUris, ...emulator } = await parts.startEmulator(io, args.provider);
    started.push({ settings, ...emulator });
    const own = ownSettings({ publish: 'true', ...settings });
    const setup = { flow, profile, settings: own, secrets: [], loopback: true, registeredRedirectUris };
    planned.push({ request: requestOf(setup, input) });
  }
  return planned;
}

/**
 * Plans the flows against the provider, with the settings of the environment; a flow without its settings is not run.
 *
 * @throws Failure of the files that are read, and of stored tokens and sessions
 */
export async function planForLive(input: PlanInput): Promise<Planned[]> {
  const { flows, profile, args, io } = input;
  const environment =
    args.environment === undefined
      ? { values: {}, secrets: [] }
      : await readPostmanEnvironment(args.environment, io);
  const sources = {
    env: io.env,
    envFile: await readEnvFile(args['env-file'], io),
    environment: environment.values,
  };
  const prefix = profile.environmentPrefix;
  const loopback = isLoopback(new URL(profile.metadata.token_endpoint).hostname);
  const credentials = await initialCredentials(args, profile, io);
  return flows.map((flow) => {
    const required = flow.requires.filter((name) => !credentials.satisfied.includes(name));
    const settings = { ...settingsFrom(sources, prefix, required), ...credentials.variables };
    const missing = missingSettings(prefix, required, settings);
    if (missing.length > 0) return { result: notRun(flow, `not set: ${missing.join(', ')}`) };
    const setup = { flow, profile, settings, secrets: environment.secrets, loopback, credentials };
    return { request: requestOf(setup, input) };
  });
}

function requestOf(setup: FlowSetup, { args, io, parts, profile }: PlanInput): RunRequest {
  const request = runRequestOf(setup, {
    args,
    environmentFor: parts.environmentFor,
    timeouts: timeoutsFor(args.timeout, parts.timeouts),
    randomBytes: io.randomBytes,
  });
  const verifyIdToken = idTokenVerifier(profile, request.environment.values, createVerifyAt(io));
  return verifyIdToken === undefined ? request : { ...request, verifyIdToken };
}
