import type { EventEmitter } from 'node:events';
import { type Context, runInContext } from 'node:vm';

/** The inner end of what uvm puts between a sandbox and the program. */
export type Bridge = object;

/** uvm lays the bridge on the sandbox's own global object while it boots, and takes it away before any script runs. */
export function keepBridge(context: Context): () => Bridge | undefined {
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
export function speakPlainly(bridge: Bridge, sandbox: EventEmitter, context: Context): void {
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
