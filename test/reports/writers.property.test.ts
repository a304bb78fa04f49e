import { load } from 'cheerio';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { reports } from '../../src/reports/all.ts';
import { stepLines, summaryLines } from '../../src/reports/terminal.ts';
import type { RunResult } from '../../src/runner/result.ts';
import { failed, flow, run, step } from './sample.ts';
import { type Element, parseStrictly } from './strict-xml.ts';

/** A result in which the text is the message of a failed assertion. */
function resultWith(text: string): RunResult {
  const steps = [step('Ask', { outcome: 'failed', assertions: [failed('is right', text)] })];
  return run([flow('one', 'one', { steps, outcome: 'failed' })], 'failed');
}

/** What every writer makes of it, with the spelling of its format undone. */
const readers: Readonly<Record<string, (result: RunResult) => string>> = {
  json: (result) => JSON.parse(reports.json.render(result)).flows[0].steps[0].assertions[0].message,
  har: (result) => reports.har.render(result),
  junit: (result) => texts(parseStrictly(reports.junit.render(result))),
  html: (result) => load(reports.html.render(result))('body').text(),
  markdown: (result) => reports.markdown.render(result),
  terminal: (result) =>
    String(summaryLines(result, false)) +
    result.flows.flatMap(({ steps }) => steps.map((one) => String(stepLines(one, false, true)))).join(''),
};

function texts({ text, attributes, children }: Element): string {
  return [text, ...Object.values(attributes), ...children.map(texts)].join('\n');
}

/** Too few letters and digits to be found with other characters between them. */
const SECRET = 'k7!q$2-v';

/** Any unit of UTF-16, with those that writers have to leave out coming often. */
const mark = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udfff',
    '\u0000',
    '\u000b',
    '\u001b',
    '\u0085',
    '\ufdd0',
    '\u202e',
    '\u2028',
    '\r',
  ),
);

test('no writer puts a secret together that was in pieces when secrets were looked for', () => {
  fc.assert(
    fc.property(
      fc.array(mark, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 7 }),
      (marks, at) => {
        const redactor = createRedactor();
        redactor.learn('secret', SECRET);
        const text = redactor.text(`a ${SECRET.slice(0, at)}${marks.join('')}${SECRET.slice(at)} b`);
        const result = resultWith(text);
        for (const [name, read] of Object.entries(readers)) {
          expect([name, read(result).toLowerCase().includes(SECRET.toLowerCase())]).toEqual([name, false]);
        }
      },
    ),
    { numRuns: 400, seed: 11 },
  );
});

test('what was redacted is written as it is, and reads so again', () => {
  const redactor = createRedactor();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (value) => {
      const text = redactor.text(value);
      const result = resultWith(text);
      const inMarkup = text.replace(/\r\n?/g, '\n');
      expect(readers.json?.(result)).toBe(text);
      expect(readers.junit?.(result)).toContain(inMarkup);
      expect(readers.html?.(result)).toContain(inMarkup);
    }),
    { numRuns: 400, seed: 11 },
  );
});
