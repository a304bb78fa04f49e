import { expect, test } from 'vitest';
import { githubAnnotations } from '../../src/reports/github.ts';
import { eventful, failed, flow, run, step } from './sample.ts';

test('what failed becomes annotations, one line each, and what was not run a warning', () => {
  const lines = String(githubAnnotations(eventful)).trimEnd().split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toBe(
    '::error title=Authorization code › Submit the form (visit 2)::shows the next page%0Aexpected 400 to equal 200',
  );
  expect(lines[4]).toBe('::warning title=Refresh token::Not run: LINKEDIN_REFRESH_TOKEN is not set');
});

test('a text of a server does not become a command', () => {
  const evil = '100%\n::add-mask::x\r\n::error file=a,line=1::y, z: w';
  const steps = [step(evil, { outcome: 'failed', assertions: [failed(evil, evil)] })];
  const lines = String(
    githubAnnotations(run([flow('a', evil, { steps, outcome: 'failed' })], 'failed')),
  ).split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^::error title=[^:,\r]*::[^\r]*$/);
  expect(lines[0]).toContain('100%25%0A::add-mask::x%0A::error');
});

test('no more annotations than GitHub shows, and the last one says how many there are', () => {
  const steps = Array.from({ length: 30 }, (_, index) =>
    step(`Step ${index}`, { outcome: 'failed', assertions: [failed('is', 'no')] }),
  );
  const lines = String(githubAnnotations(run([flow('a', 'A', { steps, outcome: 'failed' })], 'failed')))
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe('::error title=Failed::21 more failed');
});
