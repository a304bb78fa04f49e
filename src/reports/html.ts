import { createHash } from 'node:crypto';
import { css, type HtmlValue, html, lines, type SafeHtml } from '../html/html.ts';
import type { RunResult } from '../runner/result.ts';
import {
  checkCounts,
  duration,
  type Finding,
  findingsOf,
  flowTitle,
  inWords,
  stepCounts,
  stepName,
  verdict,
} from './findings.ts';
import { htmlFlow } from './html-flow.ts';
import { badge, fact, flowId, idOfStep, message } from './html-parts.ts';
import { htmlStyle } from './html-style.ts';

/** The one thing that the policy lets through, by its hash. */
const STYLE_HASH = createHash('sha256').update(htmlStyle).digest('base64');

/**
 * The run as one HTML file that needs nothing else: no script, nothing from the network, and a policy that forbids
 * both, because the texts in it come from servers.
 */
export function htmlReport(result: RunResult): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${verdict(result)}: ${result.provider} OAuth flows</title>
<style>${css(htmlStyle)}</style>
</head>
<body>
<header>
<h1><span class="badge ${result.outcome}">${verdict(result)}</span> ${result.provider} OAuth flows</h1>
${result.interrupted && html`<p class="reason">The run was interrupted: what is here had happened until then.</p>\n`}<dl class="facts">
${fact('Target', result.target)}
${fact('Requests', inWords(stepCounts(result.flows)))}
${fact('Checks', inWords(checkCounts(result.flows)))}
${fact('Time', duration(result.durationMs))}
${fact('Started', `${result.startedAt.slice(0, 19).replace('T', ' ')} UTC`)}
</dl>
</header>
<main>
${findingsSection(result)}${overview(result)}
${lines(result.flows.map((flow) => htmlFlow(flow, flowId(flow, result), result)))}
</main>
<footer>Made by ${result.tool}. Secrets appear as their names: ‹access_token·1› is the same value wherever it stands in a flow.</footer>
</body>
</html>
`.toString();
}

function findingsSection(result: RunResult): HtmlValue {
  const findings = findingsOf(result.flows);
  if (findings.length === 0) return undefined;
  return html`<section class="findings" aria-labelledby="what-failed">
<h2 id="what-failed">What failed</h2>
<ul>
${lines(findings.map((finding) => findingItem(finding, result)))}
</ul>
</section>
`;
}

function findingItem({ flow, step, assertion }: Finding, result: RunResult): SafeHtml {
  const target = step === undefined ? flowId(flow, result) : idOfStep(step, flow, result);
  const place = step === undefined ? flowTitle(flow) : `${flowTitle(flow)} › ${stepName(step)}`;
  const diagnosis =
    step?.explanation !== undefined && html`<strong>Diagnosis: ${step.explanation.title}</strong>`;
  return html`<li><a href="#${target}">${place}</a>${diagnosis}<strong>${assertion.name}</strong>${message(assertion)}</li>`;
}

function overview(result: RunResult): HtmlValue {
  if (result.flows.length < 2) return undefined;
  const rows = result.flows.map(
    (flow) =>
      html`<tr><th scope="row"><a href="#${flowId(flow, result)}">${flowTitle(flow)}</a></th><td>${badge(flow.outcome)}</td><td>${flow.reason ?? inWords(checkCounts([flow]))}</td></tr>`,
  );
  return html`<section aria-labelledby="flows">
<h2 id="flows">Flows</h2>
<table class="overview">
<thead><tr><th scope="col">Flow</th><th scope="col">Outcome</th><th scope="col">Checks</th></tr></thead>
<tbody>
${lines(rows)}
</tbody>
</table>
</section>`;
}
