import { expect, test } from 'vitest';
import { harReport } from '../../src/reports/har.ts';
import { answer, eventful, exchange, flow, run, step } from './sample.ts';

test('every exchange is an entry with what HAR 1.2 requires, in the order of time', () => {
  const { log } = JSON.parse(harReport(eventful));
  expect(log).toMatchObject({ version: '1.2', creator: { name: 'legwork' } });
  expect(log.pages.map((page: { id: string }) => page.id)).toEqual(['flow_1', 'flow_2', 'flow_3']);
  expect(log.entries).toHaveLength(5);
  for (const entry of log.entries) {
    expect(Object.keys(entry)).toEqual(
      expect.arrayContaining(['startedDateTime', 'time', 'request', 'response', 'cache', 'timings']),
    );
    expect(Object.keys(entry.request)).toEqual(
      expect.arrayContaining([
        'method',
        'url',
        'httpVersion',
        'cookies',
        'headers',
        'queryString',
        'headersSize',
        'bodySize',
      ]),
    );
    expect(Object.keys(entry.response)).toEqual(
      expect.arrayContaining([
        'status',
        'statusText',
        'httpVersion',
        'cookies',
        'headers',
        'content',
        'redirectURL',
        'headersSize',
        'bodySize',
      ]),
    );
    expect(entry.timings.send + entry.timings.wait + entry.timings.receive).toBe(entry.time);
  }
  const starts = log.entries.map((entry: { startedDateTime: string }) => entry.startedDateTime);
  expect(starts).toEqual([...starts].sort());
});

test('a request that was not answered has status 0, as browsers write it', () => {
  const { answer: _, ...unanswered } = exchange({ error: 'ECONNREFUSED' as never });
  const { log } = JSON.parse(
    harReport(run([flow('a', 'A', { steps: [step('Ask', { exchanges: [unanswered] })] })])),
  );
  expect(log.entries[0].response).toMatchObject({ status: 0, comment: 'ECONNREFUSED' });
});

test.each([
  [1000.4, 12],
  [999, 0.3],
  [1000, 12.6],
])('the start of an entry and its time give the end: end %d, duration %d', (end, durationMs) => {
  const endedAt = Date.UTC(2026, 7, 4, 10, 20, 31) + end;
  const steps = [step('Ask', { exchange: { endedAt, answer: answer(200, 'OK', { durationMs }) } })];
  const [entry] = JSON.parse(harReport(run([flow('a', 'A', { steps })]))).log.entries;
  expect(Date.parse(entry.startedDateTime) + entry.time).toBe(endedAt);
  expect(Math.abs(entry.time - durationMs)).toBeLessThan(1);
});

test('a form is written as parameters, and any other body as text, never as both', () => {
  const field = { name: 'grant_type', value: 'refresh_token' } as never;
  const steps = [
    step('Form', { exchange: { form: [field] } }),
    step('JSON', { exchange: { body: { text: '{}' as never, cut: false } } }),
    step('Nothing'),
  ];
  const { entries } = JSON.parse(harReport(run([flow('a', 'A', { steps })]))).log;
  expect(entries.map(({ request }: { request: { postData?: object } }) => request.postData)).toEqual([
    { mimeType: 'application/x-www-form-urlencoded', params: [field] },
    { mimeType: '', text: '{}' },
    undefined,
  ]);
});
