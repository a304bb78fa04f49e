import { expect, test } from 'vitest';
import { pooled } from '../../src/emulator/state/random-pool.ts';

test('bytes are handed out in order, each once, however many are asked for', () => {
  let next = 0;
  const draw = pooled((length) => Uint8Array.from({ length }, () => next++ % 251));
  const lengths = [1, 260, 8192, 0, 16, 9000, 8191, 2];
  for (const length of lengths) expect(draw(length).length).toBe(length);
  const first = [...draw(3)];
  const second = [...draw(3)];
  expect(second).toEqual(first.map((byte) => (byte + 3) % 251));
});

test('what was handed out does not change later', () => {
  let fill = 0;
  const draw = pooled((length) => new Uint8Array(length).fill(fill++));
  const kept = draw(8000);
  draw(8000);
  expect(new Set(kept)).toEqual(new Set([0]));
});
