import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { parseFault } from '../../src/emulator/faults/parse-fault.ts';
import { serveEmulator } from '../../src/emulator/http/serve.ts';
import type { FlowId } from '../../src/flows/flow.ts';
import { executeRun } from '../../src/run/execute.ts';
import { loadParts } from '../../src/run/parts.ts';
import type { RunResult } from '../../src/runner/result.ts';
import { argumentsWith, captured } from '../run/run-support.ts';

/** What a run was shown as, each on one line and without the escapes of its format. */
export interface RefusedRun {
  readonly result: RunResult;
  readonly shown: Readonly<Record<'terminal' | 'html' | 'json' | 'junit', string>>;
}

/** Runs a flow in which something is refused, to its end. */
export async function runRefused({ flow, fault }: { flow: FlowId; fault?: string }): Promise<RefusedRun> {
  const { io, out } = captured({ randomBytes });
  await executeRun(argumentsWith({ flow: [flow], verbose: true }), io, {
    ...(await loadParts()),
    startEmulator: async () => {
      const faults = fault === undefined ? [] : [parseFault(fault)];
      const emulator = createEmulator({ config: defaultConfig, now: Date.now, randomBytes, faults });
      const { origin, close } = await serveEmulator(emulator, { port: 0 });
      return { settings: { ...emulatorSettings(origin), publish: 'true' }, close };
    },
  });
  const file = (name: string) => readFileSync(join(io.cwd, 'reports', name), 'utf8');
  const json = file('report.json');
  return {
    result: JSON.parse(json) as RunResult,
    shown: {
      terminal: plain(out()),
      html: plain(file('report.html')),
      json: plain(json.replaceAll('\\"', '"')),
      junit: plain(file('junit.xml')),
    },
  };
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
