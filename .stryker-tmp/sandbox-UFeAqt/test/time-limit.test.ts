// @ts-nocheck
import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { timeLimit } from '../src/time-limit.ts';
import { serve } from './runner/support.ts';

const never = new AbortController().signal;

test('a request that nobody answers ends, even when garbage is collected meanwhile', async () => {
  const base = await serve(() => {});
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const timer = setInterval(collect, 20);
  try {
    await expect(fetch(base, { signal: timeLimit(300, never) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  } finally {
    clearInterval(timer);
  }
});

test('it ends at once when it is interrupted, before or meanwhile', async () => {
  expect(timeLimit(60_000, AbortSignal.abort('stop')).reason).toBe('stop');
  const controller = new AbortController();
  const signal = timeLimit(60_000, controller.signal);
  expect(signal.aborted).toBe(false);
  controller.abort('later');
  expect(signal.reason).toBe('later');
});

test('dozens of them do not look like a leak, and all end together', () => {
  const controller = new AbortController();
  const signals = Array.from({ length: 50 }, () => timeLimit(60_000, controller.signal));
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
  controller.abort('stop');
  expect(signals.map(({ reason }) => reason)).toEqual(signals.map(() => 'stop'));
});
