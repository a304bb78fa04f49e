import { duration, verdict } from '../../reports/findings.ts';
import { fence, inline, MARKS } from '../../reports/markdown.ts';
import type { ManyResult } from '../result-log/many-result.ts';
import {
  counted,
  number,
  outcomesInWords,
  percent,
  providersInWords,
  providersOf,
  rate,
  recordsByCause,
  recordsByProvider,
} from './words.ts';

/** GitHub shows a summary of 1 MiB at most, and nobody reads one that is much shorter. */
const MOST_CAUSES = 25;
const MOST_NAMES = 20;
const MOST_PROVIDERS = 50;

/** Many targets as Markdown for a job summary or a comment: the counts, and each thing that went wrong once. */
export async function* manyMarkdown(many: ManyResult): AsyncGenerator<string> {
  const { index } = many;
  const { flows, records } = index;
  const who = inline(providersInWords(providersOf(index), many.provider));
  yield `# ${MARKS[many.outcome]} ${verdict(many)}: ${who}, ${counted(index.targets, 'target')}\n\n`;
  if (many.interrupted) {
    const missing = many.missing > 0 ? ` ${counted(many.missing, 'target')} of the list never reached.` : '';
    yield `The run was interrupted: what is here had happened until then.${missing}\n\n`;
  }
  yield `${percent(flows.passed, records.length)} passed: ${outcomesInWords(flows)}. `;
  yield `${[duration(many.durationMs), rate(index.targets, many.durationMs), many.target].filter(Boolean).join(', ')}`;
  yield many.shards === undefined ? '.\n\n' : `, joined from ${counted(many.shards, 'shard')}.\n\n`;
  yield* causes(many);
  yield* providers(many);
  yield 'Secrets appear as their names. `report.html` has the failures in detail.\n';
}

function* causes({ index }: ManyResult): Generator<string> {
  if (index.causes.length === 0) return;
  yield '## What failed\n\n';
  const groups = recordsByCause(index);
  for (const [at, cause] of index.causes.slice(0, MOST_CAUSES).entries()) {
    const names = [...new Set((groups[at] ?? []).map(({ target }) => target))];
    const mark = cause.kind === 'failed' ? MARKS.failed : MARKS['not-run'];
    yield `- ${mark} **${counted(names.length, 'target')}: ${inline(cause.title)}**\n\n`;
    if (cause.text !== '') yield `${fence(cause.text).replace(/^/gm, '  ')}\n\n`;
    if (cause.remedy !== undefined) yield `  What to do: ${inline(cause.remedy)}\n\n`;
    const more = names.length > MOST_NAMES ? ` and ${number(names.length - MOST_NAMES)} more` : '';
    yield `  ${names.slice(0, MOST_NAMES).map(inline).join(', ')}${more}\n\n`;
  }
  const rest = index.causes.length - MOST_CAUSES;
  if (rest > 0) yield `…and ${counted(rest, 'other reason')}.\n\n`;
}

function* providers({ index }: ManyResult): Generator<string> {
  const groups = recordsByProvider(index);
  if (groups.length < 2) return;
  yield '| Provider | Passed | Failed | Not run |\n| --- | ---: | ---: | ---: |\n';
  for (const [name, records] of groups.slice(0, MOST_PROVIDERS)) {
    const counts = { passed: 0, failed: 0, 'not-run': 0 };
    for (const { outcome } of records) counts[outcome] += 1;
    yield `| ${inline(name)} | ${number(counts.passed)} | ${number(counts.failed)} | ${number(counts['not-run'])} |\n`;
  }
  const rest = groups.length - MOST_PROVIDERS;
  yield rest > 0 ? `\n…and ${counted(rest, 'other provider')}.\n\n` : '\n';
}
