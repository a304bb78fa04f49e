import type { RandomBytes } from '../oauth/random.ts';
import { responseHeaders } from '../providers/linkedin/pages.ts';
import { type Answer, type Header, responseOf } from './answer.ts';
import { answerRefusal } from './answer-refusal.ts';
import { type Asked, askedOf, MOST_BODY_BYTES } from './asked.ts';
import type { EmulatorConfig } from './config.ts';
import { controlAnswer, isControl } from './control/control.ts';
import type { Controls } from './control/controls.ts';
import type { Emulation } from './emulation.ts';
import { decide, freshTallies } from './faults/engine.ts';
import type { FaultRule } from './faults/parse-fault.ts';
import { answerWithFaults } from './faults/strike.ts';
import { type JournalEntry, record } from './journal.ts';
import { pooled } from './random-pool.ts';
import { Refusal } from './refusal.ts';
import { endpointFor } from './routes.ts';
import { createSigningKey } from './signing.ts';
import { createState } from './state.ts';
import { readVisit, type Visit } from './visit.ts';

/** An authorization server that behaves as LinkedIn's, as a function. */
export interface Emulator {
  /** Answers a request; the addresses in the answer have the origin of the request's own address. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The same for a server, without the objects of fetch. */
  readonly answer: (asked: Asked) => Promise<Answer>;
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

  async function answer(asked: Asked): Promise<Answer> {
    const visit = await readVisit(emulation, asked);
    if (visit.isTooLarge) {
      record(journal, visit, TOO_LARGE.status);
      return TOO_LARGE;
    }
    const { pathname: path } = visit.url;
    if (control && isControl(path)) return controlAnswer(visit, controls);
    const decision = decide(faults, tallies, { path, method: asked.method }, clock());
    tallies = decision.tallies;
    const given = await answerOrRefuse(visit, () =>
      answerWithFaults(visit, decision.strikes, endpointAnswer),
    );
    record(
      journal,
      visit,
      given.status,
      decision.strikes.map(({ spec }) => spec),
    );
    return { ...given, headers: [...given.headers, ...EVERY_ANSWER, ['x-li-uuid', answerId(randomBytes)]] };
  }

  /** A refusal is an answer like others, and faults may damage it. */
  function endpointAnswer(visit: Visit): Promise<Answer> {
    return answerOrRefuse(visit, () => endpointFor(visit)(visit));
  }

  return { answer, fetch: async (request) => responseOf(await answer(askedOf(request))), journal };
}

const TOO_LARGE: Answer = {
  status: 413,
  headers: [['content-type', 'text/plain; charset=utf-8']],
  body: `The emulator reads at most ${MOST_BODY_BYTES} bytes of a request body.\n`,
};

const EVERY_ANSWER: readonly Header[] = Object.entries(responseHeaders);

/** As long as LinkedIn's: base64 of 18 bytes. */
function answerId(randomBytes: RandomBytes): string {
  return `AAY${Buffer.from(randomBytes(16)).toString('base64').slice(0, 19)}==`;
}

async function answerOrRefuse(visit: Visit, answering: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await answering();
  } catch (error) {
    if (error instanceof Refusal) return answerRefusal(visit, error);
    throw error;
  }
}
