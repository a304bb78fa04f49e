import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { defaultConfig } from '../../../src/emulator/config/default-config.ts';
import { createEmulator } from '../../../src/emulator/emulator.ts';
import { parseFault } from '../../../src/emulator/faults/parse-fault.ts';
import { serveEmulator } from '../../../src/emulator/http/serve.ts';

let close = async () => {};
afterEach(() => close());

async function serve(...faults: string[]): Promise<string> {
  const emulator = createEmulator({
    config: defaultConfig,
    now: Date.now,
    randomBytes,
    faults: faults.map(parseFault),
  });
  const served = await serveEmulator(emulator, { port: 0 });
  close = served.close;
  return served.origin;
}

interface Came {
  readonly status: number | undefined;
  readonly declared: number;
  readonly body: string;
  readonly end: string;
}

/** What a socket brings: the parts until it ends, breaks, or says nothing for a while. */
function get(address: string, silence = 2000): Promise<Came> {
  return new Promise((resolve) => {
    let body = '';
    let status: number | undefined;
    let declared = 0;
    const done = (end: string) => resolve({ status, declared, body, end });
    const request = httpRequest(address, { agent: false, timeout: silence }, (response) => {
      status = response.statusCode;
      declared = Number(response.headers['content-length'] ?? 0);
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk;
      });
      response.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'));
      response.on('end', () => done('end'));
    });
    request.on('timeout', () => {
      done('silence');
      request.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'));
    request.end();
  });
}

const KEYS = '/oauth/.well-known/openid-configuration';

test.each(['reset', 'lost'])('%s: no byte of an answer comes', async (fault) => {
  expect(await get((await serve(`any=${fault}`)) + KEYS)).toEqual({
    status: undefined,
    declared: 0,
    body: '',
    end: 'ECONNRESET',
  });
});

test.each(['cut', 'truncate'])('%s: half of the body comes', async (fault) => {
  const came = await get((await serve(`any=${fault}`)) + KEYS);
  expect(came.status).toBe(200);
  expect(came.body.length).toBe(Math.ceil(came.declared / 2));
  expect(came.end).toBe('ECONNRESET');
});

test('wrong-length: a client reads half of the body and takes it for all', async () => {
  const came = await get((await serve('any=wrong-length')) + KEYS);
  expect(came.body).toHaveLength(came.declared);
  expect(() => JSON.parse(came.body)).toThrow();
});

test('stall: half of the body comes, and then nothing, until the emulator closes', async () => {
  const came = await get((await serve('any=stall')) + KEYS, 300);
  expect(came.body.length).toBe(Math.ceil(came.declared / 2));
  expect(came.end).toBe('silence');
});

test('an emulator with a stalled answer closes', async () => {
  const pending = get((await serve('any=stall')) + KEYS, 30_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await close();
  close = async () => {};
  expect((await pending).end).toBe('ECONNRESET');
});

test('trickle and latency: the whole body comes in the end', async () => {
  const came = await get((await serve('any=trickle:5', 'any=latency:20')) + KEYS);
  expect(came.end).toBe('end');
  expect(JSON.parse(came.body)).toHaveProperty('issuer');
});

test('only the call that is named suffers', async () => {
  const origin = await serve('discovery#2=reset');
  const ends = [];
  for (let call = 0; call < 3; call += 1) ends.push((await get(origin + KEYS)).end);
  expect(ends).toEqual(['end', 'ECONNRESET', 'end']);
});

test('a body that is empty can be cut as well', async () => {
  const came = await get(`${await serve('authorization=cut')}/oauth/v2/authorization`);
  expect(came.end).toBe('ECONNRESET');
});
