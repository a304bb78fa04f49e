// @ts-nocheck
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Io } from '../../src/io.ts';
import { serveCallback } from '../../src/login/callback-server.ts';
import { type LoginManner, logIn } from '../../src/login/log-in.ts';
import { readTokens } from '../../src/login/token-store.ts';
import { freePort } from './free-port.ts';
import { byPaste, practicePlan, signInByForms } from './practice-login.ts';
import { emptyFolder, realIo } from './support.ts';

const inBrowser: LoginManner = { browser: true, timeout: 60, linger: false, report: () => {} };

async function practise(overrides: Partial<Io> = {}, redirectUri?: string) {
  const io = realIo(overrides);
  const uri = redirectUri ?? `http://localhost:${await freePort()}/callback`;
  const { plan, key, close } = await practicePlan(io, uri);
  onTestFinished(close);
  const store = join(io.cwd, 'tokens.json');
  return {
    io,
    uri,
    stored: () => readTokens(store, io),
    go: (manner: LoginManner) => logIn(plan, { key, store }, manner, io),
  };
}

/** A browser that signs in by forms, and goes where it is sent, as a browser does. */
const person =
  (then: (response: Response) => void | Promise<void> = () => {}) =>
  async (address: string) => {
    void signInByForms(address)
      .then((callback) => fetch(callback))
      .then(then);
  };

/** Not every computer has ::1. */
async function hasIpv6(): Promise<boolean> {
  const server = createTcpServer().listen(0, '::1');
  const isThere = await new Promise<boolean>((resolve) => {
    server.once('listening', () => resolve(true)).once('error', () => resolve(false));
  });
  server.close();
  return isThere;
}

test('the browser gets a finished page, on 127.0.0.1 and on ::1 alike', async () => {
  let page = '';
  const { go, uri } = await practise({
    openBrowser: person(async (response) => {
      page = await response.text();
    }),
  });
  const asked: number[] = [];
  const outcome = await go({
    ...inBrowser,
    async report() {
      for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
        const answer = await fetch(uri.replace('localhost', host)).catch(() => undefined);
        if (answer !== undefined) asked.push(answer.status);
      }
    },
  });
  expect(outcome.kind).toBe('success');
  expect(asked).toEqual((await hasIpv6()) ? [400, 400, 400] : [400, 400]);
  expect(page).toContain('You are signed in');
});

test('the server is gone when the login has ended', async () => {
  const { go, uri } = await practise({ openBrowser: person() });
  await go(inBrowser);
  await expect(fetch(uri)).rejects.toThrow();
});

test('a port that is taken is named, with whom to ask and what to do', async () => {
  const port = await freePort();
  const other = createTcpServer().listen(port, '127.0.0.1');
  onTestFinished(() => void other.close());
  const { go } = await practise({ openBrowser: person() }, `http://localhost:${port}/callback`);
  await expect(go(inBrowser)).rejects.toMatchObject({
    code: 'CALLBACK_PORT_IN_USE',
    exitCode: 3,
    message: `Port ${port} on 127.0.0.1 is in use, and the redirect_uri http://localhost:${port}/callback needs it.`,
    hint: expect.stringMatching(/lsof -i :\d+.*--redirect-uri.*--no-browser/),
  });
});

test('a redirect_uri elsewhere cannot be listened at, and one of https needs a certificate', async () => {
  const elsewhere = await practise({}, 'https://app.example.com/callback');
  await expect(elsewhere.go(inBrowser)).rejects.toMatchObject({
    code: 'CALLBACK_NOT_SERVED',
    message: expect.stringContaining('app.example.com is not this computer'),
  });
  const secure = await practise({}, 'https://localhost:3443/callback');
  await expect(secure.go(inBrowser)).rejects.toMatchObject({
    message: expect.stringContaining('https needs a certificate'),
  });
});

test('without a browser here, the address where another one ended is pasted, even when nothing can listen', async () => {
  const paste = byPaste([
    () => '',
    () => 'what?',
    () => 'http://localhost:3000/other?code=x&state=y',
    () => 'https://app.example.com/callback',
    () => 'https://app.example.com/callback?code=x&state=stale',
    async (address) => `  ${await signInByForms(address)}  `,
  ]);
  const { go, stored } = await practise(paste.effects, 'https://app.example.com/callback');
  const outcome = await go(paste.manner);
  expect(outcome.kind).toBe('success');
  expect(await stored()).toHaveLength(1);
  const said = paste.said();
  expect(said).toContain('The address must be pasted here.');
  expect(said.match(/the address begins with https:\/\/app\.example\.com\/callback/g)).toHaveLength(2);
  expect(said).toContain('neither a code nor an error');
  expect(said).toContain('That is the end of another login');
});

test('the query alone may be pasted', async () => {
  const paste = byPaste([async (address) => new URL(await signInByForms(address)).search]);
  const { go } = await practise(paste.effects);
  expect((await go(paste.manner)).kind).toBe('success');
});

test('the time that is left is counted down, and at its end the login is over', async () => {
  const waits: number[] = [];
  const { go, io } = await practise({
    openBrowser: async () => {},
    sleep: async (milliseconds) => void waits.push(milliseconds),
  });
  const outcome = await go({ ...inBrowser, timeout: 150 });
  expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'LOGIN_REFUSED', exitCode: 3 } });
  expect(outcome.kind === 'failed' && outcome.failure.message).toContain(
    'nobody signed in within 150 seconds',
  );
  expect(io.said().match(/(?<=Waiting for the sign-in: ).*(?= left)/g)).toEqual([
    '2.5 min',
    '2 min',
    '1 min',
    '30 s',
    '10 s',
  ]);
  expect(waits.slice(0, 5)).toEqual([30_000, 60_000, 30_000, 20_000, 10_000]);
});

test('Ctrl-C ends the login, and frees the port', async () => {
  const stop = new AbortController();
  const { go, uri } = await practise({ interrupted: stop.signal, openBrowser: async () => stop.abort() });
  const outcome = await go(inBrowser);
  expect(outcome.kind === 'failed' && outcome.failure.message).toContain('it was interrupted');
  // More time would not have helped.
  expect(outcome.kind === 'failed' && outcome.failure.hint).not.toContain('--timeout');
  await expect(fetch(uri)).rejects.toThrow();
});

test('a browser that cannot be started is no reason to give up: the address is there', async () => {
  const { go, io } = await practise({
    openBrowser: async (address) => {
      void person()(address);
      throw new Error('no display');
    },
  });
  expect((await go(inBrowser)).kind).toBe('success');
  expect(io.said()).toContain('No browser could be started here.');
});

test('an https redirect_uri is served with the given certificate', async () => {
  const folder = emptyFolder();
  const at = (name: string) => join(folder, name);
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '1',
      ...subject,
      '-keyout',
      at('key.pem'),
      '-out',
      at('cert.pem'),
    ],
    { stdio: 'ignore' },
  );
  const certificate = readFileSync(at('cert.pem'), 'utf8');
  const uri = `https://localhost:${await freePort()}/callback`;
  const key = readFileSync(at('key.pem'), 'utf8');
  const close = await serveCallback(uri, async () => new Response('secure'), { certificate, key });
  const text = await new Promise<string>((resolve, reject) => {
    httpsRequest(uri, { ca: certificate }, (response) => {
      response.setEncoding('utf8').on('data', resolve);
    })
      .on('error', reject)
      .end();
  });
  expect(text).toBe('secure');
  await close();
  await expect(
    serveCallback(uri, async () => new Response(), { certificate: 'no PEM', key }),
  ).rejects.toMatchObject({
    code: 'CALLBACK_NOT_SERVED',
  });
});
