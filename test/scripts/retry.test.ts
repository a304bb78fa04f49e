import { expect, test } from 'vitest';
import { collectionsFor } from '../../src/collection/collections.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { type Answer, json, startCannedServer } from '../support/canned-server.ts';
import { failuresOf, runPlain } from '../support/plain-newman.ts';

interface Item {
  readonly name: string;
}

/** Sends "Read userinfo" of the three-legged collection to a server that gives these answers, the last one for ever. */
async function readUserinfo(
  answers: readonly Answer[],
  variables: Record<string, string> = {},
  left?: object,
) {
  const waiting = [...answers];
  const at: number[] = [];
  let renewals = 0;
  const server = await startCannedServer(() => ({
    'GET /v2/userinfo': () => {
      at.push(Date.now());
      return (waiting.length > 1 ? waiting.shift() : waiting[0]) ?? {};
    },
    'POST /token': () => {
      renewals += 1;
      return { status: 500 };
    },
  }));
  const [flow] = collectionsFor(linkedin, ['three-legged']);
  if (flow === undefined) throw new Error('the flow is not offered');
  const { item, ...collection } = flow.collection as unknown as { item: Item[]; variable: object[] };
  if (left !== undefined) collection.variable.push({ key: 'retry', value: JSON.stringify(left) });
  const run = await runPlain(
    { ...collection, item: item.filter(({ name }) => /^(?:Renew the token|Read userinfo)$/.test(name)) },
    {
      userinfo_endpoint: `${server.origin}/v2/userinfo`,
      token_endpoint: `${server.origin}/token`,
      access_token: 'a-token',
      granted_scope: 'openid',
      retry_base_delay_ms: '4',
      ...variables,
    },
  );
  await server.close();
  const said = run.console.filter((line) => /etried: /.test(line));
  return {
    said,
    failures: failuresOf(run),
    calls: at.length,
    renewals,
    waits: at.slice(1).map((time, index) => time - (at[index] ?? 0)),
  };
}

const good = json({ sub: 'ann' });
const busy = (headers: Record<string, string>): Answer => ({ status: 503, headers });
const revoked = json(
  { status: 401, serviceErrorCode: 65601, code: 'REVOKED_ACCESS_TOKEN', message: 'revoked' },
  401,
);
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();
const date = (milliseconds: number) => new Date(milliseconds).toUTCString();

test('Retry-After is honoured as a date, too, by the clock of the server', async () => {
  const wrongClock = Date.parse('2020-02-03T04:05:06Z');
  const { failures, waits } = await readUserinfo([
    busy({ date: date(wrongClock), 'retry-after': date(wrongClock + 1000) }),
    good,
  ]);
  expect(failures).toEqual([]);
  expect(waits[0]).toBeGreaterThanOrEqual(1000);
});

test.each([['-5'], ['soon'], ['3600.5'], [date(0)], ['Tue, 99 Foo 2026 GMT']])(
  'Retry-After: %s asks for nothing',
  async (value) => {
    const { failures, calls, waits } = await readUserinfo([busy({ 'retry-after': value }), good]);
    expect(failures).toEqual([]);
    expect(calls).toBe(2);
    expect(waits[0]).toBeLessThan(900);
  },
);

test.each([['3600'], ['11'], [date(Date.now() + 86_400_000)], ['9'.repeat(400)]])(
  'Retry-After: %.40s is longer than anybody waits here, and ends it at once',
  async (value) => {
    const { said, failures, calls } = await readUserinfo([busy({ 'retry-after': value })]);
    expect(calls).toBe(1);
    expect(said).toEqual([
      expect.stringMatching(
        /^Not retried: the server answered 503; the server asks to wait .*s \(Retry-After\), and 10 s is the most\.$/,
      ),
    ]);
    expect(failures).toEqual([expect.stringContaining('The API answered 503')]);
  },
);

test('waits double, are drawn at random, and stay under their most', async () => {
  const { waits, calls } = await readUserinfo([busy({})], {
    retry_times: '12',
    retry_base_delay_ms: '16',
    retry_max_delay_ms: '64',
  });
  expect(calls).toBe(13);
  expect(Math.max(...waits.slice(0, 1))).toBeLessThan(16 + 300);
  expect(Math.max(...waits)).toBeLessThan(64 + 300);
  expect(new Set(waits).size).toBeGreaterThan(3);
});

test.each([
  ['just now, is tried again', ago(0), 2, []],
  ['longer ago, is revoked', ago(31_000), 1, [/has been revoked|"REVOKED_ACCESS_TOKEN"/]],
  ['nobody knows when, is revoked', '', 1, [/"REVOKED_ACCESS_TOKEN"/]],
])('a token that is refused as revoked, and was issued %s', async (_, issued, calls, failed) => {
  const seen = await readUserinfo([revoked, good], { access_token_issued_at: issued });
  expect(seen.calls).toBe(calls);
  expect(seen.failures).toEqual(failed.map((text) => expect.stringMatching(text)));
});

test('another refusal of a fresh token is a refusal', async () => {
  const invalid = json({ status: 401, serviceErrorCode: 65600, code: 'INVALID_ACCESS_TOKEN' }, 401);
  const { calls, failures } = await readUserinfo([invalid, good], { access_token_issued_at: ago(0) });
  expect(calls).toBe(1);
  expect(failures).toHaveLength(1);
});

test.each([['0'], ['never'], ['']])(
  'nothing is tried again, and nothing said, where retry_times is "%s"',
  async (times) => {
    const { said, calls } = await readUserinfo([busy({}), good], { retry_times: times });
    expect(calls).toBe(1);
    expect(said).toEqual([]);
  },
);

test('what an earlier run left behind counts for nothing, and what a person sent by hand just now counts', async () => {
  const tries = (at: number) => ({ request: 'Read userinfo', tries: 4, since: at, at });
  const old = await readUserinfo([busy({}), good], {}, tries(Date.now() - 200_000));
  expect(old).toMatchObject({ calls: 2, failures: [] });
  const now = await readUserinfo([busy({}), good], {}, tries(Date.now() - 2000));
  expect(now.calls).toBe(1);
  expect(now.said).toEqual(['Not retried: the server answered 503; that was attempt 5 of 5.']);
});

test('no wait is longer than a script may take', async () => {
  const { said } = await readUserinfo([busy({ 'retry-after': '25' })], { retry_max_delay_ms: '99999' });
  expect(said).toEqual([expect.stringContaining('asks to wait 25 s (Retry-After), and 20 s is the most')]);
});
