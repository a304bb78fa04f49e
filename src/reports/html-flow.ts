import type { Assertion, FlowResult, Step } from '../runner/result.ts';
import { answerOf, duration, flowTitle, stepName } from './findings.ts';
import { htmlExchange } from './html-exchange.ts';
import { badge, fact, message, OUTCOMES, stepId } from './html-parts.ts';
import { htmlRedirect } from './html-redirect.ts';
import { htmlSequence } from './html-sequence.ts';
import { legFacts } from './legs.ts';
import { escapeText as text } from './markup.ts';

/**
 * One flow: what OAuth was about, its sequence, and every request with what it showed.
 *
 * @param id of the section; those of its parts begin with it
 */
export function htmlFlow(flow: FlowResult, id: string): string {
  const reason = flow.reason === undefined ? '' : `<p class="reason">${text(flow.reason)}</p>\n`;
  const checks = flow.checks.length === 0 ? '' : `${assertionList(flow.checks)}\n`;
  return `<section class="flow" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${text(flowTitle(flow))} ${badge(flow.outcome)}</h2>
${reason}${checks}${htmlRedirect(flow)}${htmlSequence(flow, id)}${legsBlock(flow)}
${flow.steps.length === 0 ? '' : stepTable(flow, id)}
</section>`;
}

function legsBlock(flow: FlowResult): string {
  const legs = legFacts(flow);
  if (legs.length === 0) return '';
  const items = legs.map(
    ({ title, facts }) =>
      `<li><b>${text(title)}</b><dl class="fields">${facts.map(([name, value]) => fact(name, text(value))).join('')}</dl></li>`,
  );
  return `<h3>What was asked and given</h3>
<ul class="legs">${items.join('\n')}</ul>`;
}

function stepTable(flow: FlowResult, id: string): string {
  return `<h3>Requests</h3>
<table class="steps">
<caption>Requests of “${text(flowTitle(flow))}”, in the order in which they were visited; bars show when each was under way</caption>
<thead><tr><th scope="col">Outcome</th><th scope="col">Request</th><th scope="col">Status</th><th scope="col">Time</th></tr></thead>
<tbody>
${flow.steps.map((step, index) => stepRow(step, stepId(id, index), spanOf(flow))).join('\n')}
</tbody>
</table>`;
}

interface Span {
  readonly start: number;
  readonly length: number;
}

function spanOf(flow: FlowResult): Span {
  const exchanges = flow.steps.flatMap((step) => step.exchanges);
  const start = Math.min(...exchanges.map((one) => one.endedAt - (one.answer?.durationMs ?? 0)));
  const end = Math.max(...exchanges.map((one) => one.endedAt));
  return { start, length: Math.max(1, end - start) };
}

function stepRow(step: Step, id: string, span: Span): string {
  const answer = answerOf(step);
  const status = answer === undefined ? '–' : `${answer.status} ${answer.reason}`;
  const time = answer === undefined ? '–' : `${duration(answer.durationMs)}${bar(step, span)}`;
  const reasons = [step.skipReason, step.retryReason, notRetried(step)]
    .filter((reason) => reason !== undefined)
    .map((reason) => `<p class="reason">${text(reason)}</p>`)
    .join('');
  const { explanation } = step;
  const known =
    explanation === undefined
      ? ''
      : `<div class="known"><b>Diagnosis: ${text(explanation.title)}</b><p>${text(explanation.cause)}</p><p><b>What to do:</b> ${text(explanation.remedy)}</p><p>More: <code>${text(explanation.page)}</code></p></div>`;
  return `<tr id="${id}" class="${step.outcome}">
<td>${badge(step.outcome)}</td>
<td class="request"><strong>${text(stepName(step))}</strong>
<code class="address"><b>${text(step.method)}</b> ${text(step.url)}</code>
${reasons}${assertionList(step.assertions)}${known}${step.exchanges.map((one) => htmlExchange(one)).join('')}${consoleLines(step)}</td>
<td>${text(status)}</td>
<td class="time">${time}</td>
</tr>`;
}

function notRetried({ endOfRetries }: Step): string | undefined {
  return endOfRetries === undefined ? undefined : `Not retried: ${endOfRetries}`;
}

function bar(step: Step, span: Span): string {
  const own = step.exchanges.find(({ by }) => by === 'step');
  if (own?.answer === undefined) return '';
  const width = Math.max(8, Math.round((own.answer.durationMs / span.length) * 1000));
  const start = Math.round(((own.endedAt - own.answer.durationMs - span.start) / span.length) * 1000);
  const x = Math.max(0, Math.min(1000 - width, start));
  return `<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="1000" height="10"/><rect x="${x}" width="${width}" height="10"/></svg>`;
}

function assertionList(assertions: readonly Assertion[]): string {
  if (assertions.length === 0) return '';
  const items = assertions.map(
    (assertion) =>
      `<li class="${assertion.outcome}"><span class="sr">${OUTCOMES[assertion.outcome]}: </span>${text(assertion.name)}${message(assertion)}</li>`,
  );
  return `<ul class="assertions">${items.join('')}</ul>`;
}

function consoleLines(step: Step): string {
  if (step.console.length === 0) return '';
  const lines = step.console.map((line) => `${line.level}: ${line.text}`).join('\n');
  const open = step.outcome === 'failed' ? ' open' : '';
  return `<details${open}><summary>Console</summary><pre>${text(lines)}</pre></details>`;
}
