// @ts-nocheck
import { Failure } from '../failure.ts';
import { notRun } from './not-run.ts';
import type { Observer, RunnerIo, RunRequest } from './request.ts';
import type { FlowResult, Step } from './result.ts';
import { runCollection } from './run-collection.ts';

/**
 * Runs flows and answers in their order; what the observer hears is in that order, too.
 *
 * Flows against this machine run side by side, at most `SIDE_BY_SIDE` of them: booting a sandbox is most of the
 * time of a small flow. A real provider sees one flow after the other, because they share an account.
 * A flow that Newman cannot run at all is `not-run` with the reason; the others are run all the same.
 */
export async function runFlows(
  requests: readonly RunRequest[],
  io: RunnerIo,
  observer: Observer = {},
): Promise<FlowResult[]> {
  const results: FlowResult[] = [];
  for (const batch of batchesOf(requests)) {
    const tell = inOrder(batch, observer);
    results.push(...(await Promise.all(batch.map((request) => runOrSayWhyNot(request, io, tell(request))))));
  }
  return results;
}

async function runOrSayWhyNot(request: RunRequest, io: RunnerIo, observer: Observer): Promise<FlowResult> {
  try {
    return await runCollection(request, io, observer);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const result = notRun(request, `${error.message} ${error.hint}`);
    observer.flow?.(result);
    return result;
  }
}

/**
 * A batch starts together and ends before the next one starts. postman-runtime 7.39 keeps the requests that asked to
 * be skipped in one list for the whole process and empties it when a run starts; started later, a run could make
 * another one forget a skip.
 */
const SIDE_BY_SIDE = 4;

function batchesOf(requests: readonly RunRequest[]): RunRequest[][] {
  const size = requests.every((request) => request.loopback) ? SIDE_BY_SIDE : 1;
  const batches: RunRequest[][] = [];
  for (let start = 0; start < requests.length; start += size)
    batches.push(requests.slice(start, start + size));
  return batches;
}

/** Holds back what a flow says until the flows before it have ended. */
function inOrder(batch: readonly RunRequest[], observer: Observer): (request: RunRequest) => Observer {
  const waiting = new Map<RunRequest, (() => void)[]>(batch.map((request) => [request, []]));
  const ended = new Set<RunRequest>();

  function release(): void {
    for (const request of batch) {
      for (const say of waiting.get(request)?.splice(0) ?? []) say();
      if (!ended.has(request)) return;
    }
  }

  return (request) => ({
    step(flow: RunRequest, step: Step) {
      waiting.get(request)?.push(() => observer.step?.(flow, step));
      release();
    },
    flow(flow: FlowResult) {
      waiting.get(request)?.push(() => observer.flow?.(flow));
      ended.add(request);
      release();
    },
  });
}
