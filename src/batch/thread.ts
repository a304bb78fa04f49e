import { Worker } from 'node:worker_threads';
import { type Done, HEARTBEAT, type ToWorker, type WorkSettings } from './job.ts';

/** A worker, seen from outside. */
export interface Thread {
  readonly post: (message: ToWorker) => void;
  /** How often it was alive so far; undefined until it has begun. */
  readonly beats: () => number;
  /** Id of the job whose script began last. */
  readonly scriptOf: () => number;
  readonly end: () => Promise<void>;
}

/** Starts a worker; `died` is told why, once, unless the worker was ended. */
export type StartThread = (
  settings: Omit<WorkSettings, 'heartbeat'>,
  told: { readonly done: (message: Done) => void; readonly died: (reason: string) => void },
) => Thread;

/**
 * Megabytes that a worker may fill with objects: one that takes more than that has a flow that never ends. The engine
 * lets the more rubbish lie the higher this is.
 */
const MOST_MEMORY = 256;

/** Megabytes for objects that live shortly: with more of them nothing is faster. */
const YOUNG_MEMORY = 16;

/** A worker in a thread of its own: one that hangs, or takes all memory, can be ended. */
export const startThread: StartThread = (settings, told) => {
  const heartbeat = new SharedArrayBuffer(HEARTBEAT.length * Int32Array.BYTES_PER_ELEMENT);
  const numbers = new Int32Array(heartbeat).fill(-1);
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { ...settings, heartbeat } satisfies WorkSettings,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: YOUNG_MEMORY },
  });
  let ended = false;
  function die(reason: string): void {
    if (ended) return;
    ended = true;
    told.died(reason);
  }
  worker.on('message', told.done);
  worker.on('error', (error: Error) => die(error.message));
  worker.on('exit', (code) => die(`it ended with exit code ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    beats: () => Atomics.load(numbers, HEARTBEAT.beats),
    scriptOf: () => Atomics.load(numbers, HEARTBEAT.script),
    async end() {
      ended = true;
      await worker.terminate();
    },
  };
};
