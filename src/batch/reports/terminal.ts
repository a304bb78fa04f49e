import { createPaint, type Paint } from '../../printable/paint.ts';
import { indented, joined, type Printable, type Sayable, say } from '../../printable/printable.ts';
import { duration, verdict } from '../../reports/findings.ts';
import type { ManyResult } from '../result-log/many-result.ts';
import type { Cause, FlowRecord } from '../result-log/result-log-index.ts';
import { counted, number, outcomesInWords, percent, rate, recordsByCause } from './words.ts';

/** More fill the screen, and push the first ones off it. */
const MOST_CAUSES = 10;
const MOST_NAMES = 5;

/** Counts, then each thing that went wrong once with how many it befell, then the verdict. */
export function manySummaryLines(many: ManyResult, color = false): Printable {
  const paint = createPaint(color);
  const { index } = many;
  const { flows } = index;
  const speed = rate(index.targets, many.durationMs);
  const lines: Sayable[] = [
    '',
    say`${paint.dim('Targets')}   ${number(index.targets)}${index.records.length === index.targets ? '' : `, ${counted(index.records.length, 'flow')}`}: ${outcomesInWords(flows)} (${percent(flows.passed, index.records.length)} passed)`,
    say`${paint.dim('Requests')}  ${outcomesInWords(index.requests)}`,
    say`${paint.dim('Checks')}    ${outcomesInWords(index.checks)}`,
    say`${paint.dim('Time')}      ${[duration(many.durationMs), speed, many.provider, many.target].filter(Boolean).join(', ')}`,
    ...(many.shards === undefined ? [] : [say`${paint.dim('Shards')}    ${many.shards}`]),
  ];
  const groups = recordsByCause(index);
  for (const [kind, heading] of [
    ['not-run', 'Not run:'],
    ['failed', 'Failed:'],
  ] as const) {
    const causes = index.causes.flatMap((cause, at) =>
      cause.kind === kind ? [{ cause, records: groups[at] ?? [] }] : [],
    );
    if (causes.length === 0) continue;
    lines.push(
      '',
      heading,
      ...causes.slice(0, MOST_CAUSES).map((one) => causeLines(one.cause, one.records, paint)),
    );
    if (causes.length > MOST_CAUSES)
      lines.push(`  and ${counted(causes.length - MOST_CAUSES, 'other reason')}; see report.html`);
  }
  if (many.missing > 0) {
    lines.push(
      '',
      paint.yellow(
        `${counted(many.missing, 'target')} of the list ${many.missing === 1 ? 'was' : 'were'} never reached.`,
      ),
    );
  }
  const style = { passed: paint.green, failed: paint.red, incomplete: paint.yellow }[many.outcome];
  const interrupted = many.interrupted ? ', interrupted before its end' : '';
  const ending = paint.bold(style(`${verdict(many)}${interrupted}`));
  return say`${joined([...lines, '', ending], '\n')}\n`;
}

function causeLines(cause: Cause, records: readonly FlowRecord[], paint: Paint): Printable {
  const names = [...new Set(records.map(({ target }) => target))];
  const more = names.length > MOST_NAMES ? ` and ${number(names.length - MOST_NAMES)} more` : '';
  const style = cause.kind === 'failed' ? paint.red : paint.yellow;
  const lines: Sayable[] = [
    say`  ${style(`${counted(names.length, 'target')}: ${cause.title}`)}`,
    ...(cause.text === '' ? [] : [indented(cause.text, 4)]),
    ...(cause.remedy === undefined ? [] : [indented(`What to do: ${cause.remedy}`, 4)]),
    ...(cause.page === undefined ? [] : [`    More: ${cause.page}`]),
    paint.dim(`    ${names.slice(0, MOST_NAMES).join(', ')}${more}`),
  ];
  return joined(lines, '\n');
}
