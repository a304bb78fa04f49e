// @ts-nocheck
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

/** What a script is told of variables; the inner end takes them in this order. */
const SCOPES = ['environment', 'collectionVariables', 'globals', '_variables'] as const;

const RESULT = 'execution.result.';
const ABORT = 'execution.abort.';

/** What postman-runtime tells a script, by name. */
type About = Record<string, unknown>;

/** The word by which postman-sandbox has a script run. */
type Run = readonly [
  name: 'execute',
  id: string,
  event: { readonly script?: { readonly exec?: unknown } },
  about: About,
  options: unknown,
];

/**
 * Lets sandbox and program exchange JSON. uvm exchanges flatted text, which takes five times as long to write and
 * read, compiles a script for each word, and starts a thread that would end a script which never gives control back:
 * whoever reuses sandboxes watches over the whole worker instead.
 */
export function speakPlainly(bridge: InnerBridge, sandbox: EventEmitter, context: Context): void {
  const connect = runInContext(`(${connectInside})`, context) as typeof connectInside;
  const sdk = runInContext(`require('postman-collection')`, context);
  const inside = connect(bridge, sdk, tell, SCOPES_KEPT);
  const sayItsOwnWay = Reflect.get(sandbox, '_dispatch') as (...said: unknown[]) => void;
  const running = new Map<string, About>();
  /** The JSON of scopes. postman-runtime changes them only by what a script is said to have changed. */
  const texts = new WeakMap<object, string>();

  Object.assign(sandbox, {
    _dispatch(...said: unknown[]) {
      let say: () => void;
      try {
        say = said[0] === 'execute' ? run(said as unknown as Run) : word(said);
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

  function word(said: unknown[]): () => void {
    const name = String(said[0]);
    if (name.startsWith(ABORT)) running.delete(name.slice(ABORT.length));
    const text = JSON.stringify(said);
    return () => inside.hear(text);
  }
  function run([name, id, event, about, options]: Run): () => void {
    const rest = { ...about };
    const unnamed = unnamedParts(event.script?.exec);
    for (const part of [...SCOPES, ...unnamed]) delete rest[part];
    const scopes = SCOPES.map((scope) => textOf(about[scope]));
    const text = JSON.stringify([name, id, event, rest, options]);
    running.set(id, about);
    return () => inside.run(text, scopes, unnamed.includes('request'));
  }
  function textOf(scope: unknown): string {
    if (typeof scope !== 'object' || scope === null) return '{}';
    const text = texts.get(scope) ?? JSON.stringify(scope);
    texts.set(scope, text);
    return text;
  }
  function tell(text: string): void {
    const said: [string, unknown, About?] = JSON.parse(text);
    const [name, , result] = said;
    if (name.startsWith(RESULT)) {
      const id = name.slice(RESULT.length);
      const about = running.get(id);
      running.delete(id);
      for (const scope of SCOPES) {
        if (result?.[scope] !== undefined) texts.delete(Object(about?.[scope]));
      }
    }
    sandbox.emit(...said);
  }
}
