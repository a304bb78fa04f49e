import { type HtmlValue, html, lines, type SafeHtml } from '../html/html.ts';
import type { FlowResult } from '../runner/result.ts';
import { stepId } from './html-parts.ts';
import { type Arrow, laneNames, lanes, sequenceOf } from './sequence.ts';

/**
 * The flow as a sequence diagram: a list for who hears it, lanes and arrows for who sees it. It is drawn by styles
 * alone, so that its words wrap on a phone and can be found, copied and printed.
 */
export function htmlSequence(flow: FlowResult, id: string): HtmlValue {
  const arrows = sequenceOf(flow);
  if (arrows.length === 0) return undefined;
  return html`<h3 id="${id}-sequence">Sequence</h3>
<div class="sequence">
<div class="lanes" aria-hidden="true">${lanes.map((lane) => html`<span>${laneNames[lane].replace('Authorization', 'Authori\u00adzation')}</span>`)}</div>
<ol aria-labelledby="${id}-sequence">
${lines(arrows.map((arrow) => arrowItem(arrow, id)))}
</ol>
</div>`;
}

function arrowItem(arrow: Arrow, id: string): SafeHtml {
  const [from, to] = [lanes.indexOf(arrow.from) + 1, lanes.indexOf(arrow.to) + 1];
  const classes = [
    arrow.kind,
    `from-${Math.min(from, to)}`,
    `to-${Math.max(from, to)}`,
    from < to ? 'right' : 'left',
    ...(arrow.failed ? ['failed'] : []),
  ];
  const who = `${laneNames[arrow.from]} to ${laneNames[arrow.to]}: `;
  const failed = arrow.failed && html`<b class="cross">✗ failed</b> `;
  const retried = arrow.retried && html`<b class="again">↻ retried</b> `;
  const carries = arrow.carries !== '' && html` <span class="carries">${arrow.carries}</span>`;
  const words = html`<span class="sr">${who}</span>${failed}${retried}<code>${arrow.label}</code>${carries}`;
  const label =
    arrow.kind === 'request' || arrow.failed || arrow.retried
      ? html`<a href="#${stepId(id, arrow.step)}">${words}</a>`
      : words;
  return html`<li class="${classes.join(' ')}"><span class="words">${label}</span><span class="arrow" aria-hidden="true"></span></li>`;
}
