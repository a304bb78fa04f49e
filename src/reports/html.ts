import type { Assertion, FlowResult, RunResult, Step } from '../runner/result.ts';
import {
  answerOf,
  checkCounts,
  duration,
  type Finding,
  findingsOf,
  inWords,
  stepCounts,
  stepName,
  verdict,
} from './findings.ts';
import { htmlStyle } from './html-style.ts';
import { escapeText as text } from './markup.ts';

const WORDS = {
  passed: 'Passed',
  failed: 'Failed',
  skipped: 'Skipped',
  'not-reached': 'Not reached',
  'not-run': 'Not run',
} as const;

/**
 * The run as one HTML file that needs nothing else: no script, nothing from the network, and a policy that forbids
 * both, because the texts in it come from servers.
 */
export function htmlReport(result: RunResult): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${verdict(result)}: ${text(result.provider)} OAuth flows</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1><span class="badge ${result.outcome}">${verdict(result)}</span> ${text(result.provider)} OAuth flows</h1>
<dl class="facts">
${fact('Target', result.target)}
${fact('Requests', inWords(stepCounts(result.flows)))}
${fact('Checks', inWords(checkCounts(result.flows)))}
${fact('Time', duration(result.durationMs))}
${fact('Started', `${result.startedAt.slice(0, 19).replace('T', ' ')} UTC`)}
</dl>
</header>
<main>
${findingsSection(result)}${overview(result)}
${result.flows.map(flowSection).join('\n')}
</main>
<footer>Made by ${text(result.tool)}. Secrets appear as their names, ‹client_secret›.</footer>
</body>
</html>
`;
}

function fact(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${text(value)}</dd></div>`;
}

function findingsSection(result: RunResult): string {
  const findings = findingsOf(result.flows);
  if (findings.length === 0) return '';
  return `<section class="findings" aria-labelledby="what-failed">
<h2 id="what-failed">What failed</h2>
<ul>
${findings.map((finding) => findingItem(finding, result)).join('\n')}
</ul>
</section>
`;
}

function findingItem({ flow, step, assertion }: Finding, result: RunResult): string {
  const target = step === undefined ? flowId(flow, result) : stepId(step, flow, result);
  const place = step === undefined ? flow.title : `${flow.title} › ${stepName(step)}`;
  return `<li><a href="#${target}">${text(place)}</a><strong>${text(assertion.name)}</strong>${message(assertion)}</li>`;
}

function overview(result: RunResult): string {
  if (result.flows.length < 2) return '';
  const rows = result.flows.map(
    (flow) =>
      `<tr><th scope="row"><a href="#${flowId(flow, result)}">${text(flow.title)}</a></th><td>${badge(flow.outcome)}</td><td>${text(flow.reason ?? inWords(checkCounts([flow])))}</td></tr>`,
  );
  return `<section aria-labelledby="flows">
<h2 id="flows">Flows</h2>
<table class="overview">
<thead><tr><th scope="col">Flow</th><th scope="col">Outcome</th><th scope="col">Checks</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>`;
}

function flowSection(flow: FlowResult, _index: number, flows: readonly FlowResult[]): string {
  const id = flowId(flow, { flows });
  const reason = flow.reason === undefined ? '' : `<p class="reason">${text(flow.reason)}</p>\n`;
  const checks = flow.checks.length === 0 ? '' : `${assertionList(flow.checks)}\n`;
  return `<section class="flow" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${text(flow.title)} ${badge(flow.outcome)}</h2>
${reason}${checks}${flow.steps.length === 0 ? '' : stepTable(flow, { flows })}
</section>`;
}

function stepTable(flow: FlowResult, result: Pick<RunResult, 'flows'>): string {
  return `<table class="steps">
<caption>Requests of “${text(flow.title)}”, in the order in which they were visited</caption>
<thead><tr><th scope="col">Outcome</th><th scope="col">Request</th><th scope="col">Status</th><th scope="col">Time</th></tr></thead>
<tbody>
${flow.steps.map((step) => stepRow(step, stepId(step, flow, result))).join('\n')}
</tbody>
</table>`;
}

function stepRow(step: Step, id: string): string {
  const answer = answerOf(step);
  const status = answer === undefined ? '–' : `${answer.status} ${answer.reason}`;
  const time = answer === undefined ? '–' : duration(answer.durationMs);
  const skipped = step.skipReason === undefined ? '' : `<p class="reason">${text(step.skipReason)}</p>`;
  return `<tr id="${id}" class="${step.outcome}">
<td>${badge(step.outcome)}</td>
<td class="request"><strong>${text(stepName(step))}</strong>
<code class="address"><b>${text(step.method)}</b> ${text(step.url)}</code>
${skipped}${assertionList(step.assertions)}${consoleLines(step)}</td>
<td>${text(status)}</td>
<td class="time">${time}</td>
</tr>`;
}

function assertionList(assertions: readonly Assertion[]): string {
  if (assertions.length === 0) return '';
  const items = assertions.map(
    (assertion) =>
      `<li class="${assertion.outcome}"><span class="sr">${WORDS[assertion.outcome]}: </span>${text(assertion.name)}${message(assertion)}</li>`,
  );
  return `<ul class="assertions">${items.join('')}</ul>`;
}

function message(assertion: Assertion): string {
  return assertion.message === undefined ? '' : `<pre>${text(assertion.message)}</pre>`;
}

function consoleLines(step: Step): string {
  if (step.console.length === 0) return '';
  const lines = step.console.map((line) => `${line.level}: ${line.text}`).join('\n');
  const open = step.outcome === 'failed' ? ' open' : '';
  return `<details${open}><summary>Console</summary><pre>${text(lines)}</pre></details>`;
}

function badge(outcome: keyof typeof WORDS): string {
  return `<span class="badge ${outcome}">${WORDS[outcome]}</span>`;
}

/** Ids are numbers, because names may hold anything. */
function flowId(flow: FlowResult, result: Pick<RunResult, 'flows'>): string {
  return `flow-${result.flows.indexOf(flow) + 1}`;
}

function stepId(step: Step, flow: FlowResult, result: Pick<RunResult, 'flows'>): string {
  return `${flowId(flow, result)}-step-${flow.steps.indexOf(step) + 1}`;
}
