import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { explainBy } from '../run/explain.ts';
import { createVerifyAt, idTokenVerifier } from '../run/verify-id-token.ts';
import { createAgents, cutConnections } from '../runner/newman.ts';
import { notRun } from '../runner/not-run.ts';
import type { Explain } from '../runner/refusal.ts';
import type { Observer, RunRequest } from '../runner/request.ts';
import type { FlowResult } from '../runner/result.ts';
import { createPace, createPacedAgents } from '../runner/reuse/paced-agents.ts';
import { type Reuse, reuseFor } from '../runner/reuse/reuse.ts';
import { createSandboxes } from '../runner/reuse/sandboxes.ts';
import { runCollection } from '../runner/run-collection.ts';
import {
  type Done,
  HEARTBEAT,
  type Job,
  type JobCollection,
  type ToWorker,
  type WorkSettings,
} from './job.ts';
import { summaryOf } from './result-log/flow-summary.ts';
import { flowLine } from './result-log/result-log-lines.ts';

/** Runs jobs, as many at once as it is given. */
export interface Work {
  readonly take: (message: ToWorker) => void;
}

interface Prepared {
  readonly collection: JobCollection;
  readonly explain: Explain;
  readonly reuse: Reuse;
}

/**
 * What a worker does, whichever thread it lives in: newman is loaded once, a collection is prepared once, and
 * sandboxes and connections are used by one job after another.
 *
 * @param done told about every job that was taken, in the order in which they end
 */
export function createWork(
  settings: WorkSettings,
  done: (message: Done) => void,
  given: Pick<Io, 'now' | 'fetch'>,
): Work {
  const interruption = new AbortController();
  const io = { ...given, interrupted: interruption.signal };
  const verifyAt = createVerifyAt(io);
  const heartbeat = new Int32Array(settings.heartbeat);
  const { rate } = settings;
  const agents = rate === undefined ? createAgents() : createPacedAgents(createPace(rate, io.now));
  const sandboxes = createSandboxes(settings.scriptTimeout);
  const prepared = new Map<string, Prepared>();

  function preparedFor(key: string): Prepared {
    const known = prepared.get(key);
    if (known !== undefined) return known;
    const found = settings.collections.find((one) => one.key === key);
    if (found === undefined) throw new TypeError(`no collection has the key ${key}`);
    const fresh: Prepared = {
      collection: found,
      explain: explainBy(found.profile),
      reuse: reuseFor(found.collection, { sandboxes, agents }),
    };
    prepared.set(key, fresh);
    return fresh;
  }

  async function runOrSayWhyNot(request: RunRequest, observer: Observer, reuse: Reuse): Promise<FlowResult> {
    try {
      return await runCollection(request, io, observer, reuse);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return notRun(request, `${error.message} ${error.hint}`);
    }
  }

  async function run(job: Job): Promise<void> {
    const { collection, explain, reuse } = preparedFor(job.collection);
    const verifyIdToken = idTokenVerifier(collection.profile, job.request.environment.values, verifyAt);
    const request: RunRequest = {
      ...job.request,
      collection: collection.collection,
      explain,
      ...(verifyIdToken !== undefined && { verifyIdToken }),
    };
    const observer: Observer = {
      // A script that never gives control back stops the whole thread: this is how it is found out.
      script() {
        Atomics.store(heartbeat, HEARTBEAT.script, job.id);
      },
    };
    const flow = await runOrSayWhyNot(request, observer, reuse);
    const whole = named(flow, job);
    done({ type: 'done', id: job.id, line: flowLine(whole), summary: summaryOf(whole) });
  }

  return {
    take(message) {
      switch (message.type) {
        case 'job':
          void run(message.job);
          return;
        case 'interrupt':
          interruption.abort();
          cutConnections(agents);
          return;
      }
    },
  };
}

/** The flow with the names of its target and provider. */
export function named(
  flow: FlowResult,
  { targetName, provider }: Pick<Job, 'targetName' | 'provider'>,
): FlowResult {
  const { text } = createRedactor();
  return { targetName: text(targetName), provider: text(provider), ...flow };
}
