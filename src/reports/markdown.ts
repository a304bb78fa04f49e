import { withoutCommands } from '../printable/ci-commands.ts';
import { escaped } from '../printable/escaped.ts';
import type { FlowResult, RunResult } from '../runner/result.ts';
import {
  checkCounts,
  diagnosisLines,
  duration,
  findingsOf,
  flowTitle,
  inWords,
  stepCounts,
  stepName,
  verdict,
} from './findings.ts';
import { redirectUriCommand, refusedRedirect } from './redirect-uris.ts';
import { retriesOf } from './retries.ts';
import { type Arrow, type Lane, laneNames, lanesOf, sequenceOf } from './sequence.ts';

export const MARKS = { passed: '✅', failed: '❌', 'not-run': '⚠️', incomplete: '⚠️' } as const;

/** GitHub draws no diagram that is much longer, and nobody reads one. */
const MOST_ARROWS = 80;

const LETTERS: Readonly<Record<Lane, string>> = {
  client: 'C',
  'authorization-server': 'S',
  callback: 'B',
  api: 'A',
};

/** The run as Markdown for a job summary or a comment: the verdict, what failed, and each flow as a diagram. */
export function markdownReport(result: RunResult): string {
  return [
    `# ${MARKS[result.outcome]} ${verdict(result)}: ${inline(result.provider)} OAuth flows`,
    '',
    ...(result.interrupted ? ['The run was interrupted: what is here had happened until then.', ''] : []),
    `${inWords(stepCounts(result.flows))} of the requests; ${inWords(checkCounts(result.flows))} of the checks; ${duration(result.durationMs)}, ${result.target}`,
    '',
    ...findings(result),
    ...retries(result),
    ...result.flows.flatMap((flow) => flowLines(flow, result)),
    'Secrets appear as their names; `‹access_token·1›` is the same value wherever it stands in a flow.',
    '',
  ].join('\n');
}

function findings(result: RunResult): string[] {
  const all = findingsOf(result.flows);
  if (all.length === 0) return [];
  return [
    '## What failed',
    '',
    ...all.flatMap(({ flow, step, assertion }) => {
      const place = [flowTitle(flow), ...(step === undefined ? [] : [stepName(step)])];
      const message = assertion.message === undefined ? [] : ['', indented(fence(assertion.message)), ''];
      const known = diagnosisLines(step, assertion);
      if (known.length === 0) return [`- **${inline([...place, assertion.name].join(' › '))}**`, ...message];
      return [
        `- **${inline(place.join(' › '))}**`,
        ...diagnosis(known),
        indented(inline(assertion.name)),
        ...message,
      ];
    }),
    '',
  ];
}

function retries(result: RunResult): string[] {
  const all = retriesOf(result.flows);
  if (all.length === 0) return [];
  return [
    '## Retries',
    '',
    ...all.map(
      ({ flow, step, words }) => `- **${inline(`${flowTitle(flow)} › ${step.name}`)}**: ${inline(words)}`,
    ),
    '',
  ];
}

/** Each line a paragraph of the finding. */
function diagnosis(lines: readonly string[]): string[] {
  return lines.flatMap((line) => ['', indented(inline(line)), '']);
}

function flowLines(flow: FlowResult, result: RunResult): string[] {
  const arrows = sequenceOf(flow);
  return [
    `## ${MARKS[flow.outcome]} ${inline(flowTitle(flow))}`,
    '',
    ...(flow.reason === undefined ? [] : [inline(flow.reason), '']),
    ...redirectLines(flow, result),
    ...(arrows.length === 0 ? [] : ['```mermaid', ...diagram(arrows), '```', '']),
  ];
}

function redirectLines(flow: FlowResult, result: RunResult): string[] {
  const refused = refusedRedirect(flow);
  const command = redirectUriCommand(flow, { target: result.target });
  if (refused === undefined || command === undefined) return [];
  return [
    '| redirect_uri | |',
    '| --- | --- |',
    `| sent | ${inline(refused.asked)} |`,
    ...(refused.all.length === 0
      ? ['| registered | see the developer portal of the provider |']
      : refused.all.map((address) => `| registered | ${inline(address)} |`)),
    '',
    'Next:',
    '',
    fence(command),
    '',
  ];
}

function diagram(arrows: readonly Arrow[]): string[] {
  return [
    'sequenceDiagram',
    ...lanesOf(arrows).map((lane) => `  participant ${LETTERS[lane]} as ${laneNames[lane]}`),
    ...arrows.slice(0, MOST_ARROWS).map(arrowLine),
    ...(arrows.length > MOST_ARROWS
      ? [`  Note over C: ${arrows.length - MOST_ARROWS} more in report.html`]
      : []),
  ];
}

function arrowLine({ from, to, label, carries, kind, failed, retried }: Arrow): string {
  const line = failed ? '--x' : kind === 'request' ? '->>' : '-->>';
  const words = [
    `${failed ? '✗ ' : retried ? '↻ retried: ' : ''}${label}`,
    ...(carries === '' ? [] : [carries]),
  ].join(': ');
  return `  ${LETTERS[from]}${line}${LETTERS[to]}: ${mermaidText(words)}`;
}

/** Mermaid reads `;` and `#` as its own, and draws HTML; its escape is `#` with the number of the character. */
function mermaidText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[#;<>"`{}%\\]/g, (character) => `#${character.charCodeAt(0)};`);
}

/** Text that Markdown shows as it is: nothing in it becomes a link, an image, a mention or HTML. */
export function inline(text: string): string {
  return escaped(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~$&]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u2060')
    .replace(/\b(https?):/gi, '$1\u2060:');
}

/** Text as a block of code, whatever is in it. A log that the file is printed to finds no command in it. */
export function fence(whole: string): string {
  const text = withoutCommands(escaped(whole));
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const bar = '`'.repeat(longest + 1);
  return `${bar}text\n${text}\n${bar}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
