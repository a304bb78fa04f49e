import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { diagnosisSchema } from '../../src/doctor/diagnosis-schema.ts';
import { problems } from '../../src/doctor/problems/all.ts';
import { diagnosisText } from '../../src/doctor/text.ts';
import { checkedCases } from './cases.ts';
import { causeCases } from './cause-cases.ts';
import { refusalCases } from './refusal-cases.ts';

const cases = { ...checkedCases, ...refusalCases, ...causeCases };
const validate = new Ajv2020().compile(diagnosisSchema());

describe.each(Object.entries(cases))('%s', (code, { found, notFound }) => {
  test('is found where it is, and not where it is not', () => {
    expect(
      found().problems.map((problem) => problem.code),
      'No check finds it: add one to the list in the diagnose.ts of its folder in src/doctor.',
    ).toContain(code);
    expect(notFound().problems.map((problem) => problem.code)).not.toContain(code);
  });

  test('comes in a diagnosis that keeps its schema and fits on a screen of 80 columns', () => {
    const diagnosis = found();
    expect(validate(diagnosis), JSON.stringify(validate.errors)).toBe(true);
    const copied = diagnosis.exact.map(({ text }) => `  ${text}`);
    const tooLong = diagnosisText(diagnosis)
      .split('\n')
      .filter((line) => line.length > 80 && line.trim().includes(' ') && !copied.includes(line));
    expect(tooLong).toEqual([]);
  });
});

test('every problem has its cases', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(problems).sort());
});

test('every text is a sentence in plain words, and says what to do', () => {
  for (const [code, { title, explanation, remedy }] of Object.entries(problems)) {
    expect(title, code).not.toMatch(/\.$|\{/);
    for (const text of [explanation, remedy])
      expect(text.trim(), code).toMatch(/[.)!?:]$|pstmn\.io\/v1\/browser-callback|accessToken/);
  }
});
