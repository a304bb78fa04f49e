import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { serveEmulator } from '../../src/emulator/serve.ts';
import { emulatorSettings } from '../../src/emulator/settings.ts';
import { crowdConfig, signInTogether } from '../support/crowd.js';

test('a crowd that signs in at once stays apart: everybody gets their own state, code, tokens and person', async () => {
  const config = crowdConfig(150);
  const emulator = createEmulator({ config, now: Date.now, randomBytes });
  const { origin, close } = await serveEmulator(emulator, { port: 0 });
  try {
    const everybody = config.apps.map(({ name }, index) =>
      emulatorSettings(origin, config, name, config.members[index]?.name),
    );
    expect(await signInTogether(everybody)).toEqual([]);
  } finally {
    await close();
  }
});
