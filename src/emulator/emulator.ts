import type { RandomBytes } from '../oauth/random.ts';
import { responseHeaders } from '../providers/linkedin/pages.ts';
import type { EmulatorConfig } from './config/config.ts';
import { controlResponse, isControl } from './control/control.ts';
import type { Controls } from './control/controls.ts';
import { decide, freshTallies } from './faults/engine.ts';
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

/** An authorization server that behaves as LinkedIn's, as a function. */
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
    config,
    state: createState(clock),
    now: clock,
    randomBytes,
    signingKey: createSigningKey(randomBytes),
    secondOrigin,
  };

  const controls: Controls = {
    journal,
    faults: () => faults,
    setFaults(rules) {
      faults = rules;
      tallies = freshTallies(rules);
    },
    ahead: () => ahead,
    advance(seconds) {
      ahead += seconds;
    },
  };

  async function handle(request: EmulatorRequest): Promise<EmulatorResponse> {
    const context = await readRequest(emulator, request);
    if (context.isTooLarge) {
      record(journal, context, TOO_LARGE.status);
      return TOO_LARGE;
    }
    const { pathname: path } = context.url;
    if (control && isControl(path)) return controlResponse(context, controls);
    const decision = decide(faults, tallies, { path, method: request.method }, clock());
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
    return {
      ...given,
      headers: [...given.headers, ...EVERY_RESPONSE, ['x-li-uuid', responseId(randomBytes)]],
    };
  }

  /** An error response is a response like others, and faults may damage it. */
  function endpointResponse(context: RequestContext): Promise<EmulatorResponse> {
    return respondOrReject(context, () => endpointFor(context)(context));
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
