import { once } from 'node:events';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { serveEmulator } from '../../src/emulator/http/serve.ts';
import { ORIGIN, play } from './play.ts';

const [app] = defaultConfig.apps;
const [member] = defaultConfig.members;
const SECRET = app?.clientSecret ?? '';
const PASSWORD = member?.password ?? '';
const MEGABYTE = 1024 * 1024;

test('of a body without end nothing is kept, and the client is told', async () => {
  const { emulator } = play();
  const { origin, close } = await serveEmulator(emulator, { port: 0 });
  const before = process.memoryUsage().rss;
  const outgoing = request(`${origin}/oauth/v2/accessToken`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const answered = once(outgoing, 'response');
  const chunk = Buffer.alloc(MEGABYTE, 'a=');
  for (let sent = 0; sent < 300; sent += 1) if (!outgoing.write(chunk)) await once(outgoing, 'drain');
  outgoing.end();
  const [response] = await answered;
  expect(response.statusCode).toBe(413);
  let said = '';
  for await (const part of response) said += part;
  expect(said).toBe(`The emulator reads at most ${MEGABYTE} bytes of a request body.\n`);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEGABYTE);
  expect(emulator.journal).toMatchObject([{ path: '/oauth/v2/accessToken', fields: [], status: 413 }]);
  await close();
});

test('the same holds for a request that comes without a socket, and a body just as long as may be is read', async () => {
  const { emulator } = play();
  const post = (bytes: number) =>
    emulator.fetch(
      new Request(`${ORIGIN}/oauth/v2/accessToken`, { method: 'POST', body: 'x'.repeat(bytes) }),
    );
  expect((await post(MEGABYTE)).status).toBe(400);
  expect((await post(MEGABYTE + 1)).status).toBe(413);
});

test.each([
  ['a client secret as a name', `/x?${new URLSearchParams({ [SECRET]: '1' })}`, {}],
  ['a password as a name in the body', '/x', { [PASSWORD]: '1' }],
  ['a secret inside a name', '/x', { [`x-${SECRET}-y`]: '1' }],
  ['a secret as a part of the path', `/x/${encodeURIComponent(SECRET)}/y`, {}],
])('the journal masks %s', async (_what, path, form) => {
  const { emulator, post } = play();
  await post(path, form);
  const written = JSON.stringify(emulator.journal);
  expect(written).toContain('(a secret)');
  for (const secret of [SECRET, PASSWORD]) {
    expect(written).not.toContain(secret);
    expect(written).not.toContain(encodeURIComponent(secret));
  }
});

test('the journal masks a token that the emulator has issued, where it is used as a name or in a path', async () => {
  const { emulator, post } = play();
  const response = await post('/oauth/v2/accessToken', {
    grant_type: 'client_credentials',
    client_id: app?.clientId ?? '',
    client_secret: SECRET,
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  await post(`/v2/${token}?${token}=1`, { [token]: '1' });
  expect(emulator.journal.at(-1)).toMatchObject({
    path: '/v2/(a secret)',
    fields: ['(a secret)', '(a secret)'],
  });
});

test('the journal keeps no long name and not many of them', async () => {
  const { emulator, post } = play();
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`name-${at}`, '']));
  await post(`/${'p'.repeat(9000)}`, { ['n'.repeat(9000)]: '1', ...many });
  const [entry] = emulator.journal;
  expect(entry?.path).toHaveLength(400);
  expect(entry?.fields).toHaveLength(61);
  expect(entry?.fields[0]).toBe(`${'n'.repeat(99)}…`);
  expect(entry?.fields.at(-1)).toBe('(and 4941 more)');
  expect(JSON.stringify(entry).length).toBeLessThan(2000);
});
