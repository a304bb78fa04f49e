import { createHash } from 'node:crypto';
import { css, type HtmlValue, html, type SafeHtml } from '../../html/html.ts';
import { duration, flowTitle, verdict } from '../../reports/findings.ts';
import { htmlFlow } from '../../reports/html-flow.ts';
import { badge, fact } from '../../reports/html-parts.ts';
import { htmlStyle } from '../../reports/html-style.ts';
import type { ManyResult } from '../result-log/many-result.ts';
import type { FlowRecord } from '../result-log/result-log-index.ts';
import { causesSection } from './html-causes.ts';
import { manyStyle } from './html-style.ts';
import { targetsSection } from './html-targets.ts';
import {
  counted,
  outcomesInWords,
  percent,
  providersInWords,
  providersOf,
  rate,
  recordsByCause,
} from './words.ts';

/** Each is some fifty kilobytes. With more the page would be slow, and nobody would read them. */
const MOST_IN_FULL = 200;

/** So few are open from the beginning. */
const FEW = 2;

const STYLE = htmlStyle + manyStyle;

/** The one thing that the policy lets through, by its hash. */
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * Many targets as one HTML file, without a script: the counts, each thing that went wrong with how many it befell,
 * failures in detail, and all targets in pages that open when somebody wants them.
 */
export async function* manyHtml(many: ManyResult): AsyncGenerator<string> {
  for await (const piece of pageOf(many)) yield piece.toString();
}

async function* pageOf(many: ManyResult): AsyncGenerator<SafeHtml> {
  const { index } = many;
  const detailed = inDetail(many);
  const ids = new Map(detailed.map((record, number) => [record, `target-${number + 1}`]));
  yield head(many);
  yield* causesSection(index, ids);
  yield* detailSection(many, detailed, ids);
  yield* targetsSection(index, ids);
  yield html`</main>
<footer>Made by ${many.tool}. Secrets appear as their names: ‹access_token·1› is the same value wherever it stands in a flow.</footer>
</body>
</html>
`;
}

function head(many: ManyResult): SafeHtml {
  const { index } = many;
  const { flows, records } = index;
  const title = `${providersInWords(providersOf(index), many.provider)}: OAuth of ${counted(index.targets, 'target')}`;
  const missing = many.missing > 0 ? ` ${counted(many.missing, 'target')} of the list never reached.` : '';
  const speed = rate(index.targets, many.durationMs);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${verdict(many)}: ${title}</title>
<style>${css(STYLE)}</style>
</head>
<body>
<header>
<h1><span class="badge ${many.outcome}">${verdict(many)}</span> ${title}</h1>
${many.interrupted && html`<p class="reason">The run was interrupted: what is here had happened until then.${missing}</p>\n`}${shares(many)}<dl class="facts">
${fact(records.length === index.targets ? 'Targets' : `Flows of ${counted(index.targets, 'target')}`, outcomesInWords(flows))}
${fact('Passed', percent(flows.passed, records.length))}
${fact('Requests', outcomesInWords(index.requests))}
${fact('Checks', outcomesInWords(index.checks))}
${fact('Time', duration(many.durationMs) + (speed === '' ? '' : `, ${speed}`))}
${fact('Started', `${many.startedAt.slice(0, 19).replace('T', ' ')} UTC`)}
${fact('Run against', many.target)}
${many.shards === undefined ? '' : fact('Joined from', counted(many.shards, 'shard'))}
</dl>
<nav aria-label="Parts of this page">
${index.causes.length > 0 && html`<a href="#what-failed">What failed</a> <a href="#in-detail">In detail</a> `}<a href="#all-targets">All targets</a>
</nav>
</header>
<main>
`;
}

/** How much passed, as a bar. It says nothing that the counts beside it do not say. */
function shares({ index: { flows, records } }: ManyResult): HtmlValue {
  if (records.length === 0) return undefined;
  const width = (count: number) => (count / records.length) * 1000;
  const [failed, unrun] = [width(flows.failed), width(flows['not-run'])];
  const rects = [
    html`<rect class="passed" width="1000" height="10"/>`,
    html`<rect class="not-run" x="${(1000 - failed - unrun).toFixed(1)}" width="${(unrun + failed).toFixed(1)}" height="10"/>`,
    html`<rect class="failed" x="${(1000 - failed).toFixed(1)}" width="${failed.toFixed(1)}" height="10"/>`,
  ];
  return html`<svg class="shares" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>\n`;
}

/** The flows to show in detail: of each cause in turn, so that none is crowded out by one that many share. */
function inDetail({ index }: ManyResult): FlowRecord[] {
  const groups = recordsByCause(index).filter(([first]) => first?.outcome === 'failed');
  const chosen = new Set<FlowRecord>();
  for (let turn = 0; chosen.size < Math.min(MOST_IN_FULL, index.flows.failed); turn += 1) {
    for (const group of groups) {
      const record = group[turn];
      if (record !== undefined && chosen.size < MOST_IN_FULL) chosen.add(record);
    }
  }
  return groups.flat().filter((record) => chosen.has(record));
}

async function* detailSection(
  many: ManyResult,
  detailed: readonly FlowRecord[],
  ids: ReadonlyMap<FlowRecord, string>,
): AsyncGenerator<SafeHtml> {
  if (detailed.length === 0) return;
  const { failed } = many.index.flows;
  const which =
    failed === detailed.length
      ? failed === 1
        ? 'The one failure.'
        : `All ${counted(failed, 'failure')}.`
      : `${counted(detailed.length, 'failure')} of ${failed.toLocaleString('en')}, some of each kind. The others are among all targets below, and in report.json.`;
  yield html`<section aria-labelledby="in-detail">\n<h2 id="in-detail">In detail</h2>\n<p>${which}</p>\n`;
  for (const record of detailed) {
    const id = ids.get(record) ?? '';
    const flow = await many.read(record);
    const title = many.index.causes[record.cause ?? 0]?.title ?? '';
    yield html`<details class="target" id="${id}"${detailed.length <= FEW && html` open`}><summary>${badge(record.outcome)} <strong>${record.target}</strong> <span>${flowTitle(record)}</span> <span class="cause">${title}</span></summary>\n`;
    yield html`${htmlFlow(flow, `${id}-flow`, many)}\n</details>\n`;
  }
  yield html`</section>\n`;
}
