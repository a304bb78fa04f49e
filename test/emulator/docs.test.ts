import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { parseEmulatorConfig } from '../../src/emulator/config/parse-config.ts';

// The formatter pads the cells of tables.
const page = readFileSync(new URL('../../docs/emulator.md', import.meta.url), 'utf8').replace(/ +/g, ' ');

test('the page on the emulator names every application and every member with the password', () => {
  for (const { name } of defaultConfig.apps) expect(page).toContain(`| \`${name}\` |`);
  for (const { username, password } of defaultConfig.members) {
    expect(page).toContain(`| \`${username}\` | \`${password}\` |`);
  }
});

test('the configuration on the page is a valid one', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
  expect(parseEmulatorConfig(example, 'docs/emulator.md').apps[0]?.name).toBe('shop');
});
