import { type HtmlValue, html, lines, type SafeHtml } from '../../html/html.ts';
import { duration, flowTitle } from '../../reports/findings.ts';
import { OUTCOMES } from '../../reports/html-parts.ts';
import type { FlowRecord, ResultLogIndex } from '../result-log/result-log-index.ts';
import { causeId, MOST_CAUSES, nameOf } from './html-causes.ts';
import { counted, number, providersOf, recordsByCause } from './words.ts';

/** Rows of a page. A browser lays out only the pages that are open. */
const PAGE = 100;

/** With more the file grows past what a browser opens at once; report.json has them all. */
const MOST_ROWS = 20_000;

/** Targets that have something in common, and stand together. */
interface Group {
  readonly records: readonly FlowRecord[];
  /** Why none of them passed. */
  readonly cause?: number;
  /** Whether each row must say why it did not pass. */
  readonly mixed: boolean;
}

/** All targets as lists of their names, those that failed first and by what they failed for, a hundred to a page. */
export function* targetsSection(
  index: ResultLogIndex,
  ids: ReadonlyMap<FlowRecord, string>,
): Generator<SafeHtml> {
  yield html`<section class="targets" aria-labelledby="all-targets">\n<h2 id="all-targets">All targets</h2>\n`;
  const several = providersOf(index).length > 1;
  const byCause = recordsByCause(index);
  let left = MOST_ROWS;
  for (const outcome of ['failed', 'not-run', 'passed'] as const) {
    const count = index.flows[outcome];
    if (count === 0) continue;
    yield html`<h3>${OUTCOMES[outcome]}: ${number(count)}</h3>\n`;
    for (const group of groupsOf(outcome, index, byCause)) {
      yield html`${heading(group, index)}`;
      const shown = group.records.slice(0, left);
      left -= shown.length;
      for (let start = 0; start < shown.length; start += PAGE) {
        yield page(shown.slice(start, start + PAGE), start, group, several, index, ids);
      }
      const rest = group.records.length - shown.length;
      if (rest > 0) yield html`<p>And ${counted(rest, 'other')}; report.json has them all.</p>\n`;
    }
  }
  yield html`</section>\n`;
}

function groupsOf(
  outcome: FlowRecord['outcome'],
  { records, causes }: ResultLogIndex,
  byCause: readonly (readonly FlowRecord[])[],
): Group[] {
  if (outcome === 'passed') {
    return [{ records: records.filter((record) => record.outcome === 'passed'), mixed: false }];
  }
  const groups = byCause.flatMap((group, cause) =>
    causes[cause]?.kind === outcome ? [{ records: group, cause, mixed: false }] : [],
  );
  const rare = groups.filter(({ cause }) => cause >= MOST_CAUSES).flatMap((group) => group.records);
  return [
    ...groups.filter(({ cause }) => cause < MOST_CAUSES),
    ...(rare.length > 0 ? [{ records: rare, mixed: true }] : []),
  ];
}

function heading({ cause, mixed, records }: Group, { causes }: ResultLogIndex): HtmlValue {
  if (mixed) return html`<h4>${number(records.length)}: for other reasons</h4>\n`;
  if (cause === undefined) return undefined;
  return html`<h4>${number(records.length)}: <a href="#${causeId(cause)}">${causes[cause]?.title ?? ''}</a></h4>\n`;
}

function page(
  records: readonly FlowRecord[],
  start: number,
  group: Group,
  several: boolean,
  { causes }: ResultLogIndex,
  ids: ReadonlyMap<FlowRecord, string>,
): SafeHtml {
  const [first, last] = [records[0]?.target ?? '', records.at(-1)?.target ?? ''];
  const which = `${number(start + 1)}–${number(start + records.length)}`;
  const columns = [
    'Target',
    'Flow',
    ...(several ? ['Provider'] : []),
    'Time',
    ...(group.mixed ? ['Why'] : []),
  ];
  const rows = records.map((record) => {
    const cells = [
      flowTitle(record),
      ...(several ? [record.provider] : []),
      duration(record.durationMs),
      ...(group.mixed ? [causes[record.cause ?? 0]?.title ?? ''] : []),
    ];
    return html`<tr><th scope="row">${nameOf(record, ids)}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
  });
  return html`<details${group.records.length <= PAGE && html` open`}><summary>${which}: ${first} – ${last}</summary>
<table><thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${lines(rows)}
</tbody></table></details>
`;
}
