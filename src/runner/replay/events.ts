import type { EventEmitter } from 'node:events';
import type { Assertion, Exchange, FlowResult, RunResult, Step } from '../result.ts';
import { newmanRequest } from './collection.ts';
import type { ItemOf, Sdk, SdkItem } from './sdk.ts';

interface Visit {
  readonly step: Step;
  readonly item: SdkItem;
  /** The checks of the flow as a whole are told with its last request: Newman knows nothing above a request. */
  readonly checks: readonly Assertion[];
}

type Emitter = EventEmitter & { readonly summary: object };

/** Emits the events of a run as Newman does, once more and from the redacted result. */
export async function replay(result: RunResult, emitter: Emitter, items: ItemOf, sdk: Sdk): Promise<void> {
  const visits = result.flows.flatMap((flow) => visitsOf(flow, items));
  const at = (position: number, ref = `visit-${position + 1}`) => ({
    ref,
    position,
    iteration: 0,
    length: visits.length,
    cycles: 1,
    bof: position === 0,
    eof: position === visits.length - 1,
    empty: visits.length === 0,
    cr: false,
  });
  emitter.emit('start', null, { cursor: at(0, 'start'), run: {} });
  emitter.emit('beforeIteration', null, { cursor: at(0, 'start') });
  for (const [position, visit] of visits.entries()) {
    replayVisit(visit, at(position), emitter, sdk);
    // Some reporters draw between events.
    await Promise.resolve();
  }
  emitter.emit('iteration', null, { cursor: at(visits.length, 'end') });
  emitter.emit('beforeDone', null, { cursor: at(visits.length, 'end'), summary: emitter.summary });
  emitter.emit('done', null, emitter.summary);
}

function visitsOf(flow: FlowResult, items: ItemOf): Visit[] {
  const visited = flow.steps.filter((step) => step.exchanges.length > 0 || step.assertions.length > 0);
  return visited.flatMap((step, index) => {
    const item = items(flow, step);
    const checks = index === visited.length - 1 ? flow.checks : [];
    return item === undefined ? [] : [{ step, item, checks }];
  });
}

function replayVisit({ step, item, checks }: Visit, cursor: object, emitter: Emitter, sdk: Sdk): void {
  const emit = (name: string, more: object = {}, error: object | null = null) =>
    emitter.emit(name, error, { cursor, item, ...more });
  emit('beforeItem');
  emit('beforePrerequest', { events: [] });
  emit('prerequest', { executions: [] });
  const own = step.exchanges.find(({ by }) => by === 'step');
  // Newman counts a request without an answer as failed, and this one was given up for another attempt.
  const sent = step.outcome === 'retried' && own?.answer === undefined ? undefined : own;
  if (sent !== undefined) {
    const request = new sdk.Request(newmanRequest(sent));
    emit('beforeRequest', { request });
    const response = responseOf(sent, sdk);
    const more = { request, response, cookies: [], history: { execution: { data: [] } } };
    emit('request', more, sent.error === undefined ? null : errorOf('Error', sent.error));
  }
  emit('beforeTest', { events: [] });
  for (const { level, text } of step.console) emit('console', { level, messages: [text] });
  for (const [index, assertion] of [...step.assertions, ...checks].entries()) {
    const skipped = assertion.outcome === 'skipped';
    const error =
      assertion.outcome === 'failed'
        ? { ...errorOf('AssertionError', assertion.message ?? ''), index, test: assertion.name }
        : null;
    emit('assertion', { assertion: assertion.name, skipped, error: error ?? undefined }, error);
  }
  emit('test', { executions: [] });
  emit('item');
}

function responseOf({ answer }: Exchange, sdk: Sdk): object | undefined {
  if (answer === undefined) return undefined;
  return new sdk.Response({
    code: answer.status,
    status: answer.reason,
    header: answer.headers.map(({ name, value }) => ({ key: name, value })),
    stream: Buffer.from(answer.body?.text ?? ''),
    responseTime: answer.durationMs,
  });
}

function errorOf(name: string, message: string) {
  return { name, message, stack: `${name}: ${message}`, stacktrace: [] };
}
