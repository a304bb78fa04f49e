import type { Sandbox } from './sandbox.ts';

/** The parts of a run of postman-runtime that hear what scripts say. */
export interface Triggers {
  readonly console: (...details: unknown[]) => void;
  readonly error: (...details: unknown[]) => void;
  readonly exception: (...details: unknown[]) => void;
  readonly assertion: (...details: unknown[]) => void;
}

/** The place of one run in a sandbox that it shares with others: what postman-runtime calls a host. */
export interface Host {
  readonly on: (name: string, listener: Listener) => void;
  readonly once: (name: string, listener: Listener) => void;
  readonly removeAllListeners: (name: string) => void;
  readonly dispatch: Sandbox['dispatch'];
  readonly execute: Sandbox['execute'];
  /** From now on the run hears what its scripts say. */
  readonly listen: (triggers: Triggers) => void;
  /** Nothing is heard of its scripts any more; those that are still under way are aborted. */
  readonly leave: () => void;
}

/** Tells runs of the same sandbox apart, by the executions that each has begun. */
export interface Hosts {
  readonly take: () => Host;
}

type Listener = (...details: unknown[]) => void;

/** What a sandbox says of every script, with the name of the trigger that postman-runtime has for it. */
const SAID = {
  console: 'console',
  error: 'error',
  'execution.error': 'exception',
  'execution.assertion': 'assertion',
} as const satisfies Record<string, keyof Triggers>;

/** Comes with the id of an execution. */
const SKIP = 'execution.skipRequest.';

/**
 * Hosts for the runs that share a sandbox. postman-runtime listens to all that a sandbox says, as one that has it for
 * itself; here each run hears of its own executions only, and nothing of one that has left out its request.
 */
export function createHosts(sandbox: Sandbox): Hosts {
  const owners = new Map<string, Listeners>();
  const all = new Set<Listeners>();
  for (const [name, trigger] of Object.entries(SAID)) {
    sandbox.on(name, (...details: unknown[]) => {
      const { execution } = (details[0] ?? {}) as { execution?: string };
      if (execution !== undefined) owners.get(execution)?.triggers?.[trigger](...details);
      // What is broken between program and sandbox is everybody's trouble.
      else for (const { triggers } of all) triggers?.[trigger](...details);
    });
  }
  return { take: () => createHost(sandbox, owners, all) };
}

interface Listeners {
  triggers?: Triggers;
}

function createHost(sandbox: Sandbox, owners: Map<string, Listeners>, all: Set<Listeners>): Host {
  const me: Listeners = {};
  const begun = new Set<string>();
  const running = new Set<string>();
  const names = new Set<string>();
  all.add(me);
  return {
    on(name, listener) {
      names.add(name);
      const skipped = name.startsWith(SKIP) ? name.slice(SKIP.length) : undefined;
      sandbox.on(name, (...details) => {
        if (skipped !== undefined) owners.delete(skipped);
        listener(...details);
      });
    },
    once(name, listener) {
      names.add(name);
      sandbox.once(name, listener);
    },
    removeAllListeners(name) {
      names.delete(name);
      sandbox.removeAllListeners(name);
    },
    dispatch: (name, ...details) => sandbox.dispatch(name, ...details),
    execute(event, options, callback) {
      const { id = '' } = options;
      begun.add(id);
      running.add(id);
      owners.set(id, me);
      sandbox.execute(event, options, (...result) => {
        running.delete(id);
        callback(...result);
      });
    },
    listen(triggers) {
      me.triggers = triggers;
    },
    leave() {
      for (const id of running) {
        sandbox.removeAllListeners(`execution.result.${id}`);
        sandbox.dispatch(`execution.abort.${id}`);
      }
      for (const name of names) sandbox.removeAllListeners(name);
      for (const id of begun) owners.delete(id);
      all.delete(me);
    },
  };
}
