import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EmulatorConfig } from '../../src/emulator/config/config.ts';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { responseOf } from '../../src/emulator/http/response.ts';
import { serveEmulator } from '../../src/emulator/http/serve.ts';
import type { Io } from '../../src/io.ts';
import { executeRun } from '../../src/run/execute.ts';
import type { RunArguments } from '../../src/run/options.ts';
import { loadParts } from '../../src/run/parts.ts';
import type { RunResult } from '../../src/runner/result.ts';
import { argumentsWith, captured } from '../run/run-support.ts';

/** A run of the real flows against an emulator, and everything that it left behind. */
export interface EmulatedRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Every file below the folder of the run, by its path there. */
  readonly files: Readonly<Record<string, string>>;
  readonly result: RunResult;
}

/** Runs the flows as an application of the emulator, against a configuration of one's own if need be. */
export async function runEmulated(
  app: string,
  more: {
    readonly config?: EmulatorConfig;
    readonly args?: Partial<RunArguments>;
    readonly io?: Partial<Io>;
    readonly settings?: Readonly<Record<string, string>>;
    /** Told of every answer of the emulator. */
    readonly onAnswer?: (answer: Response) => Promise<void>;
  } = {},
): Promise<EmulatedRun> {
  const config = more.config ?? defaultConfig;
  const { io, out, err } = captured({ randomBytes, ...more.io });
  const parts = await loadParts();
  const code = await executeRun(argumentsWith(more.args), io, {
    ...parts,
    startEmulator: async () => {
      const emulator = createEmulator({ config, now: Date.now, randomBytes });
      const { origin, close } = await serveEmulator(
        {
          async handle(request) {
            const answer = await emulator.handle(request);
            await more.onAnswer?.(responseOf(answer));
            return answer;
          },
        },
        { port: 0 },
      );
      const known = config.apps.find(({ name }) => name === app);
      return {
        settings: { ...emulatorSettings(origin, config, app, config.members[0]?.name), ...more.settings },
        registeredRedirectUris: known?.redirectUris ?? [],
        close,
      };
    },
  });
  const files = filesBelow(io.cwd);
  const result = JSON.parse(files['reports/report.json'] ?? 'null') as RunResult;
  return { code, out: out(), err: err(), files, result };
}

function filesBelow(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}
