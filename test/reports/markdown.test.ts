import { expect, test } from 'vitest';
import { markdownReport } from '../../src/reports/markdown.ts';
import { expectInert, HOSTILE, HOSTILE_LINE } from '../support/hostile-text.ts';
import { answer, eventful, failed, flow, run, step } from './sample.ts';

test('the verdict comes first, then what failed, then each flow as a diagram', () => {
  const lines = markdownReport(eventful).split('\n');
  expect(lines[0]).toBe('# ❌ Failed: LinkedIn OAuth flows');
  expect(lines.indexOf('## What failed')).toBeLessThan(lines.indexOf('sequenceDiagram'));
  expect(lines).toContain('  C->>S: POST /oauth/v2/accessToken');
  expect(lines).toContain('  S--xC: ✗ 401 Unauthorized, 1.2 s');
  expect(lines).toContain('## ⚠️ Refresh token');
});

test('a redirect to the callback is an arrow to the callback', () => {
  const redirect = {
    address: 'http://localhost:3000/callback' as never,
    parameters: [{ name: 'code' as never, value: '‹code·1›' as never }],
    to: 'callback' as const,
  };
  const steps = [step('Approve', { exchange: { answer: answer(303, 'See Other', { redirect }) } })];
  expect(markdownReport(run([flow('a', 'A', { steps })]))).toContain(
    '  S-->>B: 303 See Other → /callback, 12 ms: code',
  );
});

test('text of a server draws nothing, links nothing and ends no block', () => {
  const evil = '```\n# x\n<img src=x> [a](http://evil.example) @somebody ;end #35; "q"';
  const steps = [
    step(evil, {
      outcome: 'failed',
      assertions: [failed(evil, evil)],
      exchange: { answer: answer(400, evil) },
    }),
  ];
  const report = markdownReport(run([flow('a', evil, { steps, outcome: 'failed' })], 'failed'));
  const outside = outsideOfBlocks(report);
  expect(outside).not.toMatch(/(?<!\\)<img|(?<!\\)\]\(|https?:|@s|^# x/m);
  const diagram = /```mermaid\n([\s\S]*?)\n```/.exec(report)?.[1] ?? '';
  for (const line of diagram.split('\n').slice(1)) expect(line).toMatch(/^ {2}(participant|[CSBA]-)/);
});

test.each(['```', '````\n```', 'a\n```\n<img src=x>\n```', '`````text\n<img src=x>', '```\n````\n`````'])(
  'a failure message cannot end its block: %j',
  (message) => {
    const steps = [step('Ask', { outcome: 'failed', assertions: [failed('is', `${message}\n# evil`)] })];
    const report = markdownReport(run([flow('a', 'A', { steps, outcome: 'failed' })], 'failed'));
    expect(report).toContain('# evil');
    expect(outsideOfBlocks(report)).not.toContain('evil');
    expect(outsideOfBlocks(report)).toContain('Secrets appear as their names');
  },
);

test('a message in the summary holds no control character, and no command for a log that prints it', () => {
  const steps = [step(HOSTILE, { outcome: 'failed', assertions: [failed(HOSTILE_LINE, HOSTILE)] })];
  expectInert(markdownReport(run([flow('a', HOSTILE, { steps, outcome: 'failed' })], 'failed')));
});

/** What is not in a fenced block, as CommonMark section 4.5 finds it: the first fence that is long enough ends a block. */
function outsideOfBlocks(markdown: string): string {
  const outside: string[] = [];
  let bar = 0;
  for (const line of markdown.split('\n')) {
    const [, fence = '', rest = ''] = /^ *(`{3,})(.*)$/.exec(line) ?? [];
    if (bar === 0 && fence !== '' && !rest.includes('`')) bar = fence.length;
    else if (bar > 0 && fence.length >= bar && rest.trim() === '') bar = 0;
    else if (bar === 0) outside.push(line);
  }
  return outside.join('\n');
}
