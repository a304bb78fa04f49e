import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { parseFault } from '../../src/emulator/faults/parse-fault.ts';
import { serveEmulator } from '../../src/emulator/http/serve.ts';
import { executeRun } from '../../src/run/execute.ts';
import { loadParts } from '../../src/run/parts.ts';
import { argumentsWith, captured } from '../run/run-support.ts';
import { hasty } from './retried-run.ts';

/** Runs the client credentials flow against an emulator on which something goes wrong. */
async function runWith(fault: string) {
  const { io, out } = captured({ randomBytes });
  const exitCode = await executeRun(argumentsWith({ flow: ['client-credentials'] }), io, {
    ...(await loadParts()),
    startEmulator: async () => {
      const faults = [parseFault(fault)];
      const emulator = createEmulator({ config: defaultConfig, now: Date.now, randomBytes, faults });
      const { origin, close } = await serveEmulator(emulator, { port: 0 });
      return { settings: { ...emulatorSettings(origin), ...hasty }, close };
    },
  });
  const files = ['report.json', 'report.html', 'junit.xml'].map((name) =>
    readFileSync(join(io.cwd, 'reports', name), 'utf8'),
  );
  return { exitCode, printed: out(), files };
}

const secret = emulatorSettings('http://x').client_secret ?? '';

test.each([
  ['token=throttle:9', /429: "TOO_MANY_REQUESTS".*midnight UTC|429: "TOO_MANY_REQUESTS"/s],
  ['token=daily:0', /429/],
  ['token=status:503', /503 with something that is no token/],
  ['token=status:999', /999 with something that is no token/],
  ['token=redirect-loop', /303 with an empty body/],
  ['token=reset', /No answer came|ECONNRESET/],
  ['token=lost', /No answer came|ECONNRESET/],
  ['token=cut', /No answer came|ECONNRESET|aborted/],
  ['token=truncate', /No answer came|ECONNRESET|aborted/],
  ['token=wrong-length', /with a token in JSON that cannot be read|No answer came/],
  ['token=malformed', /200 with a token in JSON that cannot be read/],
  ['token=html', /200 with something that is no token response.*Something stands between/s],
  ['token=empty', /200 with an empty body/],
  ['api=status:500', /The API answered 500/],
  ['api=throttle', /429.*midnight UTC/s],
  ['introspection=html', /Introspection answered 200/],
])('a run says what came of %s, fails, and writes whole reports without secrets', async (fault, message) => {
  const { exitCode, printed, files } = await runWith(fault);
  expect(exitCode).toBe(4);
  expect(printed.replace(/\s+/g, ' ')).toMatch(message);
  expect(() => JSON.parse(files[0] ?? '')).not.toThrow();
  expect(files[1]).toContain('</html>');
  expect(files[2]).toContain('</testsuites>');
  for (const text of [printed, ...files]) {
    expect(text).not.toContain(secret);
    // Half of a token is most of a secret, too.
    expect(text).not.toMatch(/AQV[\w-]{20}/);
  }
});

test.each(['token=latency:30', 'token=trickle:2', 'token=wrong-type', 'token=huge:1', 'api#9=reset'])(
  'a run gets through %s',
  async (fault) => {
    expect((await runWith(fault)).exitCode).toBe(0);
  },
);
