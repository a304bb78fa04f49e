import type { VariableValue } from '../inert.ts';
import type { Profile } from '../providers/profile.ts';
import {
  defaultTimeouts,
  type RunRequest,
  type Secret,
  type Timeouts,
  type Variable,
} from '../runner/request.ts';
import { explainBy } from './explain.ts';
import type { InitialCredentials } from './initial-credentials.ts';
import type { RunArguments } from './options.ts';
import type { FlowCollection } from './parts.ts';

/** One flow with everything that is set for it. */
export interface FlowSetup {
  readonly flow: FlowCollection;
  readonly profile: Profile;
  /** Values of the collection's variables. */
  readonly settings: Readonly<Record<string, VariableValue>>;
  /** Names of settings, besides the client secret and the password, that no output may show. */
  readonly secrets: readonly string[];
  /** The server is on this machine. */
  readonly loopback: boolean;
  readonly credentials?: InitialCredentials;
  /** The redirect URIs registered for the client, where that is known. */
  readonly registeredRedirectUris?: readonly string[] | undefined;
}

/** What all flows of a run have in common. */
export interface RunSetup {
  readonly environmentFor: (
    profile: Profile,
    values: Readonly<Record<string, VariableValue>>,
  ) => { readonly values: readonly Variable[] };
  readonly timeouts: Timeouts;
  /** The options of the command line, whole: one that changes a request is read in {@link runRequestOf} alone. */
  readonly args: RunArguments;
  readonly randomBytes: (length: number) => Uint8Array;
}

const ALWAYS_SECRET = ['client_secret', 'password'];

/** The request with which the runner runs a flow, of one account or of one among many targets. */
export function runRequestOf(setup: FlowSetup, run: RunSetup): RunRequest {
  const { flow, profile, settings, credentials, registeredRedirectUris } = setup;
  const { args } = run;
  // Scripts derive state and PKCE verifier from it: the sandbox has no randomness fit for secrets.
  const own: Variable[] = [
    { key: 'random_seed', value: Buffer.from(run.randomBytes(32)).toString('hex'), type: 'secret' },
  ];
  // It wins over the profile's policy, which stands in the collection, and over what a person has set.
  if (args.retries !== undefined) own.push({ key: 'retry_times', value: String(args.retries) });
  const { values } = run.environmentFor(profile, settings);
  const names = new Set([...ALWAYS_SECRET, ...setup.secrets]);
  const secrets: Secret[] = [...names].map((name) => ({ name, value: settings[name] ?? '' }));
  return {
    flow: flow.flow,
    title: flow.title,
    collection: flow.collection,
    environment: { values: [...values.filter(({ key }) => own.every((one) => one.key !== key)), ...own] },
    secrets: [...secrets, ...(credentials?.secrets ?? [])],
    ...(credentials?.cookies !== undefined && { cookies: credentials.cookies }),
    loopback: setup.loopback,
    timeouts: run.timeouts,
    explain: explainBy(profile),
    ...(profile.facts !== undefined && { providerId: profile.facts.id }),
    ...(registeredRedirectUris !== undefined && { registeredRedirectUris }),
    ...(args['hide-bodies'] === true && { hideBodies: true }),
  };
}

/**
 * The time limits of a run.
 *
 * @param seconds that a flow may take; left out: the defaults
 */
export function timeoutsFor(seconds: number | undefined, usual: Timeouts = defaultTimeouts): Timeouts {
  if (seconds === undefined) return usual;
  const run = seconds * 1000;
  return { ...usual, script: Math.min(usual.script, run), run };
}
