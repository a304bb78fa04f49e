import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { played } from '../../../src/emulator/dialects.ts';
import { executeRun } from '../../../src/run/execute.ts';
import { loadParts } from '../../../src/run/parts.ts';
import { argumentsWith, captured } from '../../run/run-support.ts';

const dialects = played.filter((provider) => provider !== 'linkedin');

test.each(dialects)('legwork run --provider %s needs no account, and passes', async (provider) => {
  const { io, out } = captured({ randomBytes });
  const args = argumentsWith({ provider, reporter: ['json'] });
  expect(await executeRun(args, io, await loadParts()), out()).toBe(0);
  expect(out()).toContain(', emulator');
  const report = JSON.parse(readFileSync(join(io.cwd, 'reports', 'report.json'), 'utf8'));
  const urls = JSON.stringify(report).match(/"url":"http[^"]+"/g) ?? [];
  expect(urls.length).toBeGreaterThan(5);
  // Nothing leaves the machine: not a single request, not even one to a host that resolves to nothing.
  for (const url of urls) expect(url).toMatch(/^"url":"http:\/\/(127\.0\.0\.1|\[::1\]):\d+\//);
});
