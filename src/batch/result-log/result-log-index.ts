import type { Redacted } from '../../redaction/redacted.ts';
import type { Assertion, FlowResult, Step } from '../../runner/result.ts';
import type { CauseText } from './cause.ts';
import { type FlowSummary, type OutcomeCounts, summaryOf } from './flow-summary.ts';
import type { Span } from './result-log.ts';

/** What is kept in memory of a flow; the flow itself is read again when a report needs it. */
export interface FlowRecord {
  readonly target: Redacted;
  readonly provider: Redacted;
  readonly flow: Redacted;
  readonly title: Redacted;
  readonly outcome: FlowResult['outcome'];
  readonly interrupted: boolean;
  readonly durationMs: number;
  /** Index of what it failed for in {@link ResultLogIndex.causes}; left out when it passed. */
  readonly cause?: number;
  readonly at: Span;
}

/** What several flows did not pass for. */
export interface Cause extends CauseText {
  /** Flows that did not pass for it. */
  readonly count: number;
  /** The same by provider, the most frequent first. */
  readonly providers: readonly (readonly [provider: Redacted, count: number])[];
}

/** A run of many targets as its reports need it. */
export interface ResultLogIndex {
  /** By name of the target: `app-2` comes before `app-10`. */
  readonly records: readonly FlowRecord[];
  /** The most frequent first. */
  readonly causes: readonly Cause[];
  /** Number of different targets. */
  readonly targets: number;
  readonly flows: OutcomeCounts<FlowResult['outcome']>;
  readonly requests: OutcomeCounts<Step['outcome']>;
  readonly checks: OutcomeCounts<Assertion['outcome']>;
}

/** Takes flows one after the other, in any order. */
export interface Indexer {
  readonly add: (flow: FlowResult, at: Span) => void;
  /** The same for a flow that lies in another thread. */
  readonly addSummary: (summary: FlowSummary, at: Span) => void;
  /** All that were added. */
  readonly index: () => ResultLogIndex;
}

interface Counted {
  text: CauseText;
  count: number;
  readonly providers: Map<Redacted, number>;
}

/** So many different causes are told apart. A run in which more things go wrong has none that its targets share. */
const MOST_CAUSES = 1000;

const OTHER: CauseText = {
  key: 'other',
  kind: 'failed',
  title: 'Other failures',
  text: `More than ${MOST_CAUSES} different things failed; each is in the detail of its target.`,
};

const byName = new Intl.Collator('en', { numeric: true });

/**
 * Makes an index of flows that keeps some hundred bytes of each.
 *
 * @param provider of the flows that name none
 */
export function createIndexer(provider: Redacted): Indexer {
  const records: (Omit<FlowRecord, 'cause'> & { readonly key?: string })[] = [];
  const causes = new Map<string, Counted>();
  const flows = { passed: 0, failed: 0, 'not-run': 0 };
  const requests: Record<Step['outcome'], number> = {
    passed: 0,
    failed: 0,
    retried: 0,
    skipped: 0,
    'not-reached': 0,
  };
  const checks = { passed: 0, failed: 0, skipped: 0 };
  /** The same few texts come with every flow, each time as a text of its own. */
  const words = new Map<string, Redacted>();

  function word(text: Redacted): Redacted {
    const known = words.get(text);
    if (known !== undefined) return known;
    words.set(text, text);
    return text;
  }

  function count(cause: CauseText, of: Redacted): string {
    const key = causes.has(cause.key) || causes.size < MOST_CAUSES ? cause.key : OTHER.key;
    const known = causes.get(key);
    const text = key === OTHER.key ? OTHER : cause;
    if (known === undefined) causes.set(key, { text, count: 1, providers: new Map([[of, 1]]) });
    else {
      known.count += 1;
      known.providers.set(of, (known.providers.get(of) ?? 0) + 1);
      // Which one stands for all must not depend on which came first.
      if (text.text + text.title < known.text.text + known.text.title) known.text = text;
    }
    return key;
  }

  function addSummary(summary: FlowSummary, at: Span): void {
    const of = word(summary.provider ?? provider);
    const { outcome, interrupted, durationMs, cause } = summary;
    flows[outcome] += 1;
    addUp(requests, summary.requests);
    addUp(checks, summary.checks);
    records.push({
      target: summary.targetName ?? ('' as Redacted),
      provider: of,
      flow: word(summary.flow),
      title: word(summary.title),
      outcome,
      interrupted,
      durationMs,
      ...(cause !== undefined && { key: count(cause, of) }),
      at,
    });
  }

  return {
    add: (flow, at) => addSummary(summaryOf(flow), at),
    addSummary,
    index() {
      const sorted = [...causes].sort(
        ([key, one], [otherKey, other]) => other.count - one.count || (key < otherKey ? -1 : 1),
      );
      const numbers = new Map(sorted.map(([key], number) => [key, number]));
      return {
        records: records
          .map(({ key, ...record }) => ({
            ...record,
            ...(key !== undefined && { cause: numbers.get(key) ?? 0 }),
          }))
          .sort((one, other) => compareNames(one.target, other.target)),
        causes: sorted.map(([, cause]) => ({
          ...cause.text,
          count: cause.count,
          providers: [...cause.providers].sort(
            (one, other) => other[1] - one[1] || compareNames(one[0], other[0]),
          ),
        })),
        targets: new Set(records.map(({ target }) => target)).size,
        flows,
        requests,
        checks,
      };
    },
  };
}

function addUp<Outcome extends string>(sum: Record<Outcome, number>, more: OutcomeCounts<Outcome>): void {
  for (const outcome of Object.keys(sum) as Outcome[]) sum[outcome] += more[outcome];
}

function compareNames(one: string, other: string): number {
  return byName.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
}
