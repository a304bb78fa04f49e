import { type HtmlValue, html, lines, type SafeHtml } from '../html/html.ts';
import type { Assertion, FlowResult, RunResult, Step } from '../runner/result.ts';
import { answerOf, duration, flowTitle, stepName } from './findings.ts';
import { htmlExchange } from './html-exchange.ts';
import { badge, fact, message, OUTCOMES, stepId } from './html-parts.ts';
import { htmlRedirect } from './html-redirect.ts';
import { htmlSequence } from './html-sequence.ts';
import { legFacts } from './legs.ts';

/**
 * One flow: what OAuth was about, its sequence, and every request with what it showed.
 *
 * @param id of the section; those of its parts begin with it
 */
export function htmlFlow(flow: FlowResult, id: string, run: Pick<RunResult, 'target'>): SafeHtml {
  const reason = flow.reason !== undefined && html`<p class="reason">${flow.reason}</p>\n`;
  const checks = flow.checks.length > 0 && html`${assertionList(flow.checks)}\n`;
  return html`<section class="flow" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${flowTitle(flow)} ${badge(flow.outcome)}</h2>
${reason}${checks}${htmlRedirect(flow, run)}${htmlSequence(flow, id)}${legsBlock(flow)}
${flow.steps.length > 0 && stepTable(flow, id)}
</section>`;
}

function legsBlock(flow: FlowResult): HtmlValue {
  const legs = legFacts(flow);
  if (legs.length === 0) return undefined;
  const items = legs.map(
    ({ title, facts }) =>
      html`<li><b>${title}</b><dl class="fields">${facts.map(([name, value]) => fact(name, value))}</dl></li>`,
  );
  return html`<h3>Requested and granted</h3>
<ul class="legs">${lines(items)}</ul>`;
}

function stepTable(flow: FlowResult, id: string): SafeHtml {
  return html`<h3>Requests</h3>
<table class="steps">
<caption>Requests of “${flowTitle(flow)}”, in the order in which they were visited; bars show when each was under way</caption>
<thead><tr><th scope="col">Outcome</th><th scope="col">Request</th><th scope="col">Status</th><th scope="col">Time</th></tr></thead>
<tbody>
${lines(flow.steps.map((step, index) => stepRow(step, stepId(id, index), spanOf(flow))))}
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

function stepRow(step: Step, id: string, span: Span): SafeHtml {
  const answer = answerOf(step);
  const status = answer === undefined ? '–' : `${answer.status} ${answer.reason}`;
  const time = answer === undefined ? '–' : html`${duration(answer.durationMs)}${bar(step, span)}`;
  const reasons = [step.skipReason, step.retryReason, notRetried(step)]
    .filter((reason) => reason !== undefined)
    .map((reason) => html`<p class="reason">${reason}</p>`);
  const { explanation } = step;
  const known =
    explanation !== undefined &&
    html`<div class="known"><b>Diagnosis: ${explanation.title}</b><p>${explanation.cause}</p><p><b>What to do:</b> ${explanation.remedy}</p><p>More: <code>${explanation.page}</code></p></div>`;
  return html`<tr id="${id}" class="${step.outcome}">
<td>${badge(step.outcome)}</td>
<td class="request"><strong>${stepName(step)}</strong>
<code class="address"><b>${step.method}</b> ${step.url}</code>
${reasons}${known}${assertionList(step.assertions)}${step.exchanges.map((one) => htmlExchange(one))}${consoleLines(step)}</td>
<td>${status}</td>
<td class="time">${time}</td>
</tr>`;
}

function notRetried({ endOfRetries }: Step): string | undefined {
  return endOfRetries === undefined ? undefined : `Not retried: ${endOfRetries}`;
}

function bar(step: Step, span: Span): HtmlValue {
  const own = step.exchanges.find(({ by }) => by === 'step');
  if (own?.answer === undefined) return undefined;
  const width = Math.max(8, Math.round((own.answer.durationMs / span.length) * 1000));
  const start = Math.round(((own.endedAt - own.answer.durationMs - span.start) / span.length) * 1000);
  const x = Math.max(0, Math.min(1000 - width, start));
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="1000" height="10"/><rect x="${x}" width="${width}" height="10"/></svg>`;
}

function assertionList(assertions: readonly Assertion[]): HtmlValue {
  if (assertions.length === 0) return undefined;
  const items = assertions.map(
    (assertion) =>
      html`<li class="${assertion.outcome}"><span class="sr">${OUTCOMES[assertion.outcome]}: </span>${assertion.name}${message(assertion)}</li>`,
  );
  return html`<ul class="assertions">${items}</ul>`;
}

function consoleLines(step: Step): HtmlValue {
  if (step.console.length === 0) return undefined;
  const said = step.console.map((line) => `${line.level}: ${line.text}`).join('\n');
  const open = step.outcome === 'failed' && html` open`;
  return html`<details${open}><summary>Console</summary><pre>${said}</pre></details>`;
}
