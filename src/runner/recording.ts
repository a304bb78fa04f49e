import type { Exchange as RawExchange, RunEvent, ScriptPhase } from './events.ts';
import { exchangeOf, withoutPage } from './exchange.ts';
import { TEST_BEGUN } from './guard-tests.ts';
import {
  notAnswered,
  nothingAsserted,
  scriptThrew,
  unfinishedTests,
  unknownNextRequest,
  unresolvedVariables,
} from './guards.ts';
import type { Leg } from './oauth-legs.ts';
import type { Plain } from './plain.ts';
import { type AskedFor, authorizationOf, legsOf } from './read-legs.ts';
import { type Explain, refusalOf } from './refusal.ts';
import type { ListedRequest } from './requests-of.ts';
import type { Assertion, ConsoleLine, Exchange, Explanation, Step } from './result.ts';
import { endOfRetries, retryReason, withError } from './retries.ts';

interface Visit {
  readonly position: number;
  readonly number: number;
  /** Counted from 1, over visits in a row. */
  readonly attempt: number;
  readonly assertions: Plain<Assertion>[];
  readonly complaints: Plain<Assertion>[];
  readonly console: Plain<ConsoleLine>[];
  readonly phases: Map<string, ScriptPhase>;
  /** Variables that had a value when a script in front of the request ended. */
  readonly valued: Set<string>;
  readonly begunTests: string[];
  readonly errors: Set<string>;
  readonly exchanges: Plain<Exchange>[];
  /** The step's own request; forgotten when the visit has ended. */
  sent?: RawExchange;
  /** Whether it was sent. */
  wasSent: boolean;
  explanation?: Plain<Explanation>;
  /** What its scripts asked for last. */
  nextRequest?: string | null;
  ended: boolean;
}

/** Turns the events of one run into steps. */
export interface Recording {
  /** Takes one event in; answers with the step when the event finished one. */
  readonly take: (event: RunEvent) => Plain<Step> | undefined;
  /** The steps so far, in order; a visit that was cut off is `not-reached`. */
  readonly steps: () => Plain<Step>[];
  /** Names of requests that were to be sent again, and were not. */
  readonly abandoned: () => string[];
  /** What OAuth was asked for and given so far. */
  readonly legs: () => Plain<Leg>[];
  /** The requests that were never visited, in the order of the collection. */
  readonly unvisited: () => ListedRequest[];
}

/**
 * @param requests all requests of the collection, in its order
 * @param now the time, in milliseconds since 1970
 * @param explain says which known case a refusal is
 */
