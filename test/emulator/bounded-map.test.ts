import { expect, test } from 'vitest';
import { createBoundedMap } from '../../src/emulator/state/bounded-map.ts';

test('an entry is forgotten when its time has come, and swept out by later writes', () => {
  let now = 0;
  const map = createBoundedMap<string>(() => now);
  map.set('early', 'a', 10);
  map.set('late', 'b', 100_000);
  now = 10;
  expect([map.get('early'), map.get('late')]).toEqual([undefined, 'b']);
  for (let count = 0; count < 256; count += 1) map.set(`new ${count % 2}`, 'c', 100_000);
  expect(map.size()).toBe(3);
});

test('too many entries push out the oldest ones', () => {
  const map = createBoundedMap<number>(() => 0);
  let most = 0;
  for (let count = 0; count < 50_000; count += 1) {
    map.set(String(count), count, 1);
    most = Math.max(most, map.size());
  }
  expect(most).toBeLessThanOrEqual(20_000 + 256);
  expect([map.get('29000'), map.get('30000'), map.get('49999')]).toEqual([undefined, 30_000, 49_999]);
});
