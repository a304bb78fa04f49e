// @ts-nocheck
import { Failure } from '../../../failure.ts';
import type { Profile } from '../../../providers/profile.ts';
import { notRun } from '../../../runner/not-run.ts';
import { defaultTimeouts, type Timeouts, type Variable } from '../../../runner/request.ts';
import type { FlowResult } from '../../../runner/result.ts';
import type { Target } from '../../../targets/target.ts';
import type { FlowCollection } from '../parts.ts';
import { chosenFlows } from '../plan.ts';
import { withRetryTimes } from '../retry-times.ts';
import { missingSettings } from '../settings.ts';
import type { Job, JobCollection } from './job.ts';

/** A provider of targets, ready to be run against. */
export interface TargetProvider {
  /** As the targets, or --provider, name it. */
  readonly named: string;
  readonly profile: Profile;
  readonly flows: readonly FlowCollection[];
  readonly loopback: boolean;
  /** An emulator of this run's own: nothing that it is told lasts. */
  readonly played: boolean;
  /** Everything that is set for a target: its own settings before those of the run. */
  readonly settingsOf: (target: Target) => Readonly<Record<string, string>>;
  /** Names of settings, besides those of the target, that no output may show. */
  readonly secrets: readonly string[];
}

/** A flow of a target: ready to run, or why it is not. */
export type PlannedJob =
  | { readonly job: Job }
  | ({ readonly result: FlowResult } & Pick<Job, 'targetName' | 'flows' | 'provider'>);

/** What all jobs of a run have in common. */
export interface JobPlan {
  /** The flows that --flow names. */
  readonly flows: readonly string[] | undefined;
  readonly timeouts?: Timeouts;
  /** How often a request that may be repeated is tried again. */
  readonly retries?: number | undefined;
  readonly environmentFor: (
    profile: Profile,
    values: Readonly<Record<string, string>>,
  ) => { readonly values: readonly Variable[] };
  /** Fresh randomness for a flow, in hexadecimal digits. */
  readonly seed: () => string;
}

/** The key of a collection among those of a run. */
function keyOf(provider: TargetProvider, flow: FlowCollection): string {
  return `${flow.flow} ${provider.named}`;
}

/** All collections that jobs of these providers may run. */
export function jobCollections(providers: readonly TargetProvider[]): JobCollection[] {
  return providers.flatMap((provider) =>
    provider.flows.map((flow) => ({
      key: keyOf(provider, flow),
      collection: flow.collection,
      profile: provider.profile,
    })),
  );
}

/**
 * Plans the flows of targets one after the other, so that ten thousand targets take no more memory than ten. A target
 * that cannot be run costs only itself.
 *
 * @param providerOf the provider of a target, or why there is none
 */
export function* planJobs(
  targets: readonly Target[],
  providerOf: (target: Target) => TargetProvider | Failure,
  plan: JobPlan,
): Generator<PlannedJob> {
  const used = new Map<string, UsedIn>();
  let id = 0;
  for (const target of targets) {
    const provider = providerOf(target);
    if (provider instanceof Failure) {
      yield unplanned(target, target.provider ?? '', target.flow ?? '', provider);
      continue;
    }
    const settings = provider.settingsOf(target);
    const flows = flowsOf(target, provider, settings, plan.flows);
    if (flows instanceof Failure) {
      yield unplanned(target, provider.profile.name, target.flow ?? '', flows);
      continue;
    }
    for (const flow of flows) {
      const missing = missingSettings(provider.profile.environmentPrefix, flow.requires, settings);
      if (missing.length > 0) {
        const result = notRun(flow, `not set for this target: ${missing.join(', ')}`);
        yield { result, targetName: target.name, flows: flows.length, provider: provider.profile.name };
        continue;
      }
      const key = keyOf(provider, flow);
      const isUsed = used.get(key) ?? usedIn(flow.collection);
      used.set(key, isUsed);
      id += 1;
      yield { job: { ...jobOf(id, target, provider, flow, settings, plan, isUsed), flows: flows.length } };
    }
  }
}

function unplanned(target: Target, provider: string, flow: string, why: Failure): PlannedJob {
  const result = notRun({ flow, title: flow }, `${why.message} ${why.hint}`);
  return { result, targetName: target.name, flows: 1, provider };
}

/** Those of the target, else those of the run, else signing in where there is somebody who can. */
function flowsOf(
  target: Target,
  { flows, profile }: TargetProvider,
  settings: Readonly<Record<string, string>>,
  asked: readonly string[] | undefined,
): readonly FlowCollection[] | Failure {
  const named = target.flow?.split(/[\s,]+/).filter((name) => name !== '') ?? asked;
  const fitting = settings.username ? 'three-legged' : 'client-credentials';
  const usual = flows.some(({ flow }) => flow === fitting) ? [fitting] : undefined;
  try {
    return chosenFlows(flows, named ?? usual, profile.name);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function jobOf(
  id: number,
  target: Target,
  provider: TargetProvider,
  flow: FlowCollection,
  settings: Readonly<Record<string, string>>,
  plan: JobPlan,
  isUsed: UsedIn,
): Omit<Job, 'flows'> {
  const { values: given } = plan.environmentFor(provider.profile, settings);
  const values = withRetryTimes(given, plan.retries);
  const seed = { key: 'random_seed', value: plan.seed(), type: 'secret' };
  const secrets = new Set(['client_secret', 'password', ...provider.secrets, ...target.secrets]);
  return {
    id,
    targetName: target.name,
    provider: provider.profile.name,
    collection: keyOf(provider, flow),
    ...(settings.username && {
      grant: {
        holder: JSON.stringify([provider.named, settings.client_id, settings.username]),
        scope: settings.scope ?? '',
      },
    }),
    publishes: settings.publish === 'true' && !provider.played,
    request: {
      flow: flow.flow,
      title: flow.title,
      environment: { values: [...values.filter(({ key }) => key !== seed.key && isUsed(key)), seed] },
      secrets: [...secrets].map((name) => ({ name, value: settings[name] ?? '' })),
      loopback: provider.loopback,
      timeouts: plan.timeouts ?? defaultTimeouts,
    },
  };
}

/** Whether a collection uses a variable. */
type UsedIn = (name: string) => boolean;

/** Every variable travels into the sandbox and back with each script: those that nobody reads stay at home. */
function usedIn(collection: object): UsedIn {
  const text = JSON.stringify(collection);
  const known = new Map<string, boolean>();
  return (name) => {
    const answer = known.get(name) ?? text.includes(name);
    known.set(name, answer);
    return answer;
  };
}
