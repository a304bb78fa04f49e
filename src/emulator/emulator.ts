import type { RandomBytes } from '../oauth/random.ts';
import { responseHeaders } from '../providers/linkedin/pages.ts';
import { answerRefusal } from './answer-refusal.ts';
import type { EmulatorConfig } from './config.ts';
import { controlAnswer, isControl } from './control/control.ts';
import type { Controls } from './control/controls.ts';
import type { Emulation } from './emulation.ts';
import { decide, freshTallies } from './faults/engine.ts';
import type { FaultRule } from './faults/parse-fault.ts';
import { answerWithFaults } from './faults/strike.ts';
import { type JournalEntry, record } from './journal.ts';
import { Refusal } from './refusal.ts';
import { createRoutes } from './routes.ts';
import { createSigningKey } from './signing.ts';
import { createState } from './state.ts';
import { readVisit, type Visit } from './visit.ts';

/** An authorization server that behaves as LinkedIn's, as a function. */
export interface Emulator {
  /** Answers a request; the addresses in the answer have the origin of the request's own address. */
  readonly fetch: (request: Request) => Promise<Response>;
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
  randomBytes,
  secondOrigin,
  faults: firstFaults = [],
  control = false,
}: EmulatorOptions): Emulator {
  const journal: JournalEntry[] = [];
  const routes = createRoutes();
  let faults = firstFaults;
  let tallies = freshTallies(faults);
  let ahead = 0;
  const clock = () => now() + ahead * 1000;
  const emulation: Emulation = {
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

  async function fetch(request: Request): Promise<Response> {
    const visit = await readVisit(emulation, request);
    if (control && isControl(visit.url.pathname)) return controlAnswer(visit, controls);
    const called = { path: visit.url.pathname, method: request.method };
    const decision = decide(faults, tallies, called, clock());
    tallies = decision.tallies;
    const response = await answer(visit, decision.strikes);
    for (const [name, value] of Object.entries(responseHeaders)) response.headers.set(name, value);
    response.headers.set('x-li-uuid', `AAY${Buffer.from(randomBytes(16)).toString('base64').slice(0, 19)}==`);
    record(
      journal,
      visit,
      response.status,
      decision.strikes.map(({ spec }) => spec),
    );
    return response;
  }

  async function answer(visit: Visit, strikes: readonly FaultRule[]): Promise<Response> {
    try {
      return await answerWithFaults(visit, strikes, endpointAnswer);
    } catch (error) {
      if (error instanceof Refusal) return answerRefusal(visit, error);
      throw error;
    }
  }

  /** A refusal is an answer like others, and faults may damage it. */
  async function endpointAnswer(visit: Visit): Promise<Response> {
    try {
      return await routes.fetch(visit.request, { visit });
    } catch (error) {
      if (error instanceof Refusal) return answerRefusal(visit, error);
      throw error;
    }
  }

  return { fetch, journal };
}