export function createRecording(
  requests: readonly ListedRequest[],
  now: () => number,
  explain: Explain = () => undefined,
): Recording {
  const visits = new Map<string, Visit>();
  const legs: Plain<Leg>[] = [];
  let asked: AskedFor | undefined;
  const known = new Set(requests.flatMap(({ id, name }) => (id === undefined ? [name] : [id, name])));

  function begin(position: number): Visit {
    const number = 1 + [...visits.values()].filter((visit) => visit.position === position).length;
    const before = [...visits.values()].at(-1);
    const again = before?.position === position && wasRetried(before);
    return {
      position,
      number,
      attempt: again ? before.attempt + 1 : 1,
      assertions: [],
      complaints: [],
      console: [],
      phases: new Map(),
      valued: new Set(),
      begunTests: [],
      errors: new Set(),
      exchanges: [],
      wasSent: false,
      ended: false,
    };
  }

  function keep(visit: Visit, raw: RawExchange, by: Exchange['by']): void {
    asked = authorizationOf(raw) ?? asked;
    visit.exchanges.push(exchangeOf(raw, { by, endedAt: now(), redirectUri: asked?.redirectUri }));
    legs.push(...legsOf(raw, [...visits.values()].indexOf(visit), asked));
  }

  function wasRetried(visit: Visit): boolean {
    const { id, name } = requests[visit.position] ?? {};
    const next = visit.nextRequest;
    const same = typeof next === 'string' && (next === name || next === id);
    // Whatever asserted something has judged the answer, and what it says counts.
    const unjudged = visit.wasSent && visit.assertions.length === 0;
    return same && unjudged && retryReason(visit.console) !== undefined;
  }

  function end(visit: Visit): void {
    visit.ended = true;
    visit.complaints.push(...complaintsAtEnd(visit, variablesOf(visit), wasRetried(visit)));
    const failed = [...visit.assertions, ...visit.complaints].some(({ outcome }) => outcome === 'failed');
    const refusal = failed && visit.sent !== undefined ? refusalOf(visit.sent) : undefined;
    const explanation = refusal === undefined ? undefined : explain(refusal);
    if (explanation !== undefined) visit.explanation = explanation;
    if (!failed) visit.exchanges.splice(0, Number.POSITIVE_INFINITY, ...visit.exchanges.map(withoutPage));
    delete visit.sent;
  }

  function variablesOf(visit: Visit): ReadonlySet<string> {
    const named = requests[visit.position]?.variables ?? [];
    // One that has a value was filled in: what looks like it, encoded, is part of another value, such as a client secret.
    return new Set([...named].filter((name) => !visit.valued.has(name)));
  }

  function takeInto(visit: Visit, event: RunEvent): void {
    switch (event.type) {
      case 'script-begun':
        visit.phases.set(event.script, event.phase);
        return;
      case 'script-ended':
        if (event.error !== undefined) complainOnce(visit, event.script, event.error);
        if (visit.phases.get(event.script) === 'prerequest') {
          for (const { key, value } of event.variables) if (value !== undefined) visit.valued.add(key);
        }
        if (event.nextRequest !== undefined) visit.nextRequest = event.nextRequest;
        if (typeof event.nextRequest === 'string') {
          visit.complaints.push(...unknownNextRequest(event.nextRequest, known));
        }
        return;
      case 'exception':
        complainOnce(visit, event.script, event.error);
        return;
      case 'assertion':
        visit.assertions.push({
          name: event.name,
          outcome: event.outcome,
          ...(event.message === undefined ? {} : { message: event.message }),
        });
        return;
      case 'console':
        if (event.level === 'debug' && event.text.startsWith(TEST_BEGUN)) {
          visit.begunTests.push(event.text.slice(TEST_BEGUN.length));
        } else {
          visit.console.push({ level: consoleLevel(event.level), text: event.text });
        }
        return;
      case 'sent':
        visit.sent = event.exchange;
        visit.wasSent = true;
        keep(visit, event.exchange, 'step');
        return;
      case 'visit-ended':
        end(visit);
        return;
      case 'script-sent':
        keep(visit, event.exchange, 'script');
        visit.complaints.push(...unresolvedVariables(event.exchange, variablesOf(visit)));
        return;
      case 'visit-begun':
        return;
    }
  }

  function stepOf(visit: Visit): Plain<Step> {
    const request = requests[visit.position];
    const assertions = [...visit.assertions, ...visit.complaints];
    const outcome = outcomeOf(visit, assertions, wasRetried(visit));
    const reason = outcome === 'retried' ? retryReason(visit.console) : undefined;
    const end = outcome === 'retried' ? undefined : endOfRetries(visit.console);
    const own = visit.exchanges.find(({ by }) => by === 'step');
    return {
      name: request?.name ?? '',
      folders: request?.folders ?? [],
      visit: visit.number,
      method: own?.method ?? request?.method ?? '',
      url: own?.url ?? request?.url ?? '',
      outcome,
      ...(outcome === 'skipped' ? { skipReason: skipReason(visit) } : {}),
      ...(visit.attempt > 1 || outcome === 'retried' ? { attempt: visit.attempt } : {}),
      ...(reason === undefined ? {} : { retryReason: withError(reason, own?.error) }),
      ...(end === undefined ? {} : { endOfRetries: end }),
      exchanges: visit.exchanges,
      // What it means comes before what was expected.
      ...(visit.explanation === undefined ? {} : { explanation: visit.explanation }),
      assertions,
      console: visit.console,
    };
  }

  return {
    take(event) {
      if (event.type === 'visit-begun') visits.set(event.visit, begin(event.position));
      const visit = visits.get(event.visit);
      if (visit === undefined) return undefined;
      takeInto(visit, event);
      return event.type === 'visit-ended' ? stepOf(visit) : undefined;
    },
    steps: () => [...visits.values()].map(stepOf),
    abandoned() {
      const all = [...visits.values()];
      return all.flatMap((visit, index) =>
        wasRetried(visit) && !(all[index + 1]?.position === visit.position && all[index + 1]?.wasSent)
          ? [requests[visit.position]?.name ?? '']
          : [],
      );
    },
    legs: () => legs,
    unvisited() {
      const visited = new Set([...visits.values()].map((visit) => visit.position));
      return requests.filter((_, position) => !visited.has(position));
    },
  };
}

/** Newman reports an error of a script up to twice: as an exception and with the script's end. */
function complainOnce(visit: Visit, script: string, error: string): void {
  const key = `${script} ${error}`;
  if (visit.errors.has(key)) return;
  visit.errors.add(key);
  visit.complaints.push(scriptThrew(visit.phases.get(script) ?? 'test', error));
}

function complaintsAtEnd(visit: Visit, variables: ReadonlySet<string>, retried: boolean): Plain<Assertion>[] {
  const { sent: exchange } = visit;
  const unfinished = unfinishedTests(visit.begunTests, visit.assertions);
  if (exchange === undefined) return unfinished;
  const unresolved = unresolvedVariables(exchange, variables);
  // The trouble that it was given up for is not its fault, and was not judged.
  if (retried) return [...unfinished, ...unresolved];
  const broken = exchange.error === undefined ? [] : [notAnswered(exchange.error)];
  // Where something broke, that is why nothing was asserted, and saying it twice would hide which one to mend.
  const explained = [...visit.complaints, ...unfinished, ...broken].length > 0;
  return [...unfinished, ...unresolved, ...broken, ...(explained ? [] : nothingAsserted(visit.assertions))];
}

function outcomeOf(visit: Visit, assertions: readonly Plain<Assertion>[], retried: boolean): Step['outcome'] {
  if (assertions.some((assertion) => assertion.outcome === 'failed')) return 'failed';
  if (!visit.ended) return 'not-reached';
  if (retried) return 'retried';
  // Newman has no event for skipRequest: nothing sent and nothing thrown means just that.
  return visit.wasSent ? 'passed' : 'skipped';
}

function skipReason(visit: Visit): string {
  const said = visit.console.findLast((line) => line.text.startsWith('Skipped: '));
  return said?.text.slice('Skipped: '.length) ?? 'its script gave no reason';
}

function consoleLevel(level: string): ConsoleLine['level'] {
  return level === 'info' || level === 'warn' || level === 'error' || level === 'debug' ? level : 'log';
}
