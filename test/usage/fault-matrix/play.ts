import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig } from '../../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../../src/emulator/config/settings.ts';
import { createEmulator } from '../../../src/emulator/emulator.ts';
import { parseFault } from '../../../src/emulator/faults/parse-fault.ts';
import type { EmulatorResponse } from '../../../src/emulator/http/response.ts';
import { serveEmulator } from '../../../src/emulator/http/serve.ts';
import type { JournalEntry } from '../../../src/emulator/journal/journal.ts';
import { executeRun } from '../../../src/run/execute.ts';
import { loadParts } from '../../../src/run/parts.ts';
import type { RunResult } from '../../../src/runner/result.ts';
import { argumentsWith, captured } from '../../run/run-support.ts';
import type { Case } from './cases.ts';

/** A run of a case, and all that is left of it. */
export interface Played {
  readonly exitCode: number;
  readonly result: RunResult;
  readonly printed: string;
  /** The reports by their names. */
  readonly files: Readonly<Record<string, string>>;
  readonly journal: readonly JournalEntry[];
  /** What nobody may see: by name. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Codes, tokens and sessions that the emulator issued, without their first letters. */
  readonly issued: readonly string[];
}

/** Milliseconds. A stalled answer is waited for; all others come at once, however busy the computer is. */
const SHORT = { request: 1500, script: 20_000, run: 60_000 };
const LONG = { ...SHORT, request: 20_000 };

/** One more try shows all that there is to see, and waits that are given by servers show best at their length. */
const ONE_MORE_TRY = { retry_times: '1', retry_base_delay_ms: '2', retry_max_delay_ms: '1000' };

/** Runs a flow against an emulator on which something goes wrong. */
export async function play({ flow, fault }: Case): Promise<Played> {
  const cwd = mkdtempSync(join(tmpdir(), 'legwork-fault-'));
  const issued: string[] = [];
  const { io, out, err } = captured({ randomBytes, cwd });
  let journal: readonly JournalEntry[] = [];
  try {
    const exitCode = await executeRun(argumentsWith({ flow: [flow] }), io, {
      ...(await loadParts()),
      timeouts: fault.includes('=stall') ? SHORT : LONG,
      startEmulator: async () => {
        const emulator = createEmulator({
          config: defaultConfig,
          now: Date.now,
          randomBytes,
          faults: [parseFault(fault)],
        });
        journal = emulator.journal;
        const { origin, close } = await serveEmulator(
          {
            async handle(asked) {
              const answer = await emulator.handle(asked);
              issued.push(...issuedIn(answer));
              return answer;
            },
          },
          { port: 0 },
        );
        return { settings: { ...emulatorSettings(origin), publish: 'true', ...ONE_MORE_TRY }, close };
      },
    });
    const folder = join(cwd, 'reports');
    const files = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    const { client_secret = '', password = '' } = emulatorSettings('http://x');
    return {
      exitCode,
      result: JSON.parse(files['report.json'] ?? 'null'),
      printed: out() + err(),
      files,
      journal,
      secrets: { client_secret, password },
      issued,
    };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Everything secret that the emulator issues begins with AQ and a letter, or is a JSON Web Token. */
function issuedIn({ headers, body }: EmulatorResponse): string[] {
  const text = [...headers.map(([, value]) => value), body].join('\n');
  const found = text.match(/AQ[A-Z][\w-]{20,}|eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? [];
  return found.map((value) => value.slice(3));
}
