// @ts-nocheck
import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { type Context, createContext } from 'node:vm';
import { keepBridge, speakPlainly } from './plain-bridge.ts';

/** A sandbox of postman-sandbox, in which scripts of several runs may be under way. */
export interface Sandbox extends EventEmitter {
  readonly execute: (
    event: { readonly listen: string; readonly script: { readonly exec: readonly string[] } },
    options: { readonly id?: string },
    callback: (error: { readonly message?: string } | null | undefined) => void,
  ) => void;
  readonly dispatch: (name: string, ...details: unknown[]) => void;
  readonly dispose: () => void;
}

/**
 * Boots a sandbox of the version that Newman uses.
 *
 * @param timeout milliseconds that a script may take
 */
export function bootSandbox(timeout: number): Promise<Sandbox> {
  const { sandboxModule, delegateTimers } = loadSandboxModules();
  const context = delegateTimers(createContext(Object.create(null)));
  const bridge = keepBridge(context);
  return new Promise((resolve, reject) => {
    sandboxModule.createContext({ timeout, _sandbox: context }, (error, sandbox) => {
      if (error) {
        reject(error);
        return;
      }
      const found = bridge();
      if (found !== undefined) speakPlainly(found, sandbox, context);
      resolve(sandbox);
    });
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
