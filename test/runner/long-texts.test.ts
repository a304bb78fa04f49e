import { expect, test } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { notRun } from '../../src/runner/not-run.ts';
import { sealFlow } from '../../src/runner/seal.ts';

const SECRET = 'hunter2-and-more-of-it';

test('an error_description of two megabytes is cut wherever it is shown, after masking', () => {
  const long = `of ${SECRET} ${'word '.repeat(400_000)}`;
  const redactor = createRedactor();
  redactor.learn('client_secret', SECRET);
  const plain = notRun({ flow: 'one', title: 'One' }, 'x');
  const check = { name: 'The token is issued', outcome: 'failed', message: long };
  const leg = { kind: 'token', error: 'invalid_request', errorDescription: long };
  const flow = { ...plain, reason: long, checks: [check], legs: [leg] } as never;
  const text = JSON.stringify(sealFlow(flow, { redactor, hideBodies: false }));
  expect(text.length).toBeLessThan(35_000);
  expect(text).not.toContain(SECRET);
  expect(text).toContain('…');
});
