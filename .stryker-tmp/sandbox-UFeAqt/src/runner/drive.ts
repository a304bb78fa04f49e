// @ts-nocheck
import { failure } from '../failure.ts';
import type { RunEvent } from './events.ts';
import { guardTests } from './guard-tests.ts';
import { type Shared, startNewman } from './newman.ts';
import type { RunnerIo, RunRequest } from './request.ts';

/** How a run came to its end; `broken`: Newman itself gave up on the way. */
export type Ending = 'done' | 'interrupted' | 'too long' | 'broken';

/**
 * Lets Newman run a collection until it is done, the person interrupts it, or it takes too long.
 *
 * @param take told about every event, about every promise that was rejected unseen, and why Newman gave up
 * @param shared what the run has in common with others
 * @throws Failure NEWMAN_FAILED when Newman cannot run the collection at all
 */
export async function drive(
  request: RunRequest,
  io: RunnerIo,
  take: {
    readonly event: (event: RunEvent) => void;
    readonly rejection: (error: string) => void;
    readonly breakdown: (error: string) => void;
  },
  shared?: Shared,
): Promise<Ending> {
  let ending: Ending = 'done';
  let begun = false;
  function onEvent(event: RunEvent): void {
    begun = true;
    take.event(event);
  }
  try {
    const collection = shared === undefined ? guardTests(request.collection) : request.collection;
    const run = await startNewman({ ...request, collection }, onEvent, take.rejection, shared);
    const stopped = stopping(io.interrupted, request.timeouts.run, run.done).then((why) => {
      ending = why;
      run.stop();
      return settled(run.done, WIND_DOWN);
    });
    await Promise.race([run.done, stopped]);
  } catch (error) {
    if (ending !== 'done') return ending;
    const reason = error instanceof Error ? error.message : String(error);
    if (begun) {
      take.breakdown(reason);
      return 'broken';
    }
    throw failure('NEWMAN_FAILED', { collection: request.title, reason }, { cause: error });
  }
  return ending;
}

/** Milliseconds in which a run that was told to stop should have stopped. A script that hangs is not waited for. */
const WIND_DOWN = 1000;

/** Settles when the run has to be stopped; never, when it is done before. */
function stopping(interrupted: AbortSignal, milliseconds: number, done: Promise<void>): Promise<Ending> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('too long'), milliseconds);
    const onAbort = () => resolve('interrupted');
    interrupted.addEventListener('abort', onAbort, { once: true });
    if (interrupted.aborted) onAbort();
    settled(done).then(() => {
      clearTimeout(timer);
      interrupted.removeEventListener('abort', onAbort);
    });
  });
}

/** Waits for a promise however it ends, at most so many milliseconds. */
function settled(promise: Promise<void>, milliseconds?: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
    promise
      .catch(() => {})
      .finally(() => {
        clearTimeout(timer);
        resolve();
      });
  });
}
