import type { Redactor } from '../redaction/redactor.ts';
import { steadyClock } from '../steady-clock.ts';
import { secretsInExchange, secretsInVariables } from './discover.ts';
import { drive } from './drive.ts';
import type { RunEvent } from './events.ts';
import { gaveUp, nothingSent, notReached, notTriedAgain, rejectedPromise, tookTooLong } from './guards.ts';
import { createIdTokens } from './id-tokens.ts';
import { notRun } from './not-run.ts';
import type { Plain } from './plain.ts';
import { createRecording } from './recording.ts';
import type { Observer, RunnerIo, RunRequest } from './request.ts';
import { requestsOf } from './requests-of.ts';
import type { Assertion, FlowResult, Step } from './result.ts';
import type { Reuse } from './reuse/reuse.ts';
import { markedSecrets, redactorFor } from './run-redactor.ts';
import { sealFlow, sealStep } from './seal.ts';

/**
 * Runs one collection with Newman and says what happened, without secrets.
 *
 * Everything that the run showed is in the result, failed assertions and unanswered requests included. When the
 * person interrupts it, or it takes too long, the result holds what happened until then.
 *
 * @param reuse what is there from runs of the same collection; the result then holds exchanges and console only where
 * the flow failed
 * @throws Failure NEWMAN_FAILED when Newman cannot run the collection at all
 */
export async function runCollection(
  request: RunRequest,
  io: RunnerIo,
  observer: Observer = {},
  reuse?: Reuse,
): Promise<FlowResult> {
  const clock = steadyClock(io.now);
  const began = clock();
  if (io.interrupted.aborted) {
    const result = notRun(request, 'interrupted before it began', true);
    observer.flow?.(result);
    return result;
  }
  const requests = reuse?.requests ?? requestsOf(request.collection);
  const recording = createRecording(requests, clock, request.explain);
  const redactor = redactorFor(request);
  const showing = { redactor, hideBodies: request.hideBodies === true };
  const marked = markedSecrets(request);
  const checks: Plain<Assertion>[] = [];
  const idTokens = createIdTokens();

  const ending = await drive(
    request,
    io,
    {
      event(event) {
        if (event.type === 'script-begun') observer.script?.();
        learn(event, redactor, marked);
        idTokens.take(event);
        const step = recording.take(event);
        if (step !== undefined && observer.step !== undefined)
          observer.step(request, sealStep(step, showing));
      },
      rejection: (error) => checks.push(rejectedPromise(error)),
      breakdown: (error) => checks.push(gaveUp(error)),
    },
    reuse,
  );

  let steps = recording.steps();
  if (ending === 'too long') checks.push(tookTooLong(request.timeouts.run));
  if (ending === 'done' && !steps.some(wasSent) && !steps.some(hasFailed))
    checks.push(nothingSent(requests.length));
  if (ending === 'done') checks.push(...notTriedAgain(recording.abandoned()));
  if (ending === 'done' && request.verifyIdToken !== undefined)
    checks.push(...(await idTokens.verify(request.verifyIdToken)));
  const sound = ending === 'done' && checks.length === 0 && !steps.some(hasFailed);
  const unvisited = recording.unvisited().map(
    (missed): Plain<Step> => ({
      name: missed.name,
      folders: missed.folders,
      visit: 1,
      method: missed.method,
      url: missed.url,
      outcome: sound ? 'failed' : 'not-reached',
      exchanges: [],
      assertions: sound ? [notReached()] : [],
      console: [],
    }),
  );
  for (const step of unvisited) observer.step?.(request, sealStep(step, showing));
  steps = [...steps, ...unvisited];
  if (reuse !== undefined && sound && !steps.some(hasFailed)) steps = steps.map(inBrief);

  const failed = checks.length > 0 || steps.some(hasFailed);
  const interrupted = ending === 'interrupted' || ending === 'too long';
  const result = sealFlow(
    {
      flow: request.flow,
      title: request.title,
      outcome: failed ? 'failed' : interrupted ? 'not-run' : 'passed',
      ...(ending === 'interrupted' ? { reason: 'interrupted before its end' } : {}),
      ...(ending === 'too long' ? { reason: `out of time after ${request.timeouts.run} ms` } : {}),
      interrupted,
      durationMs: clock() - began,
      checks,
      steps,
      legs: recording.legs(),
      ...(request.providerId === undefined ? {} : { providerId: request.providerId }),
      ...(request.registeredRedirectUris === undefined
        ? {}
        : { registeredRedirectUris: request.registeredRedirectUris }),
    },
    showing,
  );
  observer.flow?.(result);
  return result;
}

function learn(event: RunEvent, redactor: Redactor, marked: ReadonlySet<string>): void {
  if (event.type === 'script-ended') {
    for (const { name, value } of secretsInVariables(event.variables, marked)) redactor.learn(name, value);
  }
  if (event.type === 'sent' || event.type === 'script-sent') {
    for (const { name, value } of secretsInExchange(event.exchange)) redactor.observe(name, value);
  }
}

/** Nobody looks into the exchanges of a flow that passed, when there are thousands of them. */
function inBrief(step: Plain<Step>): Plain<Step> {
  return { ...step, exchanges: [], console: [] };
}

function wasSent(step: Plain<Step>): boolean {
  return (
    step.outcome === 'passed' ||
    step.exchanges.some((exchange) => exchange.by === 'step' && exchange.answer !== undefined)
  );
}

function hasFailed(step: Plain<Step>): boolean {
  return step.outcome === 'failed';
}
