import type { EventEmitter } from 'node:events';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { createRequire } from 'node:module';
import process from 'node:process';
import type { RunEvent } from './events.ts';
import { translate } from './newman-events.ts';
import type { RunRequest } from './request.ts';
import type { Host, Triggers } from './reuse/host.ts';
import type { Sandboxes } from './reuse/sandboxes.ts';
import type { StoredScripts } from './reuse/stored-scripts.ts';

/** A Newman run that is under way. */
export interface NewmanRun {
  /** Settles when Newman is done; rejects when it could not run the collection at all. */
  readonly done: Promise<void>;
  /** Cuts the connections and visits no further request. Safe to call more than once. */
  readonly stop: () => void;
}

/** The part of postman-runtime's Run that Newman hands out with its `start` event. */
interface RuntimeRun {
  readonly requester: {
    readonly options: { ignoreProxyEnvironmentVariables?: boolean; maxResponseSize?: number };
  };
  readonly abort: () => void;
  readonly triggers: Triggers;
}

/** Connections to servers, by protocol. */
export interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

/** What a run shares with those before and after it. */
export interface Shared {
  readonly sandboxes: Sandboxes;
  readonly scripts: StoredScripts;
  /** They outlive the run. */
  readonly agents: Agents;
}

/**
 * Starts Newman on one collection: the only place that knows it. It has no reporters, reads no `.newmanrc` and no
 * file outside an empty folder, keeps cookies to itself, and is loaded when the first collection is run.
 *
 * @param onEvent called for every event, in order, until the run is stopped
 * @param onRejection called when a promise that a script made was rejected and nobody looked
 * @param shared left out: the run boots a sandbox and opens connections for itself alone
 */
export async function startNewman(
  request: Pick<RunRequest, 'collection' | 'environment' | 'loopback' | 'timeouts' | 'cookies'>,
  onEvent: (event: RunEvent) => void,
  onRejection: (error: string) => void,
  shared?: Shared,
): Promise<NewmanRun> {
  const [{ default: newman }, { default: rcFile }] = await Promise.all([
    import('newman'),
    import('newman/lib/config/rc-file.js'),
  ]);
  const agents = shared?.agents ?? createAgents();
  const host = await shared?.sandboxes.take(shared.scripts);
  let clean = true;
  const watch: RejectionWatch = { scripts: 0, onRejection };
  watchRejections(watch);
  let runtime: RuntimeRun | undefined;
  let stopped = false;

  const done = new Promise<void>((resolve, reject) => {
    // Newman merges the settings files of the folder, the home and /etc into every run; it asks for them at once.
    const { load } = rcFile;
    rcFile.load = (callback) => callback(null, {});
    const giveOwnRunner = host === undefined ? () => {} : runIn(host);
    let emitter: EventEmitter;
    try {
      emitter = newman.run(
        {
          collection: shared?.scripts.collection ?? request.collection,
          environment: request.environment,
          reporters: [],
          insecureFileRead: false,
          workingDir: NOWHERE,
          timeoutRequest: request.timeouts.request,
          timeoutScript: request.timeouts.script,
          requestAgents: agents,
          ...(request.cookies !== undefined && { cookieJar: jarOf(request.cookies) }),
        },
        (error) => {
          if (error === null) resolve();
          // A script that never gives control back: Newman says that it is done, goes on, and is done a second time.
          else if (error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') reject(error);
        },
      );
    } finally {
      rcFile.load = load;
      giveOwnRunner();
    }
    emitter.on('start', (_error: unknown, { run }: { run: RuntimeRun }) => {
      runtime = run;
      // Newman has no option for it, but postman-runtime has, and nothing has been sent yet.
      if (request.loopback) run.requester.options.ignoreProxyEnvironmentVariables = true;
      run.requester.options.maxResponseSize = shared === undefined ? MOST_BYTES : MOST_SHARED_BYTES;
      host?.listen(run.triggers);
      if (stopped) run.abort();
    });
    translate(emitter, (event) => {
      if (event.type === 'script-begun') watch.scripts += 1;
      if (event.type === 'script-ended') {
        watch.scripts -= 1;
        if (event.error !== undefined) clean = false;
      }
      if (!stopped) onEvent(event);
    });
  });

  return {
    done: done
      .catch((error) => {
        clean = false;
        throw error;
      })
      .finally(() => {
        unwatchRejections(watch);
        if (shared === undefined) cutConnections(agents);
        if (host !== undefined) shared?.sandboxes.giveBack(host, clean && !stopped);
      }),
    stop() {
      if (stopped) return;
      stopped = true;
      runtime?.abort();
      if (shared === undefined) cutConnections(agents);
    },
  };
}

/** Connections that are kept open for the next request. */
export function createAgents(): Agents {
  return { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
}

/** Ends all connections at once, also those that are in use. */
export function cutConnections(agents: Agents): void {
  agents.http.destroy();
  agents.https.destroy();
}

/**
 * Lets the next run of Newman have a place in a sandbox that is there already. postman-runtime has an option for it that Newman
 * does not hand on; it makes its runner at once, from the class that postman-runtime exports.
 *
 * @returns takes it back
 */
function runIn(host: Host): () => void {
  const runtime = createRequire(createRequire(import.meta.url).resolve('newman'))('postman-runtime') as {
    Runner: new (options: object) => object;
  };
  const { Runner } = runtime;
  runtime.Runner = class extends Runner {
    constructor() {
      super({ run: { host: { external: true, instance: host } } });
    }
  };
  return () => {
    runtime.Runner = Runner;
  };
}

/** Newman takes a jar only of the class that it has itself. */
function jarOf(cookies: object): object {
  const requireFromNewman = createRequire(createRequire(import.meta.url).resolve('newman'));
  return requireFromNewman('@postman/tough-cookie').CookieJar.deserializeSync(cookies);
}

/** Bytes of an answer. Larger ones are no pages and no tokens, and would not fit into a string in the end. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * The same for runs that share a thread: all of them may get such answers at once, each of which stands in memory
 * several times. A thread without memory dies, and one that lacks much of it takes the whole program along.
 */
const MOST_SHARED_BYTES = 4 * 1024 * 1024;

/** Collections of legwork attach no files; a folder that does not exist makes sure of it. */
const NOWHERE = '/nonexistent';

/** A run whose scripts may leave rejected promises behind. */
interface RejectionWatch {
  /** How many of its scripts are under way. */
  scripts: number;
  readonly onRejection: (error: string) => void;
}

const watches = new Set<RejectionWatch>();

/** Node would end the process, and with it all reports. */
function watchRejections(watch: RejectionWatch): void {
  if (watches.size === 0) process.on('unhandledRejection', onUnhandledRejection);
  watches.add(watch);
}

function unwatchRejections(watch: RejectionWatch): void {
  watches.delete(watch);
  if (watches.size === 0) process.off('unhandledRejection', onUnhandledRejection);
}

/**
 * Promises of the sandbox are of another realm than ours; a rejection of our own code is a defect and goes its usual
 * way. Nothing says which run a promise belongs to: it is charged to those with a script under way.
 */
function onUnhandledRejection(reason: unknown, promise: unknown): void {
  if (promise instanceof Promise) throw reason;
  const scripting = [...watches].filter((watch) => watch.scripts > 0);
  for (const watch of scripting.length > 0 ? scripting : watches) watch.onRejection(describe(reason));
}

function describe(reason: unknown): string {
  const { name, message } = (reason ?? {}) as { name?: unknown; message?: unknown };
  return typeof message === 'string'
    ? `${typeof name === 'string' ? name : 'Error'}: ${message}`
    : String(reason);
}
