import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { startEmulator } from '../support/emulator.ts';
import { testIo } from '../support/io.ts';

let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

async function pageFor(redirectUri: string) {
  const { authorization_endpoint = '', client_id = '' } = emulator.settings();
  const url = new URL(authorization_endpoint);
  const query = { response_type: 'code', client_id, redirect_uri: redirectUri, scope: 'openid', state: 's' };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const response = await fetch(url, { redirect: 'manual' });
  return { status: response.status, $: load(await response.text()) };
}

test('the page for a redirect_uri that is not registered shows both values, and the command that explains them', async () => {
  const { status, $ } = await pageFor('http://localhost:3000/callback/');
  expect(status).toBe(401);
  const [sent, registered] = $('aside code')
    .map((_, code) => $(code).text())
    .get();
  expect([sent, registered]).toEqual(['http://localhost:3000/callback/', 'http://localhost:3000/callback']);
  const command = $('aside code')
    .map((_, code) => $(code).text())
    .get()
    .find((text) => text.startsWith('legwork '));
  const io = testIo();
  // The words of the command stand alone: nothing in them needs a shell.
  const code = await main([...(command ?? '').split(' ').slice(1), '--json'], io, '0');
  expect(code).toBe(4);
  expect(JSON.parse(io.written()).problems[0].code).toBe('trailing-slash');
});

test('neither markup nor a code in the redirect_uri gets into the page', async () => {
  const { $ } = await pageFor('http://localhost:3000/<b id="evil">?code=SECRETCODE&state=SECRETSTATE');
  expect($('#evil').length).toBe(0);
  expect($.html()).not.toContain('SECRET');
});
