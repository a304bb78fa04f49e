import { expect, test } from 'vitest';
import type { Job } from '../../src/batch/job.ts';
import { createKeyedLock } from '../../src/batch/keyed-lock.ts';

function job(id: number, holder?: string, scope = ''): Job {
  return { id, ...(holder !== undefined && { grant: { holder, scope } }) } as Job;
}

function turnsOf(jobs: readonly Job[]) {
  const left = [...jobs];
  return createKeyedLock(() => left.shift());
}

test('the same member allows the same client other scopes only when the first ones are done', () => {
  const [first, second] = [job(1, 'alice', 'openid'), job(2, 'alice', 'email')];
  const turns = turnsOf([first, second, job(3)]);
  expect([turns.next()?.id, turns.next()?.id, turns.next()]).toEqual([1, 3, undefined]);
  turns.ended(first);
  expect(turns.next()?.id).toBe(2);
  expect(turns.next()).toBeUndefined();
});

test('the same scopes go side by side, and hold up others until the last of them is done', () => {
  const jobs = [job(1, 'alice', 'openid'), job(2, 'alice', 'openid'), job(3, 'alice', 'email')] as const;
  const turns = turnsOf(jobs);
  expect([turns.next()?.id, turns.next()?.id, turns.next()]).toEqual([1, 2, undefined]);
  turns.ended(jobs[0]);
  expect(turns.next()).toBeUndefined();
  turns.ended(jobs[1]);
  expect(turns.next()?.id).toBe(3);
});

test('whoever waits is not overtaken for ever by those that may go side by side', () => {
  const jobs = [
    job(1, 'alice', 'openid'),
    job(2, 'alice', 'email'),
    job(3, 'alice', 'openid'),
    job(4),
  ] as const;
  const turns = turnsOf(jobs);
  expect([turns.next()?.id, turns.next()?.id]).toEqual([1, 4]);
  expect(turns.next()).toBeUndefined();
  turns.ended(jobs[0]);
  expect(turns.next()?.id).toBe(2);
  expect(turns.next()).toBeUndefined();
  turns.ended(jobs[1]);
  expect(turns.next()?.id).toBe(3);
});
