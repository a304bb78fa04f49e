// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { MOST_HOPS, observeHost, observeProbe } from '../../src/doctor/observe.ts';
import { diagnoseProbe } from '../../src/doctor/probe/diagnose.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { testIo } from '../support/io.ts';

const ENDPOINT = 'http://127.0.0.1:1/authorize';

/** Answers by address, and the addresses that were asked for, with their cookies. */
function server(answers: (path: string, cookie: string) => Response) {
  const asked: string[] = [];
  const io = testIo({
    fetch: async (input, init) => {
      const cookie = new Headers(init?.headers).get('cookie') ?? '';
      asked.push(`${input}${cookie === '' ? '' : ` ${cookie}`}`);
      return answers(new URL(String(input)).pathname, cookie);
    },
  });
  return { io, asked };
}

const plan = (redirectUri: string, isControl = false) => ({
  redirectUri,
  label: '',
  isControl,
  url: ENDPOINT,
});
const redirect = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, { status: 303, headers: { location, ...headers } });
const login = () => new Response('<form><input type="password">');

describe('redirects are followed by hand', () => {
  test('but never to the redirect_uri, also when it is on the same server', async () => {
    const { io, asked } = server(() => redirect('http://127.0.0.1:1/callback?code=x'));
    const [row] = await observeProbe([plan('http://127.0.0.1:1/callback')], io);
    expect(asked).toEqual([ENDPOINT]);
    expect(row?.hops[0]?.location).toContain('code=x');
  });

  test('never to another server', async () => {
    const { io, asked } = server(() => redirect('http://127.0.0.1:2/login'));
    await observeProbe([plan('https://a.example/cb')], io);
    expect(asked).toEqual([ENDPOINT]);
  });

  test('and not for ever', async () => {
    const { io, asked } = server((path) => redirect(`${path}x`));
    await observeProbe([plan('https://a.example/cb')], io);
    expect(asked).toHaveLength(MOST_HOPS + 1);
  });

  test('with the cookies that were set on the way, and none of another value', async () => {
    const { io, asked } = server((_path, cookie) =>
      cookie === '' ? redirect('/authorize', { 'set-cookie': 'lidc="b=1"; Path=/' }) : login(),
    );
    const rows = await observeProbe([plan('https://a.example/cb'), plan('https://b.example/cb')], io);
    expect(asked).toEqual([ENDPOINT, `${ENDPOINT} lidc="b=1"`, ENDPOINT, `${ENDPOINT} lidc="b=1"`]);
    expect(rows.map(({ body }) => body.includes('password'))).toEqual([true, true]);
  });
});

test('that no answer comes is an observation', async () => {
  const io = testIo({
    fetch: async () => {
      throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:1') });
    },
  });
  expect((await observeProbe([plan('https://a.example/cb')], io))[0]?.failure).toBe(
    'connect ECONNREFUSED 127.0.0.1:1',
  );
  expect(await observeHost('https://a.example', io)).toMatchObject({
    host: 'a.example',
    failure: 'connect ECONNREFUSED 127.0.0.1:1',
  });
});

test('a server that shows its login to the control as well has told nothing', async () => {
  const { io } = server(login);
  const rows = await observeProbe([plan('https://a.example/cb'), plan('https://control.invalid/', true)], io);
  const diagnosis = diagnoseProbe({
    kind: 'probe',
    profile: linkedin,
    requested: 'https://a.example/cb',
    rows,
  });
  expect(diagnosis.problems).toEqual([]);
  expect(diagnosis.summary).toContain('does not say before the login');
  expect(diagnosis.facts[0]?.name).toBe('unknown until login');
});

test('an interrupted probe stops asking', async () => {
  const { io, asked } = server(login);
  await observeProbe([plan('https://a.example/cb')], { ...io, interrupted: AbortSignal.abort() });
  expect(asked).toEqual([]);
});

test('a server that does not answer is asked twice, not a dozen times', async () => {
  let asked = 0;
  const io = testIo({
    fetch: async () => {
      asked += 1;
      throw new DOMException('The time is up.', 'TimeoutError');
    },
  });
  const planned = Array.from({ length: 11 }, (_, index) => plan(`https://a.example/${index}`));
  expect(await observeProbe(planned, io)).toHaveLength(2);
  expect(asked).toBe(2);
});
