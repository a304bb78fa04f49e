import type { EventEmitter } from 'node:events';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import process from 'node:process';
import type { RunEvent } from './events.ts';
import { translate } from './newman-events.ts';
import type { RunRequest } from './request.ts';

/** A Newman run that is under way. */
export interface NewmanRun {
  /** Settles when Newman is done; rejects when it could not run the collection at all. */
  readonly done: Promise<void>;
  /** Cuts the connections and visits no further request. Safe to call more than once. */
  readonly stop: () => void;
}

/** The part of postman-runtime's Run that Newman hands out with its `start` event. */
interface RuntimeRun {
  readonly requester: { readonly options: { ignoreProxyEnvironmentVariables?: boolean } };
  readonly abort: () => void;
}

/**
 * Starts Newman on one collection: the only place that knows it. It has no reporters, reads no `.newmanrc` and no
 * file outside an empty folder, keeps cookies to itself, and is loaded when the first collection is run.
 *
 * @param onEvent called for every event, in order, until the run is stopped
 * @param onRejection called when a promise that a script made was rejected and nobody looked
 */
export async function startNewman(
  request: Pick<RunRequest, 'collection' | 'environment' | 'loopback' | 'timeouts'>,
  onEvent: (event: RunEvent) => void,
  onRejection: (error: string) => void,
): Promise<NewmanRun> {
  const [{ default: newman }, { default: rcFile }] = await Promise.all([
    import('newman'),
    import('newman/lib/config/rc-file.js'),
  ]);
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const ignoreRejections = catchRejections(onRejection);
  let runtime: RuntimeRun | undefined;
  let stopped = false;

  const done = new Promise<void>((resolve, reject) => {
    // Newman merges the settings files of the folder, the home and /etc into every run; it asks for them at once.
    const { load } = rcFile;
    rcFile.load = (callback) => callback(null, {});
    let emitter: EventEmitter;
    try {
      emitter = newman.run(
        {
          collection: request.collection,
          environment: request.environment,
          reporters: [],
          insecureFileRead: false,
          workingDir: NOWHERE,
          timeoutRequest: request.timeouts.request,
          timeoutScript: request.timeouts.script,
          requestAgents: agents,
        },
        (error) => (error === null ? resolve() : reject(error)),
      );
    } finally {
      rcFile.load = load;
    }
    emitter.on('start', (_error: unknown, { run }: { run: RuntimeRun }) => {
      runtime = run;
      // Newman has no option for it, but postman-runtime has, and nothing has been sent yet.
      if (request.loopback) run.requester.options.ignoreProxyEnvironmentVariables = true;
      if (stopped) run.abort();
    });
    translate(emitter, (event) => {
      if (!stopped) onEvent(event);
    });
  });

  return {
    done: done.finally(() => {
      ignoreRejections();
      agents.http.destroy();
      agents.https.destroy();
    }),
    stop() {
      if (stopped) return;
      stopped = true;
      runtime?.abort();
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** Collections of legwork attach no files; a folder that does not exist makes sure of it. */
const NOWHERE = '/nonexistent';

/**
 * Keeps the process alive when a script leaves a rejected promise behind. Promises of the sandbox are of another
 * realm than ours; a rejection of our own code is a defect of legwork and goes its usual way.
 */
function catchRejections(onRejection: (error: string) => void): () => void {
  function listener(reason: unknown, promise: unknown): void {
    if (promise instanceof Promise) throw reason;
    onRejection(describe(reason));
  }
  process.on('unhandledRejection', listener);
  return () => process.off('unhandledRejection', listener);
}

function describe(reason: unknown): string {
  const { name, message } = (reason ?? {}) as { name?: unknown; message?: unknown };
  return typeof message === 'string'
    ? `${typeof name === 'string' ? name : 'Error'}: ${message}`
    : String(reason);
}
