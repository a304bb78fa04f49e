// @ts-nocheck
import { expect, test } from 'vitest';
import { shardFromEnv } from '../../src/targets/shard-from-env.ts';

test.each([
  [
    'GitLab counts from 1',
    { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' },
    2,
    'GitLab CI (CI_NODE_INDEX, CI_NODE_TOTAL)',
  ],
  [
    'CircleCI counts from 0',
    { CIRCLE_NODE_INDEX: '2', CIRCLE_NODE_TOTAL: '4' },
    3,
    'CircleCI (CIRCLE_NODE_INDEX, CIRCLE_NODE_TOTAL)',
  ],
  [
    'Buildkite counts from 0',
    { BUILDKITE_PARALLEL_JOB: '0', BUILDKITE_PARALLEL_JOB_COUNT: '4' },
    1,
    'Buildkite (BUILDKITE_PARALLEL_JOB, BUILDKITE_PARALLEL_JOB_COUNT)',
  ],
  [
    'Azure counts from 1',
    { SYSTEM_JOBPOSITIONINPHASE: '4', SYSTEM_TOTALJOBSINPHASE: '4' },
    4,
    'Azure Pipelines (SYSTEM_JOBPOSITIONINPHASE, SYSTEM_TOTALJOBSINPHASE)',
  ],
  [
    'Kubernetes counts from 0, and is told the total',
    { JOB_COMPLETION_INDEX: '3', LEGWORK_JOB_TOTAL: '4' },
    4,
    'Kubernetes (JOB_COMPLETION_INDEX, LEGWORK_JOB_TOTAL)',
  ],
  [
    'GitHub: strategy.job-index counts from 0',
    { LEGWORK_JOB_INDEX: '0', LEGWORK_JOB_TOTAL: '4' },
    1,
    'LEGWORK_JOB_INDEX, LEGWORK_JOB_TOTAL',
  ],
  ['a matrix of any system', { LEGWORK_SHARD: '3/4' }, 3, 'LEGWORK_SHARD'],
])('%s', (_, env, index, from) => {
  expect(shardFromEnv(env)).toEqual({ shard: { index, total: 4 }, from });
});

test.each([
  {},
  { CI_NODE_TOTAL: '1' },
  { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '1' },
  { CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '1' },
  { SYSTEM_JOBPOSITIONINPHASE: '1', SYSTEM_TOTALJOBSINPHASE: '1' },
  { LEGWORK_SHARD: '1/1', CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' },
  { LEGWORK_SHARD: '', CI_NODE_INDEX: '' },
  { LEGWORK_JOB_TOTAL: '4' },
])('one job is no shard: %j', (env) => {
  expect(shardFromEnv(env)).toBeUndefined();
});

test('what is set on purpose comes before what a system sets by itself', () => {
  const gitlab = { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' };
  expect(shardFromEnv({ ...gitlab, LEGWORK_SHARD: '5/6' })?.shard).toEqual({ index: 5, total: 6 });
  expect(shardFromEnv({ ...gitlab, LEGWORK_JOB_INDEX: '4', LEGWORK_JOB_TOTAL: '6' })?.shard).toEqual({
    index: 5,
    total: 6,
  });
});

test('a job of another system within an indexed job of Kubernetes is the shard', () => {
  expect(shardFromEnv({ JOB_COMPLETION_INDEX: '7', CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' })?.shard).toEqual({
    index: 2,
    total: 4,
  });
});

test.each([
  [{ CI_NODE_TOTAL: '4' }, 'CI_NODE_TOTAL is 4, and CI_NODE_INDEX is not set'],
  [{ CI_NODE_INDEX: '2' }, 'CI_NODE_INDEX is 2, and CI_NODE_TOTAL is not set'],
  [{ JOB_COMPLETION_INDEX: '2' }, 'JOB_COMPLETION_INDEX is 2, and LEGWORK_JOB_TOTAL is not set'],
  [
    { CI_NODE_INDEX: '0', CI_NODE_TOTAL: '4' },
    'CI_NODE_INDEX is 0, and CI_NODE_TOTAL is 4 (jobs of GitLab CI are counted from 1)',
  ],
  [
    { CIRCLE_NODE_INDEX: '4', CIRCLE_NODE_TOTAL: '4' },
    'CIRCLE_NODE_INDEX is 4, and CIRCLE_NODE_TOTAL is 4 (jobs of CircleCI are counted from 0)',
  ],
  [{ BUILDKITE_PARALLEL_JOB: 'x', BUILDKITE_PARALLEL_JOB_COUNT: '4' }, 'BUILDKITE_PARALLEL_JOB is x'],
  [
    { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4', CIRCLE_NODE_INDEX: '2', CIRCLE_NODE_TOTAL: '4' },
    'GitLab CI (CI_NODE_INDEX, CI_NODE_TOTAL) with 2/4 and CircleCI (CIRCLE_NODE_INDEX, CIRCLE_NODE_TOTAL) with 3/4 contradict each other',
  ],
])('%j makes no sense', (env, problem) => {
  expect(() => shardFromEnv(env)).toThrow(problem);
});

test('a LEGWORK_SHARD that is none is refused', () => {
  expect(() => shardFromEnv({ LEGWORK_SHARD: '5/4' })).toThrow(
    'LEGWORK_SHARD takes I/N, such as 2/4 for the second of four, not "5/4".',
  );
});
