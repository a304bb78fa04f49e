import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from '../../src/emulator/journal/journal.ts';
import { executeRun } from '../../src/run/execute.ts';
import { loadParts } from '../../src/run/parts.ts';
import { argumentsWith, captured } from '../run/run-support.ts';
import { startEmulator } from '../support/emulator.ts';

/** What a run of the three-legged flow against one application and member of the emulator came to. */
export interface EmulatorRun {
  readonly exitCode: number;
  readonly printed: string;
  /** report.json as it stands. */
  readonly report: string;
  /** The messages of failed assertions, as report.json has them. */
  readonly failures: string[];
  readonly journal: readonly JournalEntry[];
}

/** Runs `legwork run --flow three-legged` with another application or member of the emulator's than the default. */
export async function runAgainst(
  app: string,
  member = 'alice',
  changes: Record<string, string> = {},
): Promise<EmulatorRun> {
  const emulator = await startEmulator();
  const { io, out } = captured({ randomBytes });
  const exitCode = await executeRun(argumentsWith({ flow: ['three-legged'] }), io, {
    ...(await loadParts()),
    startEmulator: async () => ({
      settings: { ...emulator.settings(app, member), ...changes },
      close: emulator.close,
    }),
  });
  const printed = out();
  const report = readFileSync(join(io.cwd, 'reports/report.json'), 'utf8');
  return {
    exitCode,
    printed,
    report,
    failures: failedAssertions(JSON.parse(report)),
    journal: emulator.journal,
  };
}

function failedAssertions(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { outcome, message } = part as { outcome?: unknown; message?: unknown };
  if (outcome === 'failed' && typeof message === 'string') return [message];
  return Object.values(part).flatMap(failedAssertions);
}
