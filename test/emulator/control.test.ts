import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { ORIGIN } from './play.ts';

const AT = Date.UTC(2026, 8, 1);
const controlled = (control = true) =>
  createEmulator({ config: defaultConfig, now: () => AT, randomBytes, control });

type Emulator = ReturnType<typeof controlled>;
const ask = (emulator: Emulator, path: string, init: RequestInit = {}) =>
  emulator.fetch(new Request(ORIGIN + path, init));
const post = (emulator: Emulator, path: string, value: unknown, headers: Record<string, string> = {}) =>
  ask(emulator, `/_emulator${path}`, {
    method: 'POST',
    body: typeof value === 'string' ? value : JSON.stringify(value),
    headers: { 'content-type': 'application/json', ...headers },
  });

test('without being asked for, there is no control plane', async () => {
  const emulator = controlled(false);
  expect((await ask(emulator, '/_emulator')).status).toBe(404);
  expect((await post(emulator, '/faults', { faults: ['any=reset'] })).status).toBe(404);
  expect((await ask(emulator, '/')).status).toBe(200);
});

test('programs set faults, and see what is set', async () => {
  const emulator = controlled();
  const answer = await post(emulator, '/faults', { faults: ['api#1=status:503'] });
  expect(await answer.json()).toMatchObject({ faults: ['api#1=status:503'], secondsAhead: 0, requests: 0 });
  expect([(await ask(emulator, '/v2/me')).status, (await ask(emulator, '/v2/me')).status]).toEqual([
    503, 401,
  ]);
  await post(emulator, '/faults', { faults: [] });
  const state = await ask(emulator, '/_emulator', { headers: { accept: 'application/json' } });
  expect(await state.json()).toMatchObject({ faults: [], secondsAhead: 0, requests: 2 });
});

test('setting faults counts anew', async () => {
  const emulator = controlled();
  for (const expected of [503, 503]) {
    await post(emulator, '/faults', { faults: ['api#1=status:503'] });
    expect((await ask(emulator, '/v2/me')).status).toBe(expected);
  }
});

test('the clock goes forward, and what lives by it grows older', async () => {
  const emulator = controlled();
  expect(await (await post(emulator, '/clock', { advance: 1800 })).json()).toMatchObject({
    secondsAhead: 1800,
  });
  await ask(emulator, '/v2/me');
  expect(emulator.journal[0]?.at).toBe(AT + 1_800_000);
});

test.each([
  ['/faults', { faults: ['tokne=reset'] }, /Did you mean .*token/],
  ['/faults', { faults: 'any=reset' }, /must be a list/],
  ['/faults', 'no JSON', /JSON/],
  ['/faults', 'null', /must be a JSON object/],
  ['/clock', { advance: -1 }, /only goes forward/],
  ['/clock', { advance: '5' }, /whole number/],
  ['/clock', {}, /whole number/],
])('what cannot be read is refused: %s %j', async (path, value, message) => {
  const answer = await post(controlled(), path, value);
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as { error: string }).error).toMatch(message);
});

test('the journal can be read, without a password that stood in an address', async () => {
  const emulator = controlled();
  await ask(emulator, '/uas/login?session_password=correct-horse-1');
  await ask(emulator, '/correct-horse-1');
  const text = await (await ask(emulator, '/_emulator/journal')).text();
  expect(text).not.toContain('correct-horse-1');
  expect(JSON.parse(text)).toHaveLength(2);
  const page = await (await ask(emulator, '/_emulator')).text();
  expect(page).not.toContain('correct-horse-1');
});

test('people get a page, whose forms work in their browser', async () => {
  const emulator = controlled();
  const page = await ask(emulator, '/_emulator');
  expect(page.headers.get('content-type')).toContain('text/html');
  const sent = await ask(emulator, '/_emulator/faults', {
    method: 'POST',
    body: new URLSearchParams({ faults: 'api=status:503\r\n token=reset \r\n' }),
    headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
  });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${ORIGIN}/_emulator`]);
  expect(await (await ask(emulator, '/_emulator')).text()).toContain('api=status:503\ntoken=reset');
});

test.each([
  ['another origin', { origin: 'https://evil.example' }, ORIGIN],
  ['a sandboxed frame', { origin: 'null' }, ORIGIN],
  ['another site', { 'sec-fetch-site': 'cross-site' }, ORIGIN],
  ['another port of this computer', { 'sec-fetch-site': 'same-site' }, ORIGIN],
  ['a form without an origin', { 'content-type': 'application/x-www-form-urlencoded' }, ORIGIN],
  ['a simple request without an origin', { 'content-type': 'text/plain' }, ORIGIN],
  ['a name that points here', {}, 'http://rebound.example:9480'],
] as [string, Record<string, string>, string][])(
  'nothing is taken from %s',
  async (_what, headers, origin) => {
    const emulator = controlled();
    const answer = await emulator.fetch(
      new Request(`${origin}/_emulator/faults`, {
        method: 'POST',
        body: JSON.stringify({ faults: ['any=reset'] }),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    );
    expect(answer.status).toBe(403);
    expect((await ask(emulator, '/v2/me')).status).toBe(401);
  },
);

test('a page elsewhere cannot read the journal', async () => {
  const answer = await ask(controlled(), '/_emulator/journal', {
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status).toBe(403);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('faults never meet the control plane, so that they can be ended', async () => {
  const emulator = controlled();
  await post(emulator, '/faults', { faults: ['any=reset'] });
  expect((await post(emulator, '/faults', { faults: [] })).status).toBe(200);
});
