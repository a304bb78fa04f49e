import { Failure } from '../failure.ts';
import type { VariableValue } from '../inert.ts';
import type { Profile } from '../providers/profile.ts';
import type { FlowCollection } from '../run/parts.ts';
import { chosenFlows } from '../run/plan.ts';
import { type RunSetup, runRequestOf } from '../run/run-request.ts';
import { notRun } from '../runner/not-run.ts';
import type { FlowResult } from '../runner/result.ts';
import { missingSettings } from '../settings/settings.ts';
import type { Job, JobCollection } from './job.ts';
import type { Target } from './targets/target.ts';

/** A provider of targets, ready to be run against. */
export interface TargetProvider {
  /** As the targets, or --provider, name it. */
  readonly named: string;
  readonly profile: Profile;
  readonly flows: readonly FlowCollection[];
  readonly loopback: boolean;
  /** An emulator of this run's own: nothing that it is told lasts. */
  readonly emulated: boolean;
  /** The redirect URIs registered for the client of these settings; undefined where that is not known. */
  readonly registeredFor: (
    target: Target,
    settings: Readonly<Record<string, string>>,
  ) => readonly string[] | undefined;
  /** Everything that is set for a target: its own settings before those of the run. */
  readonly settingsOf: (target: Target) => Readonly<Record<string, VariableValue>>;
  /** Names of settings, besides those of the target, that no output may show. */
  readonly secrets: readonly string[];
}

/** A flow of a target: ready to run, or why it is not. */
export type PlannedJob =
  | { readonly job: Job }
  | ({ readonly result: FlowResult } & Pick<Job, 'targetName' | 'flows' | 'provider'>);

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
  plan: RunSetup,
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
    const flows = flowsOf(target, provider, settings, plan.args.flow);
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
  settings: Readonly<Record<string, VariableValue>>,
  plan: RunSetup,
  isUsed: UsedIn,
): Omit<Job, 'flows'> {
  const { profile, loopback, registeredFor } = provider;
  const secrets = [...provider.secrets, ...target.secrets];
  const registeredRedirectUris = registeredFor(target, settings);
  const setup = { flow, profile, settings, secrets, loopback, registeredRedirectUris };
  // The worker has the collection and the doctor already.
  const { collection: _, explain: __, ...request } = runRequestOf(setup, plan);
  return {
    id,
    targetName: target.name,
    provider: profile.name,
    collection: keyOf(provider, flow),
    ...(settings.username && {
      grant: {
        holder: JSON.stringify([provider.named, settings.client_id, settings.username]),
        scope: settings.scope ?? '',
      },
    }),
    publishes: settings.publish === 'true' && !provider.emulated,
    request: {
      ...request,
      environment: { values: request.environment.values.filter(({ key }) => isUsed(key)) },
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
