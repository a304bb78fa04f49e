import { findingsOf, stepName } from '../../../src/reports/findings.ts';
import type { Case } from './cases.ts';
import { damages, leaks, sent } from './judge.ts';
import type { Played } from './play.ts';

/** What a row of the page says of a run: everything that is the same whenever it is played. */
export interface Row {
  readonly exitCode: number;
  readonly step: string;
  readonly said: string;
  readonly diagnosis: string;
  readonly sent: string;
  /** How often something was tried again. */
  readonly again: number;
  readonly reports: string;
}

/** Makes the row of a run. */
export function rowOf(played: Played): Row {
  const findings = findingsOf(played.result.flows);
  const [first, ...others] = findings;
  const step = first?.step;
  const { passwords, codes, posts } = sent(played);
  return {
    exitCode: played.exitCode,
    step: step === undefined ? '' : stepName(step),
    said:
      first === undefined
        ? 'passed'
        : `${firstSentence(first.assertion.message ?? first.assertion.name)}${others.length === 0 ? '' : ` (and ${others.length} more)`}`,
    diagnosis: step?.explanation?.id ?? '',
    sent: [
      ...(passwords > 0 ? [`password ${passwords}`] : []),
      ...(codes > 0 ? [`code ${codes}`] : []),
      ...(posts > 0 ? [`post ${posts}`] : []),
    ].join(', '),
    again: played.result.flows.flatMap(({ steps }) => steps.filter(({ outcome }) => outcome === 'retried'))
      .length,
    reports: [...damages(played), ...leaks(played)].join('; ') || 'whole, masked',
  };
}

const LONGEST = 160;

/** Without what differs from run to run. */
function firstSentence(message: string): string {
  const [line = ''] = message.split('\n');
  const [sentence = ''] = /^.*?[.!?](?=\s|$)/.exec(line) ?? [line];
  const text = sentence
    .replace(/\b(127\.0\.0\.1|localhost|\[::1\]):\d+/g, '$1')
    .replace(/\b\d+ ms\b/g, '… ms')
    .replace(/\s+/g, ' ');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

export const COMMAND = 'LEGWORK_WRITE_MATRIX=1 npx vitest run test/usage/fault-matrix';

const INTRODUCTION = `# What happens on a bad day

Made by a test run; \`${COMMAND}\` makes it anew. Every [fault](faults.md) that the emulator can play, at every endpoint of
every flow: at its first call (\`#1\`) and at all. In each of these runs all five reports were whole, valid and agreed
with each other, no secret was in any of them nor on the terminal, not even a part of a code or token, and the run came to
its end by itself.

- **Exit** is the exit code of \`legwork run\`: 0 passed, 4 failed.
- **Said** is the first sentence of the first failure, at the step that is named.
- **Diagnosis** is the problem that the doctor recognised: [docs/problems](problems/README.md).
- **Again** is how often a request was [tried again](retries.md); here at most once each.
- **Sent** is how often the password, the code and a post were sent. None may ever be sent twice after it may have been
  taken.
`;

/** One row by its place in the matrix; the page has exactly these. */
export function line({ fault }: Case, row: Row): string {
  const cells = [
    `\`${fault}\``,
    String(row.exitCode),
    row.step,
    row.said,
    row.diagnosis === '' ? '' : `[${row.diagnosis}](problems/${row.diagnosis}.md)`,
    row.again === 0 ? '' : String(row.again),
    row.sent,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The whole page. */
export function page(rows: readonly { readonly one: Case; readonly row: Row }[]): string {
  const flows = [...new Set(rows.map(({ one }) => one.flow))];
  const sections = flows.map((flow) => {
    const own = rows.filter(({ one }) => one.flow === flow);
    const passed = own.filter(({ row }) => row.exitCode === 0).length;
    return [
      `## ${flow}`,
      '',
      `${own.length} runs: ${passed} passed, ${own.length - passed} failed.`,
      '',
      '| Fault | Exit | Step | Said | Diagnosis | Again | Sent |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...own.map(({ one, row }) => line(one, row)),
      '',
    ].join('\n');
  });
  return [INTRODUCTION, ...sections].join('\n');
}
