// @ts-nocheck
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
    .replace(/\b\d{10,13}\b/g, '…')
    .replace(/\s+/g, ' ');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

export const COMMAND = 'LEGWORK_WRITE_MATRIX=1 npx vitest run test/usage/fault-matrix';

const INTRODUCTION = `# What happens on a bad day

Made by a test run; \`${COMMAND}\` makes it anew.
Every [fault](faults.md) that the emulator can play, at every endpoint of every flow: at its first call (\`#1\`) and at all. In each of these runs all five reports were whole, valid and agreed
with each other, no secret was in any of them nor on the terminal, not even a part of a code or token, and the run came to
its end by itself.

- **Exit** is the exit code of \`legwork run\`: 0 passed, 4 failed.
- **Said** is the first sentence of the first failure, at the step that is named.
- **Diagnosis** is the problem that the doctor recognised: [docs/problems](problems/README.md).
- **Again** is how often a request was [tried again](retries.md); here at most once each.
- **Sent** is how often the password, the code and a post were sent. None may ever be sent twice after it may have been
  taken.
`;

/** What stands behind the fault in the row of the page. */
export function cells(row: Row): string {
  const { exitCode, step, said, diagnosis, again, sent: what } = row;
  const page = diagnosis === '' ? '' : `[${diagnosis}](problems/${diagnosis}.md)`;
  return [String(exitCode), step, said, page, again === 0 ? '' : String(again), what]
    .map((cell) => cell.replaceAll('|', '\\|'))
    .join(' | ');
}

/** The rows of the page, by flow and fault. */
export type Rows = ReadonlyMap<string, string>;

export function keyOf({ flow, fault }: Case): string {
  return `${flow} ${fault}`;
}

/** Reads what is written by {@link page}. */
export function readPage(text: string): Rows {
  return new Map(
    text.split(/^## /m).flatMap((section) => {
      const [flow = ''] = section.split('\n', 1);
      return [...section.matchAll(/^\| (`[^|]*`) \| (.*) \|$/gm)].flatMap(([, faults = '', rest = '']) =>
        [...faults.matchAll(/`([^`]+)`/g)].map(([, fault = '']): [string, string] => [
          keyOf({ flow, fault }),
          rest,
        ]),
      );
    }),
  );
}

/** The whole page. Where the first call and all of them come to the same, they share a row. */
export function page(rows: Rows, cases: readonly Case[]): string {
  const flows = [...new Set(cases.map(({ flow }) => flow))];
  const sections = flows.map((flow) => {
    const own = cases
      .filter((one) => one.flow === flow)
      .map((one) => ({ ...one, rest: rows.get(keyOf(one)) ?? '' }));
    const passed = own.filter(({ rest }) => rest.startsWith('0 ')).length;
    const lines = own.map(({ fault, rest }, index) => {
      const before = own[index - 1];
      if (before !== undefined && isPair(before.fault, fault) && before.rest === rest) return '';
      const after = own[index + 1];
      const both = after !== undefined && isPair(fault, after.fault) && after.rest === rest;
      return `| \`${fault}\`${both ? `, \`${after.fault}\`` : ''} | ${rest} |\n`;
    });
    return `## ${flow}

${own.length} runs: ${passed} passed, ${own.length - passed} failed.

| Fault | Exit | Step | Said | Diagnosis | Again | Sent |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join('')}`;
  });
  return [INTRODUCTION, ...sections].join('\n');
}

function isPair(first: string, all: string): boolean {
  return first !== all && first.replace('#1', '') === all;
}
