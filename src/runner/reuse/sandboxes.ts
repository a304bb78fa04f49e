import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { type Context, createContext, runInContext } from 'node:vm';
import type { StoredScripts } from './stored-scripts.ts';

/** A sandbox of postman-sandbox: what postman-runtime calls a host. */
export interface Sandbox extends EventEmitter {
  readonly execute: (
    event: { readonly listen: string; readonly script: { readonly exec: readonly string[] } },
    options: object,
    callback: (error: { readonly message?: string } | null | undefined) => void,
  ) => void;
  readonly dispose: () => void;
}

/** Sandboxes that are used by one run after another. */
export interface Sandboxes {
  /** A sandbox that no other run has, and in which the scripts lie. */
  readonly take: (scripts: StoredScripts) => Promise<Sandbox>;
  /** For the next run. Not to be called for one whose scripts may still be running. */
  readonly giveBack: (sandbox: Sandbox) => void;
  /** Instead of giving it back: nobody shall have it again. */
  readonly discard: (sandbox: Sandbox) => void;
}

/** The parts of a run of postman-runtime that hear what scripts say. */
export interface Triggers {
  readonly console: (...details: unknown[]) => void;
  readonly error: (...details: unknown[]) => void;
  readonly exception: (...details: unknown[]) => void;
  readonly assertion: (...details: unknown[]) => void;
}

/** How many events may have happened to a sandbox before it is thrown away, so that nothing can pile up in it. */
const RUNS = 500;

const SKIP = 'execution.skipRequest.';

/**
 * Keeps sandboxes for collections of legwork's own, whose scripts leave nothing behind: booting one takes longer than
 * a whole flow. A run has a sandbox for itself, and a fresh `pm` and `console` for each script as ever.
 *
 * @param timeout milliseconds that a script may take
 */
export function createSandboxes(timeout: number): Sandboxes {
  const free: Sandbox[] = [];
  const runs = new WeakMap<Sandbox, number>();
  const shelves = new WeakMap<Sandbox, Set<string>>();

  return {
    async take(scripts) {
      const sandbox = free.pop() ?? (await boot(timeout));
      const stored = shelves.get(sandbox) ?? new Set();
      shelves.set(sandbox, stored);
      runs.set(sandbox, (runs.get(sandbox) ?? 0) + 1);
      if (!stored.has(scripts.key)) {
        await execute(sandbox, scripts.store);
        stored.add(scripts.key);
      }
      return sandbox;
    },
    giveBack(sandbox) {
      forget(sandbox);
      if ((runs.get(sandbox) ?? 0) < RUNS) free.push(sandbox);
      else sandbox.dispose();
    },
    discard(sandbox) {
      forget(sandbox);
      sandbox.dispose();
    },
  };
}

/**
 * Lets a run of postman-runtime hear what scripts say, as it does itself for a sandbox that it has booted: nothing is
 * heard of a script any more that has left out its request.
 */
export function listen(sandbox: Sandbox, triggers: Triggers): void {
  const skipped = new Set<unknown>();
  const emit = sandbox.emit.bind(sandbox);
  Object.assign(sandbox, {
    emit(name: string, ...details: unknown[]) {
      if (name.startsWith(SKIP)) skipped.add(name.slice(SKIP.length));
      return emit(name, ...details);
    },
  });
  const heard = (trigger: (...details: unknown[]) => void) => {
    return (...details: unknown[]) => {
      const { execution } = (details[0] ?? {}) as { execution?: unknown };
      if (!skipped.has(execution)) trigger(...details);
    };
  };
  sandbox.on('console', heard(triggers.console));
  sandbox.on('error', heard(triggers.error));
  sandbox.on('execution.error', heard(triggers.exception));
  sandbox.on('execution.assertion', heard(triggers.assertion));
}

/** What the sandbox itself listens to; all other listeners are of the run that had it. */
const ITS_OWN = 'execution.console';

function forget(sandbox: Sandbox): void {
  for (const name of sandbox.eventNames()) {
    if (name !== ITS_OWN) sandbox.removeAllListeners(name);
  }
  // The emit of the class shows again.
  Reflect.deleteProperty(sandbox, 'emit');
  ignoreErrors(sandbox);
}

/** An error of which nobody hears would end the process; while a run has the sandbox, the run hears it. */
function ignoreErrors(sandbox: Sandbox): void {
  sandbox.on('error', () => {});
}

