import { randomBytes } from 'node:crypto';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { serveEmulator } from '../../src/emulator/http/serve.ts';

/** An emulator on a free port of loopback, and the variables that a collection needs to run against it. */
export async function startEmulator() {
  const emulator = createEmulator({ config: defaultConfig, now: Date.now, randomBytes });
  const { origin, close } = await serveEmulator(emulator, { port: 0 });
  return {
    origin,
    close,
    journal: emulator.journal,
    /** Settings of an application and a member by their names; the default ones when left out. */
    settings: (app?: string, member?: string): Record<string, string> => ({
      ...emulatorSettings(origin, defaultConfig, app, member),
      publish: 'true',
    }),
  };
}
