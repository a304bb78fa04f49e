import { parentPort, workerData } from 'node:worker_threads';
import { HEARTBEAT, type ToWorker, type WorkSettings } from './job.ts';
import { createWork } from './work.ts';

/** Milliseconds between two signs of life. */
const BEAT = 200;

/** The thread that a worker lives in: it is started with its settings, and takes jobs as they come. */
function startWorker(settings: WorkSettings): void {
  const heartbeat = new Int32Array(settings.heartbeat);
  const work = createWork(settings, (message) => parentPort?.postMessage(message), { now: Date.now, fetch });
  parentPort?.on('message', (message: ToWorker) => work.take(message));
  setInterval(() => Atomics.add(heartbeat, HEARTBEAT.beats, 1), BEAT).unref();
}

startWorker(workerData as WorkSettings);
