import { expect, test } from 'vitest';
import { poolSize } from '../../src/batch/pool-size.ts';

const open = { workers: undefined, concurrency: undefined, rate: undefined };

test('there are no more workers than cores, and none for a handful of targets', () => {
  expect(poolSize(open, { targets: 1000, cores: 8, loopback: true }).workers).toBe(8);
  expect(poolSize(open, { targets: 6, cores: 8, loopback: true }).workers).toBe(2);
  expect(poolSize(open, { targets: 0, cores: 8, loopback: true }).workers).toBe(1);
});

test('a server elsewhere is asked ten times a second, one on this machine as often as it can', () => {
  expect(poolSize(open, { targets: 1000, cores: 2, loopback: false }).rate).toBe(10);
  expect(poolSize(open, { targets: 1000, cores: 2, loopback: true }).rate).toBeUndefined();
});

test('where requests are few a second, so few flows run that none of them waits for its turn until it times out', () => {
  expect(poolSize({ ...open, rate: 1 }, { targets: 1000, cores: 2, loopback: false }).each).toBe(5);
  expect(poolSize({ ...open, rate: 0.05 }, { targets: 1000, cores: 2, loopback: false }).each).toBe(1);
});

test('few targets are spread over all workers, and of many each has eight at once', () => {
  expect(poolSize(open, { targets: 32, cores: 8, loopback: true })).toEqual({ workers: 8, each: 4 });
  expect(poolSize(open, { targets: 1000, cores: 8, loopback: true })).toEqual({ workers: 8, each: 8 });
});

test('what the person says counts', () => {
  expect(
    poolSize({ workers: 3, concurrency: 5, rate: 100 }, { targets: 1, cores: 1, loopback: true }),
  ).toEqual({ workers: 3, each: 5, rate: 100 });
});
