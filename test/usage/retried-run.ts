import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { parseFault } from '../../src/emulator/faults/parse-fault.ts';
import { serveEmulator } from '../../src/emulator/http/serve.ts';
import type { JournalEntry } from '../../src/emulator/journal/journal.ts';
import { executeRun } from '../../src/run/execute.ts';
import type { RunArguments } from '../../src/run/options.ts';
import { loadParts } from '../../src/run/parts.ts';
import type { RunResult, Step } from '../../src/runner/result.ts';
import { argumentsWith, captured } from '../run/run-support.ts';

/** Waits of a few milliseconds, so that tests do not wait. */
export const hasty = { retry_base_delay_ms: '4', retry_max_delay_ms: '2000' };

/** Starts an emulator on which something goes wrong. */
export async function startFaulty(faults: readonly string[]) {
  const rules = faults.map(parseFault);
  const emulator = createEmulator({ config: defaultConfig, now: Date.now, randomBytes, faults: rules });
  const { origin, close } = await serveEmulator(emulator, { port: 0 });
  return { settings: { ...emulatorSettings(origin), publish: 'true' }, close, journal: emulator.journal };
}

/** Runs a flow against an emulator on which something goes wrong. */
export async function runWithFaults(
  faults: readonly string[],
  {
    settings = {},
    ...args
  }: Partial<RunArguments> & { readonly settings?: Readonly<Record<string, string>> } = {},
) {
  const journal: JournalEntry[] = [];
  const { io, out } = captured({ randomBytes });
  const exitCode = await executeRun(argumentsWith({ flow: ['three-legged'], ...args }), io, {
    ...(await loadParts()),
    startEmulator: async () => {
      const emulator = await startFaulty(faults);
      return {
        settings: { ...emulator.settings, ...hasty, ...settings },
        async close() {
          journal.push(...emulator.journal);
          await emulator.close();
        },
      };
    },
  });
  const folder = join(io.cwd, 'reports');
  const files = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const result = JSON.parse(files['report.json'] ?? 'null') as RunResult;
  return {
    exitCode,
    printed: out(),
    files,
    result,
    journal,
    steps: result.flows.flatMap(({ steps }) => steps),
  };
}

/** The visits of a step whose name ends so. */
export function visitsOf(steps: readonly Step[], name: string): Step[] {
  return steps.filter((step) => step.name.replace(/^\d+ /, '') === name);
}
