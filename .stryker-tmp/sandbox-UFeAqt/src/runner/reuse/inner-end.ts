/** What uvm puts between a sandbox and the program, seen from inside. */
// @ts-nocheck

export interface InnerBridge {
  dispatch: (...said: unknown[]) => void;
  readonly emit: (...said: unknown[]) => void;
}

/** Variables as Postman's SDK has them, in the sandbox. */
interface Scope {
  readonly mutations?: { readonly count: () => number };
  _layers?: unknown;
}

/** The classes of Postman's SDK that are needed, of the sandbox's own copy. */
export interface InnerSdk {
  readonly VariableScope: new (definition: unknown) => Scope;
  readonly Request: new () => object;
}

/** What the program may say to a sandbox, as JSON. */
export interface InnerEnd {
  readonly hear: (text: string) => void;
  /**
   * Runs a script.
   *
   * @param text the word for it, its context without what the other two are about
   * @param scopes the JSON of each scope of variables, in the order of SCOPES
   * @param withoutRequest the script does not look at its request
   */
  readonly run: (text: string, scopes: readonly string[], withoutRequest: boolean) => void;
}

interface Execution {
  readonly id: string;
  readonly target: string;
  readonly return: unknown;
  readonly request?: unknown;
  readonly [scope: string]: unknown;
}

/**
 * The inner end of the bridge. It is sent into the sandbox as text and runs there, so it must use nothing from outside
 * of itself. Two things spare most of the work around a script:
 *
 * - A scope that no script has changed is kept as it was built, and is given to the next script whose scope has the
 *   same text, id included.
 * - Of what a script leaves behind, postman-runtime is told the scopes that were changed, what the request has become,
 *   and where to go on. It knows everything else already.
 *
 * @param tell hands text to the program
 * @param most how many scopes are kept
 */
export function connectInside(
  bridge: InnerBridge,
  sdk: InnerSdk,
  tell: (text: string) => void,
  most: number,
): InnerEnd {
  const SCOPES = ['environment', 'collectionVariables', 'globals', '_variables'];
  const RESULT = 'execution.result.';
  const ABORT = 'execution.abort.';
  /** Each assertion is told twice; this one is for `abortOnFailure`, which no run in a shared sandbox has. */
  const TOLD_TWICE = 'execution.assertion.';

  const sayItsOwnWay = bridge.dispatch;
  const unchanged = new Map<string, Scope>();
  const running = new Map<string, { readonly scopes: readonly string[]; readonly withoutRequest: boolean }>();
  const noRequest = new sdk.Request();

  function take(text: string): Scope {
    const kept = unchanged.get(text);
    if (kept === undefined) return new sdk.VariableScope(JSON.parse(text));
    unchanged.delete(text);
    return kept;
  }
  function keep(text: string, scope: Scope): void {
    // The sandbox lays all other scopes below that of pm.variables, anew for each script.
    delete scope._layers;
    unchanged.set(text, scope);
    if (unchanged.size <= most) return;
    for (const oldest of unchanged.keys()) {
      unchanged.delete(oldest);
      return;
    }
  }
  function news(execution: Execution, failed: boolean): object {
    const about = running.get(execution.id);
    running.delete(execution.id);
    const changed: Record<string, unknown> = {};
    SCOPES.forEach((name, index) => {
      const scope = execution[name] as Scope;
      if (scope.mutations?.count() === 0) {
        const text = about?.scopes[index];
        if (text !== undefined && !failed) keep(text, scope);
        return;
      }
      changed[name] = name === '_variables' ? scope : { mutations: scope.mutations };
    });
    return {
      id: execution.id,
      target: execution.target,
      return: execution.return,
      ...(execution.target === 'prerequest' && about?.withoutRequest !== true
        ? { request: execution.request }
        : {}),
      ...changed,
    };
  }

  bridge.dispatch = (...said) => {
    const name = String(said[0]);
    if (name.startsWith(TOLD_TWICE)) return;
    if (name.startsWith(RESULT) && said[2]) said[2] = news(said[2] as Execution, Boolean(said[1]));
    let text: string;
    try {
      text = JSON.stringify(said);
    } catch {
      // What refers to itself is no JSON.
      sayItsOwnWay.apply(bridge, said);
      return;
    }
    tell(text);
  };

  return {
    hear(text) {
      const said: unknown[] = JSON.parse(text);
      const name = String(said[0]);
      if (name.startsWith(ABORT)) running.delete(name.slice(ABORT.length));
      bridge.emit(...said);
    },
    run(text, scopes, withoutRequest) {
      const [name, id, event, context, options] = JSON.parse(text);
      SCOPES.forEach((scope, index) => {
        context[scope] = take(scopes[index] ?? '{}');
      });
      // One of its own for each script: the sandbox adds to it what assertions begin with.
      if (withoutRequest) context.request = Object.create(noRequest);
      running.set(id, { scopes: Array.from(scopes), withoutRequest });
      bridge.emit(name, id, event, context, options);
    },
  };
}