function boot(timeout: number): Promise<Sandbox> {
  const { sandboxModule, delegateTimers } = loadSandboxModules();
  const context = delegateTimers(createContext(Object.create(null)));
  const bridge = keepBridge(context);
  return new Promise((resolve, reject) => {
    sandboxModule.createContext({ timeout, _sandbox: context }, (error, sandbox) => {
      if (error) {
        reject(error);
        return;
      }
      ignoreErrors(sandbox);
      const found = bridge();
      if (found !== undefined) speakPlainly(found, sandbox, context);
      resolve(sandbox);
    });
  });
}

/** The inner end of what uvm puts between a sandbox and the program. */
type Bridge = object;

/** uvm lays the bridge on the sandbox's own global object while it boots, and takes it away before any script runs. */
function keepBridge(context: Context): () => Bridge | undefined {
  let bridge: Bridge | undefined;
  Object.defineProperty(context, 'bridge', {
    configurable: true,
    get: () => bridge,
    set(value: Bridge | undefined) {
      if (value !== undefined) bridge = value;
    },
  });
  return () => bridge;
}

/**
 * Runs inside. Of what a script leaves behind, postman-runtime takes the changes of variables, what the request has
 * become, and where to go on; everything else it knows already. What refers to itself is no JSON; uvm's own way takes it.
 */
const PLAIN = `(function (bridge, toProgram) {
  var dispatch = bridge.dispatch;
  function changes(scope) { return scope && { mutations: scope.mutations }; }
  function news(execution) {
    return {
      id: execution.id,
      target: execution.target,
      return: execution.return,
      request: execution.target === 'prerequest' ? execution.request : undefined,
      _variables: execution._variables,
      environment: changes(execution.environment),
      collectionVariables: changes(execution.collectionVariables),
      globals: changes(execution.globals)
    };
  }
  bridge.dispatch = function (name) {
    var said = Array.prototype.slice.call(arguments);
    if (said[2] && String(name).indexOf('execution.result.') === 0) said[2] = news(said[2]);
    var text;
    try {
      text = JSON.stringify(said);
    } catch (circular) {
      dispatch.apply(bridge, arguments);
      return;
    }
    toProgram(text);
  };
  return function (text) { bridge.emit.apply(bridge, JSON.parse(text)); };
})`;

/**
 * Lets sandbox and program exchange JSON. uvm exchanges flatted text, which takes five times as long to write and
 * read, compiles a script for each word, and starts a thread that would end a script which never gives control back:
 * whoever reuses sandboxes watches over the whole worker instead.
 */
function speakPlainly(bridge: Bridge, sandbox: Sandbox, context: Context): void {
  const connect = runInContext(PLAIN, context) as (
    bridge: Bridge,
    toProgram: (text: string) => void,
  ) => (text: string) => void;
  const toSandbox = connect(bridge, (text) => sandbox.emit(...(JSON.parse(text) as [string, ...unknown[]])));
  const dispatch = Reflect.get(sandbox, '_dispatch') as (...said: unknown[]) => void;
  Object.assign(sandbox, {
    _dispatch(...said: unknown[]) {
      let text: string;
      try {
        text = JSON.stringify(said);
      } catch {
        dispatch.apply(sandbox, said);
        return;
      }
      try {
        toSandbox(text);
      } catch (error) {
        sandbox.emit('error', error);
      }
    },
  });
}

interface SandboxModules {
  readonly sandboxModule: {
    readonly createContext: (
      options: object,
      callback: (error: Error | null, sandbox: Sandbox) => void,
    ) => void;
  };
  readonly delegateTimers: (context: Context) => Context;
}

let modules: SandboxModules | undefined;

/** The modules that Newman's own runs use, so that there is one sandbox and not two. */
function loadSandboxModules(): SandboxModules {
  if (modules !== undefined) return modules;
  let from = createRequire(import.meta.url);
  for (const name of ['newman', 'postman-runtime', 'postman-sandbox'])
    from = createRequire(from.resolve(name));
  const uvm = createRequire(from.resolve('uvm'));
  modules = {
    sandboxModule: from('postman-sandbox'),
    delegateTimers: uvm('./lib/vm-delegate-timers'),
  };
  return modules;
}

function execute(sandbox: Sandbox, source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    sandbox.execute({ listen: 'test', script: { exec: [source] } }, {}, (error) => {
      if (error) reject(new Error(`scripts could not be stored: ${error.message}`));
      else resolve();
    });
  });
}
