import { expect, test, vi } from 'vitest';
import type { Done, Job, ToWorker } from '../../src/batch/job.ts';
import type { StartThread } from '../../src/batch/thread.ts';
import { runPool } from '../../src/batch/worker-pool.ts';

function job(id: number, more: Partial<Job> = {}): Job {
  return { id, targetName: `target ${id}`, publishes: false, ...more } as Job;
}

/** A worker that a test plays. */
interface Played {
  readonly jobs: number[];
  readonly done: (id: number) => void;
  readonly die: (reason: string) => void;
  beats: number;
  script: number;
  interrupted: boolean;
  ended: boolean;
}

/** Runs a pool of workers that do nothing by themselves. */
function pool(jobs: readonly Job[], { workers = 1, each = 1, patience = 1000 } = {}) {
  const played: Played[] = [];
  const start: StartThread = (_settings, told) => {
    const worker: Played = {
      jobs: [],
      done: (id) => told.done({ type: 'done', id, line: `line ${id}` } as Done),
      die: told.died,
      beats: 0,
      script: -1,
      interrupted: false,
      ended: false,
    };
    played.push(worker);
    return {
      post(message: ToWorker) {
        if (message.type === 'job') worker.jobs.push(message.job.id);
        else worker.interrupted = true;
      },
      beats: () => worker.beats,
      scriptOf: () => worker.script,
      end: async () => {
        worker.ended = true;
      },
    };
  };
  const interruption = new AbortController();
  const happened: string[] = [];
  const left = [...jobs];
  const over = runPool(
    () => left.shift(),
    {
      workers,
      each,
      settings: { collections: [], scriptTimeout: 1 },
      patience,
      interrupted: interruption.signal,
      now: Date.now,
    },
    {
      done: async ({ id }, { line }) => {
        happened.push(`${id} done: ${line}`);
      },
      lost: async ({ id }, reason, interrupted) => {
        happened.push(`${id} ${interrupted ? 'interrupted' : 'lost'}: ${reason}`);
      },
    },
    start,
  );
  return { played, happened, over, interrupt: () => interruption.abort() };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('workers have as many jobs at once as they may, and get the next one when one is done', async () => {
  const { played, over, happened } = pool(
    [1, 2, 3, 4, 5].map((id) => job(id)),
    { workers: 2, each: 2 },
  );
  expect(played.map(({ jobs }) => jobs)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  played[1]?.done(4);
  await soon();
  expect(played[1]?.jobs).toEqual([3, 4, 5]);
  for (const [worker, id] of [
    [0, 1],
    [0, 2],
    [1, 3],
    [1, 5],
  ] as const)
    played[worker]?.done(id);
  await over;
  expect(happened).toHaveLength(5);
  expect(played.every(({ ended }) => ended)).toBe(true);
});

test('no jobs at all end at once', async () => {
  await pool([]).over;
});

test('a worker that dies with one job costs that job, and another one goes on', async () => {
  const { played, over, happened } = pool([job(1), job(2)]);
  played[0]?.die('out of memory');
  await soon();
  expect(played[1]?.jobs).toEqual([2]);
  played[1]?.done(2);
  await over;
  expect(happened).toEqual(['1 lost: the worker that ran it died: out of memory', '2 done: line 2']);
});

test('of several jobs of a dead worker each is run again, alone, and the guilty one is lost', async () => {
  const { played, over, happened } = pool([job(1), job(2)], { each: 2 });
  played[0]?.die('crash');
  await soon();
  expect(played[1]?.jobs).toEqual([2]);
  played[1]?.done(2);
  await soon();
  expect(played[1]?.jobs).toEqual([2, 1]);
  played[1]?.die('crash');
  await over;
  expect(happened).toEqual(['2 done: line 2', '1 lost: the worker that ran it died: crash']);
});

test('what publishes is not run a second time', async () => {
  const { played, over, happened } = pool([job(1, { publishes: true }), job(2)], { each: 2 });
  played[0]?.die('crash');
  await soon();
  played[1]?.done(2);
  await over;
  expect(happened[0]).toBe('1 lost: the worker that ran it died: crash; it is not run again');
});

test('a worker without a sign of life is ended, and its last script is the guilty one', async () => {
  vi.useFakeTimers();
  const { played, over, happened } = pool([job(1), job(2)], { each: 2, patience: 3000 });
  if (played[0] !== undefined) played[0].script = 2;
  await vi.advanceTimersByTimeAsync(2500);
  expect(played).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(played[0]?.ended).toBe(true);
  expect(happened).toEqual(['2 lost: a script of it gave no control back for 3 seconds']);
  expect(played[1]?.jobs).toEqual([1]);
  played[1]?.done(1);
  await over;
  vi.useRealTimers();
});

test('a worker that shows itself is left alone, however long its jobs take', async () => {
  vi.useFakeTimers();
  const { played, over } = pool([job(1)], { patience: 1000 });
  for (let second = 0; second < 20; second += 1) {
    if (played[0] !== undefined) played[0].beats += 1;
    await vi.advanceTimersByTimeAsync(900);
  }
  expect(played).toHaveLength(1);
  played[0]?.done(1);
  await over;
  vi.useRealTimers();
});

test('workers that die before they have a job end the run instead of being started for ever', async () => {
  const { played, over } = pool([job(1)], { workers: 2 });
  const failed = expect(over).rejects.toThrow(/^workers cannot be started: .*cannot load$/);
  for (let start = 1; start < 4; start += 1) {
    played[start]?.die('cannot load');
    await soon();
  }
  await failed;
  expect(played).toHaveLength(4);
});

test('an interrupted run begins nothing new, waits for what is under way, and gives up the rest', async () => {
  vi.useFakeTimers();
  const { played, over, happened, interrupt } = pool([job(1), job(2), job(3)], {
    each: 2,
    patience: 60_000,
  });
  interrupt();
  expect(played[0]?.interrupted).toBe(true);
  played[0]?.done(1);
  await vi.advanceTimersByTimeAsync(6000);
  await over;
  vi.useRealTimers();
  expect(played[0]?.jobs).toEqual([1, 2]);
  expect(happened).toEqual(['1 done: line 1', '2 interrupted: interrupted before its end']);
});
