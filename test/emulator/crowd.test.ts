import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { serveEmulator } from '../../src/emulator/http/serve.ts';
import { crowdConfig, signInTogether } from '../support/crowd.js';

const YEAR = 366 * 86_400_000;

let close = async () => {};
afterEach(() => close());

/** An emulator with as many applications and members, and the settings of each pair of them. */
async function serveCrowd(count: number) {
  const config = crowdConfig(count);
  const clock = { ahead: 0 };
  const emulator = createEmulator({
    config,
    now: () => Date.now() + clock.ahead,
    randomBytes,
    control: true,
  });
  const { origin, ...served } = await serveEmulator(emulator, { port: 0 });
  close = served.close;
  const everybody = config.apps.map(({ name }, index) =>
    emulatorSettings(origin, config, name, config.members[index]?.name),
  );
  const remembered = async () => {
    const answer = await fetch(`${origin}/_emulator`, { headers: { accept: 'application/json' } });
    return ((await answer.json()) as { remembers: Record<string, number> }).remembers;
  };
  return { everybody, clock, remembered };
}

test('a crowd that signs in at once stays apart: everybody gets their own state, code, tokens and person', async () => {
  const { everybody } = await serveCrowd(150);
  expect(await signInTogether(everybody)).toEqual([]);
});

test('crowd after crowd, the emulator remembers no more than those whose time is not over', async () => {
  const { everybody, clock, remembered } = await serveCrowd(100);
  await signInTogether(everybody);
  const once = { codes: 100, grants: 100, series: 100, sessions: 100, tokens: 300 };
  expect(await remembered()).toEqual({ ...once, flows: 0, challenges: 0 });
  for (let crowd = 0; crowd < 6; crowd += 1) {
    clock.ahead += 2 * YEAR;
    await signInTogether(everybody);
  }
  // The dead are swept out after some hundred writes, not at once.
  for (const [name, count] of Object.entries(await remembered())) expect(count, name).toBeLessThan(300 + 256);
});
