// @ts-nocheck
import process from 'node:process';
import { vi } from 'vitest';

/** What is written to standard output past the Io while something runs: reporters of Newman print by themselves. */
export async function printedBy<Result>(
  work: () => Promise<Result>,
): Promise<{ printed: string; result: Result }> {
  let printed = '';
  const take = (chunk: unknown) => {
    printed += String(chunk);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take as never),
    vi.spyOn(process.stderr, 'write').mockImplementation(take as never),
    vi.spyOn(console, 'log').mockImplementation((...texts) => take(`${texts.join(' ')}\n`)),
    vi.spyOn(console, 'warn').mockImplementation((...texts) => take(`${texts.join(' ')}\n`)),
  ];
  try {
    const result = await work();
    return { printed, result };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
