import { expect, test } from 'vitest';
import { githubAnnotations } from '../../src/reports/github.ts';
import { htmlReport } from '../../src/reports/html.ts';
import { jsonReport } from '../../src/reports/json.ts';
import { junitReport } from '../../src/reports/junit.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import { terminalReport } from '../../src/reports/terminal.ts';
import type { Explanation } from '../../src/runner/result.ts';
import { failed, flow, run, step } from './sample.ts';
import { parseStrictly } from './strict-xml.ts';

const explanation = {
  id: 'rejected-redirect-uri-mismatch',
  title: 'The address is not the registered one',
  cause: 'Two characters of it differ',
  remedy: 'Register the address that is sent',
  page: 'docs/problems/rejected-redirect-uri-mismatch.md',
} as unknown as Explanation;

function failedRun(message: string) {
  const steps = [step('Ask', { outcome: 'failed', assertions: [failed('is right', message)], explanation })];
  return run([flow('one', 'One', { outcome: 'failed', steps })], 'failed');
}

const reports = {
  terminalReport,
  htmlReport,
  jsonReport,
  junitReport,
  markdownReport,
  githubAnnotations,
};

test.each(Object.entries(reports))(
  '%s tells the diagnosis of the doctor, and where to read on',
  (_, render) => {
    const report = String(render(failedRun('400'))).replaceAll('\\', '');
    for (const text of Object.values(explanation).slice(1)) expect(report).toContain(text);
  },
);

const { jsonReport: _, ...forPeople } = reports;

test.each(Object.entries(forPeople))(
  '%s puts the diagnosis first, and the failed check second',
  (name, render) => {
    const report = String(render(failedRun('expected 401 to equal 200'))).replaceAll('\\', '');
    // The terminal says it while requests are made and again at the end, HTML at the top and again with the request.
    const second = { terminalReport: 'Failed:', htmlReport: 'class="flow"' }[name as string];
    const summary = second === undefined ? report : report.slice(report.indexOf(second));
    for (const text of [report, summary]) {
      const diagnosis = text.indexOf(explanation.title);
      expect(diagnosis).toBeGreaterThan(-1);
      const message = text.indexOf('expected 401 to equal 200');
      expect(message).toBeGreaterThan(diagnosis);
    }
  },
);

const rejection = {
  kind: 'authorization',
  step: 0,
  clientId: 'a',
  responseType: 'code',
  redirectUri: 'http://localhost:3000/callback/',
  scopeAsked: [],
  stateSent: true,
  pkce: 'none',
};

test.each(Object.entries({ htmlReport, junitReport, markdownReport, githubAnnotations }))(
  '%s ends a rejected redirect_uri with the command that explains it, the values filled in',
  (_, render) => {
    const steps = [step('Ask', { outcome: 'failed', assertions: [failed('is right', '401')], explanation })];
    const known = { providerId: 'linkedin', registeredRedirectUris: ['http://localhost:3000/callback'] };
    const rejected = flow('one', 'One', { outcome: 'failed', steps, legs: [rejection], ...known } as never);
    const report = String(render(run([rejected], 'failed')));
    expect(report.replaceAll('%3A', ':')).toContain(
      'legwork doctor redirect-uri --provider linkedin --requested http://localhost:3000/callback/ --registered http://localhost:3000/callback',
    );
  },
);

test.each(Object.entries({ junitReport, markdownReport, githubAnnotations, terminalReport }))(
  '%s does not say the cause again that the message has said',
  (_, render) => {
    const report = String(render(failedRun(`400. ${explanation.cause}.`))).replaceAll('\\', '');
    expect(report).toContain(explanation.title);
    expect(report).not.toContain(explanation.remedy);
  },
);

test('a diagnosis with markup in it stays text', () => {
  const evil = { ...explanation, cause: '<b>&"\']]> \u0001 ::error::x\n::y' } as unknown as Explanation;
  const steps = [step('Ask', { outcome: 'failed', assertions: [failed('is', 'no')], explanation: evil })];
  const result = run([flow('one', 'One', { outcome: 'failed', steps })], 'failed');
  expect(() => parseStrictly(junitReport(result))).not.toThrow();
  expect(markdownReport(result)).not.toContain('<b>');
  expect(String(githubAnnotations(result)).trimEnd().split('\n')).toHaveLength(1);
});
