// @ts-nocheck
import { failure } from '../failure.ts';
import { isShard, parseShard, type Shard } from './shard.ts';

/** A shard, and where its numbers come from, in words. */
export interface ShardFromEnv {
  readonly shard: Shard;
  /** `GitLab CI (CI_NODE_INDEX, CI_NODE_TOTAL)` */
  readonly from: string;
}

type Env = Readonly<Record<string, string | undefined>>;

interface System {
  readonly name: string;
  readonly index: string;
  readonly total: string;
  /** Number of the first job. */
  readonly first: 0 | 1;
}

/** For systems that do not say it by themselves: GitHub Actions and Kubernetes. Jobs are counted from 0, as both do. */
const TOTAL = 'LEGWORK_JOB_TOTAL';
const OWN: System = { name: 'LEGWORK_JOB_INDEX', index: 'LEGWORK_JOB_INDEX', total: TOTAL, first: 0 };
const KUBERNETES: System = { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', total: TOTAL, first: 0 };

/**
 * Each from the documentation of its system:
 * https://docs.gitlab.com/ci/variables/predefined_variables/,
 * https://circleci.com/docs/reference/variables/,
 * https://buildkite.com/docs/pipelines/configure/environment-variables,
 * https://learn.microsoft.com/azure/devops/pipelines/build/variables,
 * https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode
 */
const SYSTEMS: readonly System[] = [
  { name: 'GitLab CI', index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  { name: 'CircleCI', index: 'CIRCLE_NODE_INDEX', total: 'CIRCLE_NODE_TOTAL', first: 0 },
  { name: 'Buildkite', index: 'BUILDKITE_PARALLEL_JOB', total: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
  { name: 'Azure Pipelines', index: 'SYSTEM_JOBPOSITIONINPHASE', total: 'SYSTEM_TOTALJOBSINPHASE', first: 1 },
];

/**
 * Which part of the targets this job of a CI system runs, where the system says so.
 *
 * LEGWORK_SHARD (`2/4`) comes first, then LEGWORK_JOB_INDEX with LEGWORK_JOB_TOTAL, then what the system sets by itself.
 *
 * @returns undefined where there is one job only, or none is told
 * @throws Failure SHARD_UNKNOWN when the variables do not make sense; USAGE for a LEGWORK_SHARD that is none
 */
export function shardFromEnv(env: Env): ShardFromEnv | undefined {
  const own = env.LEGWORK_SHARD;
  if (own) return several({ shard: parseShard(own, 'LEGWORK_SHARD'), from: 'LEGWORK_SHARD' });
  if (env[OWN.index]) return several(shardOf(OWN, env));
  const found = SYSTEMS.flatMap((system) => several(shardOf(system, env)) ?? []);
  const [first, second] = found;
  if (first !== undefined && second !== undefined && !same(first.shard, second.shard)) {
    const problem = `${inWords(first)} and ${inWords(second)} contradict each other`;
    throw failure('SHARD_UNKNOWN', { problem });
  }
  return first ?? several(shardOf(KUBERNETES, env));
}

function shardOf(system: System, env: Env): ShardFromEnv | undefined {
  const [index, total] = [env[system.index], env[system.total]];
  // GitLab and CircleCI give the total also to a job that is the only one.
  if (!index && (!total || Number(total) === 1 || system.total === TOTAL)) return undefined;
  const missing = index ? (total ? undefined : system.total) : system.index;
  if (missing !== undefined) {
    const there = missing === system.index ? system.total : system.index;
    throw failure('SHARD_UNKNOWN', { problem: `${there} is ${env[there]}, and ${missing} is not set` });
  }
  const shard = { index: numberOf(index) + 1 - system.first, total: numberOf(total) };
  if (isShard(shard)) return { shard, from: from(system) };
  const counted = `jobs of ${system.name} are counted from ${system.first}`;
  const problem = `${system.index} is ${index}, and ${system.total} is ${total} (${counted})`;
  throw failure('SHARD_UNKNOWN', { problem });
}

function from({ name, index, total }: System): string {
  return name === index ? `${index}, ${total}` : `${name} (${index}, ${total})`;
}

function inWords({ shard, from: source }: ShardFromEnv): string {
  return `${source} with ${shard.index}/${shard.total}`;
}

function numberOf(text: string | undefined): number {
  return /^\d{1,5}$/.test(text ?? '') ? Number(text) : Number.NaN;
}

function same(one: Shard, other: Shard): boolean {
  return one.index === other.index && one.total === other.total;
}

function several(found: ShardFromEnv | undefined): ShardFromEnv | undefined {
  return found === undefined || found.shard.total === 1 ? undefined : found;
}
