import picocolors from 'picocolors';
import { duration, verdict } from '../../reports/findings.ts';
import { indented } from '../../reports/terminal.ts';
import type { ManyResult } from '../result-log/many-result.ts';
import type { Cause, FlowRecord } from '../result-log/result-log-index.ts';
import { counted, number, outcomesInWords, percent, rate, recordsByCause } from './words.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

/** More fill the screen, and push the first ones off it. */
const MOST_CAUSES = 10;
const MOST_NAMES = 5;

/** Counts, then each thing that went wrong once with how many it befell, then the verdict. */
export function manySummaryLines(many: ManyResult, color = false): string {
  const colors = picocolors.createColors(color);
  const { index } = many;
  const { flows } = index;
  const speed = rate(index.targets, many.durationMs);
  const lines = [
    '',
    `${colors.dim('Targets')}   ${number(index.targets)}${index.records.length === index.targets ? '' : `, ${counted(index.records.length, 'flow')}`}: ${outcomesInWords(flows)} (${percent(flows.passed, index.records.length)} passed)`,
    `${colors.dim('Requests')}  ${outcomesInWords(index.requests)}`,
    `${colors.dim('Checks')}    ${outcomesInWords(index.checks)}`,
    `${colors.dim('Time')}      ${[duration(many.durationMs), speed, many.provider, many.target].filter(Boolean).join(', ')}`,
    ...(many.shards === undefined ? [] : [`${colors.dim('Shards')}    ${many.shards}`]),
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
      ...causes.slice(0, MOST_CAUSES).map((one) => causeLines(one.cause, one.records, colors)),
    );
    if (causes.length > MOST_CAUSES)
      lines.push(`  and ${counted(causes.length - MOST_CAUSES, 'other reason')}; see report.html`);
  }
  if (many.missing > 0) {
    lines.push(
      '',
      colors.yellow(
        `${counted(many.missing, 'target')} of the list ${many.missing === 1 ? 'was' : 'were'} never reached.`,
      ),
    );
  }
  const paint = { passed: colors.green, failed: colors.red, incomplete: colors.yellow }[many.outcome];
  const interrupted = many.interrupted ? ', interrupted before its end' : '';
  return `${[...lines, '', colors.bold(paint(`${verdict(many)}${interrupted}`))].join('\n')}\n`;
}

function causeLines(cause: Cause, records: readonly FlowRecord[], colors: Colors): string {
  const names = [...new Set(records.map(({ target }) => target))];
  const more = names.length > MOST_NAMES ? ` and ${number(names.length - MOST_NAMES)} more` : '';
  const paint = cause.kind === 'failed' ? colors.red : colors.yellow;
  return [
    `  ${paint(`${counted(names.length, 'target')}: ${cause.title}`)}`,
    ...(cause.text === '' ? [] : [indented(cause.text, 4)]),
    ...(cause.remedy === undefined ? [] : [indented(`What to do: ${cause.remedy}`, 4)]),
    ...(cause.page === undefined ? [] : [`    More: ${cause.page}`]),
    colors.dim(`    ${names.slice(0, MOST_NAMES).join(', ')}${more}`),
  ].join('\n');
}
