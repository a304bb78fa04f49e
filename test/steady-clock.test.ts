import { expect, test } from 'vitest';
import { steadyClock } from '../src/steady-clock.ts';

test('a clock that is set back goes on from where it was', () => {
  const times = [1000, 1010, 400, 405, 1_000_000];
  const clock = steadyClock(() => times.shift() ?? 0);
  expect([clock(), clock(), clock(), clock()]).toEqual([1010, 1010, 1015, 1_000_610]);
});
