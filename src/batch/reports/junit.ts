import { escapeMarkup } from '../../html/escape-markup.ts';
import { findingsOf, stepName } from '../../reports/findings.ts';
import { attributes, seconds } from '../../reports/junit.ts';
import type { FlowResult } from '../../runner/result.ts';
import type { ManyResult } from '../result-log/many-result.ts';
import type { FlowRecord } from '../result-log/result-log-index.ts';
import { counted, recordsByProvider } from './words.ts';

/** Of a cause that many share, so many are written out; the others name the first. */
const MOST_IN_FULL = 20;

/** Many targets as JUnit XML: a suite per provider, a case per target and flow. */
export async function* manyJunit(many: ManyResult): AsyncGenerator<string> {
  const { index, provider, target } = many;
  const { flows } = index;
  const totals = attributes({
    name: `legwork ${provider} ${target}`,
    tests: index.records.length,
    failures: flows.failed,
    errors: 0,
    time: seconds(many.durationMs),
  });
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${totals}>\n`;
  const firsts = new Map<number, string>();
  const written = new Map<number, number>();
  for (const [name, records] of recordsByProvider(index)) {
    yield suiteStart(name, records, many);
    const taken = new Set<string>();
    for (const record of records) {
      const unique = uniqueName(record, taken);
      yield await caseElement(record, unique, many, firsts, written);
    }
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function suiteStart(name: string, records: readonly FlowRecord[], many: ManyResult): string {
  const count = (outcome: FlowRecord['outcome']) =>
    records.filter((record) => record.outcome === outcome).length;
  return `  <testsuite${attributes({
    name,
    tests: records.length,
    failures: count('failed'),
    errors: 0,
    skipped: count('not-run'),
    time: seconds(records.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    timestamp: many.startedAt.slice(0, 19),
  })}>\n`;
}

function uniqueName({ target, flow }: FlowRecord, taken: Set<string>): string {
  const plain = `${target} › ${flow}`;
  let name = plain;
  for (let number = 2; taken.has(name); number += 1) name = `${plain} [${number}]`;
  taken.add(name);
  return name;
}

async function caseElement(
  record: FlowRecord,
  name: string,
  many: ManyResult,
  firsts: Map<number, string>,
  written: Map<number, number>,
): Promise<string> {
  const classname = `${record.provider}.${record.flow}`;
  const start = `    <testcase${attributes({ name, classname, time: seconds(record.durationMs) })}`;
  if (record.outcome === 'passed') return `${start}/>\n`;
  const number = record.cause ?? -1;
  const cause = many.index.causes[number];
  if (record.outcome === 'not-run') {
    return `${start}>\n      <skipped${attributes({ message: cause?.title ?? '' })}/>\n    </testcase>\n`;
  }
  const before = written.get(number) ?? 0;
  written.set(number, before + 1);
  const first = firsts.get(number) ?? name;
  firsts.set(number, first);
  const text =
    before < MOST_IN_FULL
      ? whatFailed(await many.read(record))
      : `The same as “${first}” and ${counted((cause?.count ?? 2) - 2, 'other')}.`;
  const told = attributes({ message: cause?.title ?? '', type: 'AssertionError' });
  return `${start}>\n      <failure${told}>${escapeMarkup(text)}</failure>\n    </testcase>\n`;
}

/** Every failed check with its step, and what the doctor says of it. */
function whatFailed(flow: FlowResult): string {
  const findings = findingsOf([flow]).map(({ step, assertion }) =>
    [
      [...(step === undefined ? [] : [stepName(step)]), assertion.name].join(': '),
      ...(step === undefined ? [] : [`${step.method} ${step.url}`]),
      ...(assertion.message === undefined ? [] : [assertion.message]),
    ].join('\n'),
  );
  const known = flow.steps.flatMap(({ explanation }) =>
    explanation === undefined
      ? []
      : [
          `Diagnosis: ${explanation.title}\n${explanation.cause}\nWhat to do: ${explanation.remedy}\nMore: ${explanation.page}`,
        ],
  );
  return [...known, ...findings].join('\n\n');
}
