import type { EventEmitter } from 'node:events';
import { type Context, runInContext } from 'node:vm';
import { connectInside, type InnerBridge } from './inner-end.ts';
import { unnamedParts } from './unnamed-parts.ts';

/** uvm lays the bridge on the sandbox's own global object while it boots, and takes it away before any script runs. */
export function keepBridge(context: Context): () => InnerBridge | undefined {
  let bridge: InnerBridge | undefined;
  Object.defineProperty(context, 'bridge', {
    configurable: true,
    get: () => bridge,
    set(value: InnerBridge | undefined) {
      if (value !== undefined) bridge = value;
    },
  });
  return () => bridge;
}

/** Scopes that a sandbox keeps: four for each of more runs than there are side by side. */
const SCOPES_KEPT = 128;

/**
 * Lets sandbox and program exchange JSON. uvm exchanges flatted text, which takes five times as long to write and
 * read, compiles a script for each word, and starts a thread that would end a script which never gives control back:
 * whoever reuses sandboxes watches over the whole worker instead.
 */
export function speakPlainly(bridge: InnerBridge, sandbox: EventEmitter, context: Context): void {
  const connect = runInContext(`(${connectInside})`, context) as typeof connectInside;
  const sdk = runInContext(`require('postman-collection')`, context);
  const tell = (text: string) => void sandbox.emit(...(JSON.parse(text) as [string, ...unknown[]]));
  const inside = connect(bridge, sdk, tell, SCOPES_KEPT);
  const sayItsOwnWay = Reflect.get(sandbox, '_dispatch') as (...said: unknown[]) => void;
  Object.assign(sandbox, {
    _dispatch(...said: unknown[]) {
      let say: () => void;
      try {
        say = said[0] === 'execute' ? running(said as unknown as Run) : saying(said);
      } catch {
        // What refers to itself is no JSON.
        sayItsOwnWay.apply(sandbox, said);
        return;
      }
      try {
        say();
      } catch (error) {
        sandbox.emit('error', error);
      }
    },
  });

  function saying(said: unknown[]): () => void {
    const text = JSON.stringify(said);
    return () => inside.hear(text);
  }
  function running([name, id, event, context, options]: Run): () => void {
    const { environment, collectionVariables, globals, _variables, ...rest } = context;
    const unnamed = unnamedParts(event.script?.exec);
    for (const part of unnamed) delete rest[part];
    const scopes = [environment, collectionVariables, globals, _variables].map((scope) =>
      JSON.stringify(scope ?? {}),
    );
    const text = JSON.stringify([name, id, event, rest, options]);
    return () => inside.run(text, scopes, unnamed.includes('request'));
  }
}

/** The word by which postman-sandbox has a script run. */
type Run = readonly [
  name: 'execute',
  id: string,
  event: { readonly script?: { readonly exec?: unknown } },
  context: Record<string, unknown>,
  options: unknown,
];
