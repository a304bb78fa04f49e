// @ts-nocheck
import { expect, test } from 'vitest';
import { ORIGIN, play } from './play.ts';

const PASSWORD = 'battery staple & 2';

test('the journal keeps names and no values', async () => {
  const { emulator, post } = play();
  await post('/oauth/v2/accessToken?debug=1', { grant_type: 'x', client_secret: 'sss', code: 'ccc' });
  expect(emulator.journal).toEqual([
    {
      at: Date.UTC(2026, 8, 1),
      method: 'POST',
      host: '127.0.0.1:9480',
      path: '/oauth/v2/accessToken',
      fields: ['debug', 'grant_type', 'client_secret', 'code'],
      passwordIn: 'none',
      status: 400,
    },
  ]);
});

test.each([
  ['query', `/?p=${encodeURIComponent(PASSWORD)}`, undefined],
  ['query', `/?${new URLSearchParams({ p: PASSWORD })}`, undefined],
  ['query', `/${encodeURIComponent(PASSWORD)}`, undefined],
  ['body', '/', new URLSearchParams({ any: PASSWORD })],
  ['body', '/', JSON.stringify({ deep: [PASSWORD] })],
  ['none', '/', 'battery staple'],
] as const)('the journal notices a member’s password in the %s: %s', async (place, path, body) => {
  const { emulator } = play();
  await emulator.fetch(new Request(ORIGIN + path, body === undefined ? {} : { method: 'POST', body }));
  expect(emulator.journal[0]?.passwordIn).toBe(place);
});

test('the journal keeps the last thousand requests', async () => {
  const { emulator, get } = play();
  for (let count = 0; count < 1003; count += 1) await get(`/v2/${count}`);
  expect(emulator.journal.length).toBe(1000);
  expect(emulator.journal[0]?.path).toBe('/v2/3');
});
