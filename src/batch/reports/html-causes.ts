import { type HtmlValue, html, listed, type SafeHtml } from '../../html/html.ts';
import { badge } from '../../reports/html-parts.ts';
import type { Cause, FlowRecord, ResultLogIndex } from '../result-log/result-log-index.ts';
import { counted, number, recordsByCause } from './words.ts';

/** Further ones are hardly shared by anybody. */
export const MOST_CAUSES = 100;
const MOST_NAMES = 12;

/** What went wrong: each thing once, with how many targets it befell and which. */
export function* causesSection(
  index: ResultLogIndex,
  ids: ReadonlyMap<FlowRecord, string>,
): Generator<SafeHtml> {
  const { causes } = index;
  if (causes.length === 0) return;
  const groups = recordsByCause(index);
  yield html`<section class="causes" aria-labelledby="what-failed">\n<h2 id="what-failed">What failed</h2>\n<ol>\n`;
  for (const [at, cause] of causes.slice(0, MOST_CAUSES).entries()) {
    yield causeItem(cause, at, groups[at] ?? [], ids, index);
  }
  yield html`</ol>\n`;
  const rest = causes.length - MOST_CAUSES;
  if (rest > 0) yield html`<p>And ${counted(rest, 'other reason')}; each is beside its targets below.</p>\n`;
  yield html`</section>\n`;
}

function causeItem(
  cause: Cause,
  at: number,
  records: readonly FlowRecord[],
  ids: ReadonlyMap<FlowRecord, string>,
  index: ResultLogIndex,
): SafeHtml {
  const targets = [...new Map(records.map((record) => [record.target, record])).values()];
  const names = targets.slice(0, MOST_NAMES).map((record) => nameOf(record, ids));
  const more = targets.length > MOST_NAMES ? ` and ${number(targets.length - MOST_NAMES)} more` : '';
  const length = ((cause.count / index.records.length) * 1000).toFixed(1);
  const providers =
    cause.providers.length > 1 &&
    html`<p>${cause.providers.map(([name, count]) => `${name}: ${number(count)}`).join(', ')}</p>`;
  return html`<li id="${causeId(at)}" class="${cause.kind}">
<h3>${badge(cause.kind)} ${counted(targets.length, 'target')}: ${cause.title}</h3>
<svg class="shares" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="1000" height="10"/><rect class="${cause.kind}" width="${length}" height="10"/></svg>
${cause.text !== '' && html`<pre>${cause.text}</pre>\n`}${cause.remedy !== undefined && html`<p><b>What to do:</b> ${cause.remedy}</p>\n`}${cause.page !== undefined && html`<p>More: <code>${cause.page}</code></p>\n`}${providers}<p class="names">${listed(names, ', ')}${more}</p>
</li>
`;
}

/** The id of a cause in the page. */
export function causeId(at: number): string {
  return `cause-${at + 1}`;
}

/** The name of a target, which leads to its detail where there is one. */
export function nameOf(record: FlowRecord, ids: ReadonlyMap<FlowRecord, string>): HtmlValue {
  const id = ids.get(record);
  return id === undefined ? record.target : html`<a href="#${id}">${record.target}</a>`;
}
