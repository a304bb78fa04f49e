import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { environmentWith } from '../../src/collection/environment.ts';
import type { Step } from '../../src/flows/flow.ts';
import { inert, ours } from '../../src/inert.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { json, startCannedServer } from '../support/canned-server.ts';
import { runPlain } from '../support/plain-newman.ts';

test('a text of which nobody knows where it comes from does not compile where Postman looks', () => {
  const text: string = ['{{', 'password}}'].join('');
  // @ts-expect-error a variable takes no plain text
  environmentWith(linkedin, 'x', { member_id: text });
  // @ts-expect-error a URL takes no plain text
  const step: Pick<Step, 'url'> = { url: text };
  // @ts-expect-error only what stands in the source code is ours
  expect(ours(text)).toBe(step.url);
  // @ts-expect-error nor is a text that is put together
  ours(`x${text}`);
  expect(environmentWith(linkedin, 'x', { member_id: inert('ann', 'It', '') }).values).toContainEqual(
    expect.objectContaining({ key: 'member_id', value: 'ann' }),
  );
});

/** Files that may say that a value is a person's own, each with the values that it means. */
const OWN: Readonly<Record<string, string>> = {
  'batch/providers.ts': 'the settings of the emulator',
  'collection/environment.ts': 'what a program that uses the library says of itself',
  'commands/generate/generate.ts': 'the settings of the emulator',
  'inert.ts': 'their definition',
  'run/plan-flows.ts': 'the settings of the emulator',
  'settings/settings.ts': 'environment, .env file, environment of Postman',
};

test('few places call a value their own, or make the types of the gate by force', () => {
  const folder = new URL('../../src/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ts$/.test(file),
  );
  const using = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(new URL(file, folder), 'utf8')));
  const gated = using(/inert\.ts'|^export type Inert\b/m);
  expect(
    using(/\bown(?:Settings)?\(/)
      .filter((file) => gated.includes(file))
      .sort(),
  ).toEqual(Object.keys(OWN));
  expect(using(/\bas (?:unknown as )?(?:Inert|Template|ResourceText|VariableValue)\b/)).toEqual(['inert.ts']);
});

test('two variables side by side make a third one in Newman, which is why none may end with a brace', async () => {
  const server = await startCannedServer(() => ({ 'GET /': () => json({}) }));
  const request = { method: 'GET', url: '{{base}}/', header: [{ key: 'X-Both', value: '{{one}}{{other}}' }] };
  const variables = { base: server.origin, one: 'a{', other: '{secret}}', secret: 'told' };
  await runPlain({ info: { name: 'x' }, item: [{ name: 'Ask', request }] }, variables);
  expect(server.received[0]?.headers['x-both']).toBe('atold');
  expect(() => inert('a{', 'It', '')).toThrow('It is not used');
  await server.close();
});
