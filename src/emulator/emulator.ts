import type { RandomBytes } from '../oauth/random.ts';
import { responseHeaders } from '../providers/linkedin/pages.ts';
import type { EmulatorConfig } from './config/config.ts';
import { controlResponse, isControl } from './control/control.ts';
import type { Controls } from './control/controls.ts';
import type { Dialect } from './dialect/dialect.ts';
import { checkDialectFaults } from './dialect/faults.ts';
import { dialectRoutes } from './dialect/routes.ts';
import { decide, type FaultyRequest, freshTallies } from './faults/engine.ts';
import type { FaultRule } from './faults/parse-fault.ts';
import { respondWithFaults } from './faults/strike.ts';
import { ErrorResponse } from './http/error-response.ts';
import { type EmulatorRequest, MOST_BODY_BYTES, requestFromFetch } from './http/request.ts';
import { type RequestContext, readRequest } from './http/request-context.ts';
import { respondWithError } from './http/respond-with-error.ts';
import { type EmulatorResponse, type Header, responseOf } from './http/response.ts';
import { type JournalEntry, record } from './journal/journal.ts';
import { endpointFor } from './routes.ts';
import type { EmulatorContext } from './state/emulator-context.ts';
import { pooled } from './state/random-pool.ts';
import { createSigningKey } from './state/signing-key.ts';
import { createState } from './state/state.ts';

/** An authorization server that behaves as a provider's, as a function. */
export interface Emulator {
  /** Handles a request; the URLs in the response have the origin of the request's own URL. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The same for a server, without the objects of fetch. */
  readonly handle: (request: EmulatorRequest) => Promise<EmulatorResponse>;
  /** What came in, oldest first; at most the last thousand requests. */
  readonly journal: readonly JournalEntry[];
}

/** What an emulator is made from. */
export interface EmulatorOptions {
  readonly config: EmulatorConfig;
  /** Another provider than LinkedIn, which is played if it is left out. */
  readonly dialect?: Dialect | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomBytes: RandomBytes;
  /** Another origin of the same emulator; `localhost` and `127.0.0.1` stand for each other if it is left out. */
  readonly secondOrigin?: string | undefined;
  /** What goes wrong; nothing if it is left out. */
  readonly faults?: readonly FaultRule[] | undefined;
  /** Whether `/_emulator` shows the journal and takes faults and a new time; off if it is left out. */
  readonly control?: boolean | undefined;
}

/**
 * Makes an emulator with an empty memory.
 *
 * Nothing is bound or started: `serveEmulator` does that, and most tests call `fetch`.
 */
export function createEmulator({
  config,
  dialect,
  now,
  randomBytes: source,
  secondOrigin,
  faults: firstFaults = [],
  control = false,
}: EmulatorOptions): Emulator {
  const journal: JournalEntry[] = [];
  const randomBytes = pooled(source);
  let faults = firstFaults;
  let tallies = freshTallies(faults);
  let ahead = 0;
  const clock = () => now() + ahead * 1000;
  const emulator: EmulatorContext = {
    provider: dialect?.facts.name ?? 'LinkedIn',
    config,
    state: createState(clock),
    now: clock,
    randomBytes,
    signingKey: createSigningKey(randomBytes),
    secondOrigin,
  };

  const routes = dialect === undefined ? undefined : dialectRoutes(dialect);
  const checkFaults = (rules: readonly FaultRule[]) => {
    if (dialect !== undefined) checkDialectFaults(rules, dialect.facts.name);
  };
  checkFaults(firstFaults);

  const controls: Controls = {
    journal,
    faults: () => faults,
    setFaults(rules) {
      checkFaults(rules);
      faults = rules;
      tallies = freshTallies(rules);
    },
    ahead: () => ahead,
    advance(seconds) {
      ahead += seconds;
    },
  };

  function faultyRequest(path: string, method: string): FaultyRequest {
    return { path, method, ...(routes !== undefined && { target: routes.targetOf(path, method) }) };
  }

  async function handle(request: EmulatorRequest): Promise<EmulatorResponse> {
    const context = await readRequest(emulator, request);
    if (context.isTooLarge) {
      record(journal, context, TOO_LARGE.status);
      return TOO_LARGE;
    }
    const { pathname: path } = context.url;
    if (control && isControl(path)) return controlResponse(context, controls);
    const decision = decide(faults, tallies, faultyRequest(path, request.method), clock());
    tallies = decision.tallies;
    const given = await respondOrReject(context, () =>
      respondWithFaults(context, decision.strikes, endpointResponse),
    );
    record(
      journal,
      context,
      given.status,
      decision.strikes.map(({ spec }) => spec),
    );
    if (dialect !== undefined) return given;
    return {
      ...given,
      headers: [...given.headers, ...EVERY_RESPONSE, ['x-li-uuid', responseId(randomBytes)]],
    };
  }

  /** An error response is a response like others, and faults may damage it. */
  function endpointResponse(context: RequestContext): Promise<EmulatorResponse> {
    return respondOrReject(context, () => (routes?.respond ?? endpointFor(context))(context));
  }

  return { handle, fetch: async (request) => responseOf(await handle(requestFromFetch(request))), journal };
}

const TOO_LARGE: EmulatorResponse = {
  status: 413,
  headers: [['content-type', 'text/plain; charset=utf-8']],
  body: `The emulator reads at most ${MOST_BODY_BYTES} bytes of a request body.\n`,
};

const EVERY_RESPONSE: readonly Header[] = Object.entries(responseHeaders);

/** As long as LinkedIn's: base64 of 18 bytes. */
function responseId(randomBytes: RandomBytes): string {
  return `AAY${Buffer.from(randomBytes(16)).toString('base64').slice(0, 19)}==`;
}

async function respondOrReject(
  context: RequestContext,
  handler: () => EmulatorResponse | Promise<EmulatorResponse>,
): Promise<EmulatorResponse> {
  try {
    return await handler();
  } catch (error) {
    if (error instanceof ErrorResponse) return respondWithError(context, error);
    throw error;
  }
}
