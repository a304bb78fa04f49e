import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { parseFault } from '../../src/emulator/faults/parse-fault.ts';
import { serveEmulator } from '../../src/emulator/http/serve.ts';
import { executeRun } from '../../src/run/execute.ts';
import { loadParts } from '../../src/run/parts.ts';
import { argumentsWith, captured } from '../run/run-support.ts';

/** Signs in against an emulator that shows another page than the one that is asked for. */
async function runWith(fault: string) {
  const { io, out } = captured({ randomBytes });
  const emulator = createEmulator({
    config: defaultConfig,
    now: Date.now,
    randomBytes,
    faults: [parseFault(fault)],
  });
  const exitCode = await executeRun(argumentsWith({ flow: ['three-legged'] }), io, {
    ...(await loadParts()),
    startEmulator: async () => {
      const { origin, close } = await serveEmulator(emulator, { port: 0 });
      return { settings: emulatorSettings(origin), close };
    },
  });
  const passwords = emulator.journal.filter(({ passwordIn }) => passwordIn !== 'none').length;
  return { exitCode, passwords, printed: out().replace(/\s+/g, ' ') };
}

test.each([
  ['authorization=react-login', /drawn by JavaScript/, 0],
  ['login=react-login', /drawn by JavaScript/, 0],
  ['login-submit=react-login', /drawn by JavaScript/, 1],
  ['authorization=interstitial', /leads on by script or meta refresh/, 0],
  ['login=interstitial', /leads on by script or meta refresh/, 0],
  ['consent=interstitial', /leads on by script or meta refresh/, 1],
  ['login-submit=captcha', /asks for a security check/, 1],
  ['login-submit=pin', /asks for a security check/, 1],
  ['login-submit=approval', /asks for a security check/, 1],
  ['login-submit=second-factor', /second factor \(the field "code"\)/, 1],
  ['login-submit=refused-login', /refuses this login for now/, 1],
])('a run stops at the page that %s shows, and says what it is', async (fault, message, passwords) => {
  const run = await runWith(fault);
  expect(run.printed).toMatch(message);
  expect([run.exitCode, run.passwords]).toEqual([4, passwords]);
});

test('a fault of the second login lets the first one through', async () => {
  expect(await runWith('login-submit#2=captcha')).toMatchObject({ exitCode: 0, passwords: 1 });
});
