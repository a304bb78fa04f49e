import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { type ServedEmulator, serveEmulator } from '../../src/emulator/http/serve.ts';
import { isLoopbackHost } from '../../src/oauth/secure-url.ts';
import { authorizationUrl, play, settingsOf } from './play.ts';

const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

async function serve(options: { port: number; host?: string } = { port: 0 }): Promise<ServedEmulator> {
  const served = await serveEmulator(play().emulator, options);
  open.push(served);
  return served;
}

describe('a served emulator', () => {
  test('answers on 127.0.0.1 and on localhost with addresses of the same name', async () => {
    const { origin } = await serve();
    for (const base of [origin, origin.replace('127.0.0.1', 'localhost')]) {
      const document = await (await fetch(`${base}/oauth/.well-known/openid-configuration`)).json();
      expect(document).toMatchObject({ issuer: `${base}/oauth` });
    }
  });

  test('refuses other Host names, unless a host was named', async () => {
    const { origin } = await serve();
    expect(await statusWithHost(origin, 'attacker.example')).toBe(421);
    expect(await statusWithHost(origin, 'app.localhost:80')).toBe(200);
    const named = await serve({ port: 0, host: '127.0.0.1' });
    expect(await statusWithHost(named.origin, 'emulator.internal')).toBe(200);
  });

  test('sends status 999 as it stands', async () => {
    const { origin } = await serve();
    const url = authorizationUrl(settingsOf(defaultConfig, 'blocked')).replace(
      'http://127.0.0.1:9480',
      origin,
    );
    expect((await rawStatus(url)).status).toBe(999);
  });

  test('says that a port is in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    open.push(blocker);
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as AddressInfo;
    await expect(serve({ port })).rejects.toMatchObject({ code: 'PORT_IN_USE', exitCode: 3 });
  });

  test('says that a host cannot be listened on', async () => {
    await expect(serve({ port: 0, host: '192.0.2.1' })).rejects.toMatchObject({ code: 'LISTEN_FAILED' });
  });

  test('ends connections that clients keep open when it is closed', async () => {
    const { origin, close } = await serve();
    await fetch(origin);
    await close();
    open.length = 0;
    await expect(fetch(origin)).rejects.toThrow();
  });

  test('does not wait for a client in the middle of a request when it is closed', async () => {
    const { origin, close } = await serve();
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    await new Promise((resolve) => socket.write('GET / HTTP/1.1\r\n', resolve));
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.once('error', () => {}).resume();
    await close();
    open.length = 0;
    await ended;
  });
});

test.each([
  ['localhost', true],
  ['LOCALHOST:9480', true],
  ['www.linkedin.localhost:1', true],
  ['127.0.0.1:9480', true],
  ['127.1.2.3', true],
  ['[::1]:9480', true],
  ['localhost.attacker.example', false],
  ['127.0.0.1.nip.io', false],
  ['10.0.0.1', false],
  ['', false],
])('the Host %s counts as loopback: %s', (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected);
});

function statusWithHost(origin: string, host: string): Promise<number | undefined> {
  return rawStatus(origin, { host }).then(({ status }) => status);
}

function rawStatus(url: string, headers = {}): Promise<{ status: number | undefined }> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers, agent: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode });
    })
      .on('error', reject)
      .end();
  });
}
