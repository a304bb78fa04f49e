import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { collectionsFor } from '../../src/collection/collections.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { runResultSchema } from '../../src/reports/run-result-schema.ts';
import { createAgents, cutConnections } from '../../src/runner/newman.ts';
import { findNewmanReporter, reportWithNewman } from '../../src/runner/newman-reporters.ts';
import { defaultTimeouts } from '../../src/runner/request.ts';
import { reuseFor } from '../../src/runner/reuse/reuse.ts';
import { createSandboxes } from '../../src/runner/reuse/sandboxes.ts';
import { runCollection } from '../../src/runner/run-collection.ts';
import { hasty, runWithFaults, startFaulty, visitsOf } from './retried-run.ts';

const xsd = readFileSync(new URL('../fixtures/junit.xsd', import.meta.url), 'utf8');

const PLACES = {
  authorization: 'Request the login form',
  login: 'Request the login form',
  consent: 'Follow the redirect',
  userinfo: 'Read userinfo',
  introspection: 'Introspect the token',
} as const;

test.each([
  ['userinfo#1=throttle', 'the server answered 429'],
  ['userinfo#1=throttle:1', 'the server answered 429'],
  ['userinfo#1=status:502', 'the server answered 502'],
  ['userinfo#1=status:503', 'the server answered 503'],
  ['userinfo#1=status:504', 'the server answered 504'],
  ['userinfo#1=reset', 'no answer came \\(.*(ECONNRESET|aborted|hang up).*\\)'],
  ['userinfo#1=lost', 'no answer came \\(.*(ECONNRESET|aborted|hang up).*\\)'],
  ['userinfo#1=cut', 'no answer came \\(.*(ECONNRESET|aborted|hang up).*\\)'],
  ['introspection#1=status:503', 'the server answered 503'],
  ['authorization#1=lost', 'no answer came \\(.*(ECONNRESET|aborted|hang up).*\\)'],
  ['login#1=status:503', 'the server answered 503'],
  ['consent#1=reset', 'no answer came \\(.*(ECONNRESET|aborted|hang up).*\\)'],
  ['consent#1=status:504', 'the server answered 504'],
])('%s is tried again, and the run passes with a step that is marked so', async (fault, cause) => {
  const { exitCode, steps, result } = await runWithFaults([fault]);
  expect(exitCode).toBe(0);
  const retried = steps.filter(({ outcome }) => outcome === 'retried');
  expect(retried).toHaveLength(1);
  expect(retried[0]).toMatchObject({ attempt: 1, assertions: [] });
  expect(retried[0]?.retryReason).toMatch(new RegExp(`^${cause}; attempt 2 of 5 follows in [\\d.]+ m?s\\.$`));
  const next = steps[steps.indexOf(retried[0] as never) + 1];
  expect(next).toMatchObject({ name: retried[0]?.name, attempt: 2, outcome: 'passed' });
  expect(next?.name).toContain(PLACES[fault.split('#')[0] as keyof typeof PLACES]);
  expect(result.outcome).toBe('passed');
});

test('a server that asks for a second is given a second', async () => {
  const { steps } = await runWithFaults(['userinfo#1=throttle:1'], {
    settings: { retry_base_delay_ms: '0' },
  });
  const [before, after] = visitsOf(steps, 'Read userinfo').map(({ exchanges }) => exchanges[0]?.endedAt ?? 0);
  expect((after ?? 0) - (before ?? 0)).toBeGreaterThanOrEqual(1000);
});

test('a token that is too fresh for some servers is tried again', async () => {
  const { exitCode, steps } = await runWithFaults(['userinfo#1=replication-lag:60']);
  expect(exitCode).toBe(0);
  const [retried, last] = visitsOf(steps, 'Read userinfo');
  expect(retried?.retryReason).toMatch(
    /issued [\d.]+ m?s ago and is not known to all servers yet \(401, 65601\)/,
  );
  expect(last).toMatchObject({ outcome: 'passed', attempt: 2 });
});

test('the application token is tried again, too: by its grant, which spends nothing', async () => {
  const { exitCode, steps, journal } = await runWithFaults(['token#1=lost'], {
    flow: ['client-credentials'],
  });
  expect(exitCode).toBe(0);
  expect(visitsOf(steps, 'Request an application token').map(({ outcome }) => outcome)).toEqual([
    'retried',
    'passed',
  ]);
  expect(journal.filter(({ path }) => path.endsWith('/accessToken'))).toHaveLength(2);
});

test.each([
  ['login-submit', '/checkpoint/lg/login-submit', 'Submit the login form'],
  ['consent-submit', '/oauth/v2/authorization-submit', 'Approve consent'],
  ['token', '/oauth/v2/accessToken', 'Exchange the code for a token'],
])('%s is sent exactly once, whatever goes wrong', async (endpoint, path, name) => {
  for (const fault of [
    'throttle',
    'throttle:1',
    'status:502',
    'status:503',
    'status:504',
    'reset',
    'lost',
    'cut',
  ]) {
    const { exitCode, steps, journal } = await runWithFaults([`${endpoint}=${fault}`]);
    expect(exitCode, fault).toBe(4);
    expect(
      journal.filter((entry) => entry.method === 'POST' && entry.path === path),
      fault,
    ).toHaveLength(1);
    expect(visitsOf(steps, name).map(({ outcome }) => outcome)).toEqual(['failed']);
    expect(steps.some(({ outcome }) => outcome === 'retried')).toBe(false);
  }
});

test('the refresh and the post are sent exactly once, whatever goes wrong', async () => {
  for (const fault of ['throttle:1', 'status:503', 'reset', 'lost']) {
    const refresh = await runWithFaults([`token#2=${fault}`]);
    expect(refresh.exitCode).toBe(4);
    expect(refresh.journal.filter(({ path }) => path.endsWith('/accessToken'))).toHaveLength(2);
    const { exitCode, journal } = await runWithFaults([`api#5+=${fault}`]);
    expect(exitCode).toBe(4);
    const calls = journal.filter(({ path }) => path.startsWith('/v2/'));
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v2/userinfo',
      'GET /v2/me',
      // With the renewed token.
      'GET /v2/userinfo',
      'GET /v2/me',
      'POST /v2/ugcPosts',
    ]);
  }
});

test('a server that always says 429 is left alone when the attempts are used up, and the run says so', async () => {
  const { exitCode, steps, journal, printed } = await runWithFaults(['userinfo=throttle']);
  expect(exitCode).toBe(4);
  const visits = visitsOf(steps, 'Read userinfo');
  expect(visits.map(({ outcome }) => outcome)).toEqual([...Array(4).fill('retried'), 'failed']);
  expect(visits.at(-1)?.endOfRetries).toBe('the server answered 429; that was attempt 5 of 5.');
  // Five with the first token, and five with the renewed one.
  expect(journal.filter(({ path }) => path === '/v2/userinfo')).toHaveLength(10);
  expect(printed).toContain('not retried: the server answered 429; that was attempt 5 of 5.');
  expect(printed).toMatch(
    /userinfo: failed on attempt 5: the server answered 429; that was attempt 5 of 5\n/,
  );
});

test('the budget bounds all retries of a run together', async () => {
  const settings = {
    retry_times: '1000',
    retry_base_delay_ms: '40',
    retry_max_delay_ms: '40',
    retry_budget_ms: '400',
  };
  const began = Date.now();
  const { exitCode, steps } = await runWithFaults(['userinfo#1-3=status:503', 'introspection=status:503'], {
    settings,
  });
  expect(exitCode).toBe(4);
  expect(visitsOf(steps, 'Read userinfo').at(-1)).toMatchObject({ outcome: 'passed', attempt: 4 });
  expect(visitsOf(steps, 'Introspect the token').at(-1)).toMatchObject({
    outcome: 'failed',
    endOfRetries: 'the server answered 503; the budget of 400 ms for retries is used up.',
  });
  const times = steps
    .filter(({ attempt }) => attempt !== undefined)
    .map(({ exchanges }) => exchanges[0]?.endedAt ?? 0);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(1000);
  expect(Date.now() - began).toBeLessThan(10_000);
});

test('a server that asks for an hour is not tried again, at once and with a clear text', async () => {
  const { exitCode, steps, journal, printed, files } = await runWithFaults(['userinfo=throttle:3600']);
  expect(exitCode).toBe(4);
  expect(visitsOf(steps, 'Read userinfo')).toMatchObject([
    {
      outcome: 'failed',
      endOfRetries:
        'the server answered 429; the server asks to wait 3600 s (Retry-After), and 2 s is the most.',
    },
  ]);
  // Once with the first token, and once with the renewed one.
  expect(journal.filter(({ path }) => path === '/v2/userinfo')).toHaveLength(2);
  const said = 'the server asks to wait 3600 s (Retry-After), and 2 s is the most';
  expect(printed).toContain(`Read userinfo: was not tried again: the server answered 429; ${said}\n`);
  expect(files['summary.md']?.replaceAll('\\', '')).toContain(said);
  expect(files['junit.xml']).toContain(`not retried: the server answered 429; ${said}`);
  expect(files['report.html']).toContain(`Not retried: the server answered 429; ${said}`);
});

test('--retries 0 tries nothing again and says nothing of it; --retries 1 tries once more', async () => {
  const never = await runWithFaults(['userinfo#1=status:503'], { retries: 0 });
  expect(never.exitCode).toBe(4);
  const [only, ...others] = visitsOf(never.steps, 'Read userinfo');
  expect(others).toEqual([]);
  expect(only).not.toHaveProperty('attempt');
  expect(only).not.toHaveProperty('endOfRetries');
  const once = await runWithFaults(['userinfo=status:503'], { retries: 1 });
  expect(visitsOf(once.steps, 'Read userinfo').map(({ outcome }) => outcome)).toEqual(['retried', 'failed']);
});

test('the refusals are provoked on purpose, and never tried again, nor is the sign-in among them', async () => {
  for (const fault of ['api=throttle', 'token=status:503', 'login=status:503', 'authorization=reset']) {
    const { steps, journal } = await runWithFaults([fault], { flow: ['error-responses'], retries: 2 });
    expect(journal.some(({ faults = [] }) => faults.includes(fault))).toBe(true);
    const words = steps.flatMap(({ attempt, retryReason, endOfRetries }) => [
      attempt,
      retryReason,
      endOfRetries,
    ]);
    expect(words.filter((word) => word !== undefined)).toEqual([]);
  }
});

test('every report tells a retry from a success and from a failure', async () => {
  const { files, printed, result } = await runWithFaults(['userinfo#1=status:503', 'introspection#1=reset']);
  expect(result.outcome).toBe('passed');
  const fits = new Ajv2020({ formats: { 'date-time': true } }).compile(runResultSchema());
  expect(fits(result), JSON.stringify(fits.errors)).toBe(true);
  const contents = files['junit.xml'] ?? '';
  const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents }], schema: [xsd] });
  expect(errors).toEqual([]);
  expect(printed).toMatch(/↻ Read userinfo \(attempt 1\).*503/);
  expect(printed).toMatch(/✓ Read userinfo \(attempt 2\)/);
  expect(printed).toMatch(/Requests {2}\d+ passed, 2 retried/);
  expect(printed).toMatch(/three-legged › Read userinfo: passed on attempt 2: the server answered 503\n/);
  expect(files['junit.xml']).toMatch(
    /<testcase name="Read userinfo \(attempt 1\)"[^>]*>\s*<skipped message="Retried: the server answered 503; attempt 2 of 5/,
  );
  expect(files['junit.xml']).toMatch(
    /<testcase name="Read userinfo \(attempt 2\): The API responds with 200"/,
  );
  expect(files['junit.xml']).toContain('failures="0" errors="0"');
  expect(files['report.html']).toContain('<span class="badge retried">Retried</span>');
  expect(files['report.html']).toContain('<b class="again">↻ retried</b>');
  expect(files['summary.md']).toMatch(/## Retries\n\n- \*\*.*Read userinfo\*\*: passed on attempt 2/);
  expect(files['summary.md']).toMatch(/A-->>C: ↻ retried: 503/);
  expect(files['report.har']).toMatch(/Read userinfo \(attempt 1\): retried: the server answered 503/);
});

test('GitHub is told of a success that took more than one attempt', async () => {
  const { printed } = await runWithFaults(['userinfo#1=status:503'], { reporter: ['github', 'json'] });
  expect(printed).toContain(
    '::notice title=Scripted three-legged login › Read userinfo::It passed on attempt 2: the server answered 503\n',
  );
});

test('reporters of Newman count no failure for an attempt that was given up', async () => {
  const { result } = await runWithFaults(['userinfo#1=reset', 'introspection#1=status:503']);
  const reporter = findNewmanReporter('json', '/nonexistent');
  if (reporter === undefined) throw new Error('Newman has lost its own reporter');
  const [file] = await reportWithNewman(reporter, result);
  const { run } = JSON.parse(file?.content ?? '') as {
    run: { failures: unknown[]; stats: { requests: object } };
  };
  expect(run.failures).toEqual([]);
  expect(run.stats.requests).toMatchObject({ failed: 0 });
});

test('a request that takes too long is tried again, too', async () => {
  const [flow] = collectionsFor(linkedin, ['client-credentials']);
  const { settings, close } = await startFaulty(['introspection#1=stall']);
  const values = Object.entries({ ...settings, ...hasty }).map(([key, value]) => ({ key, value }));
  const result = await runCollection(
    {
      ...(flow ?? { flow: '', title: '', collection: {} }),
      environment: { values },
      secrets: [],
      loopback: true,
      timeouts: { request: 500, script: 5000, run: 30_000 },
    },
    { now: Date.now, interrupted: new AbortController().signal },
  );
  await close();
  expect(visitsOf(result.steps, 'Introspect the token').map(({ outcome }) => outcome)).toEqual([
    'retried',
    'passed',
  ]);
  expect(result.outcome).toBe('passed');
});

test('runs that share a sandbox try again, too', async () => {
  const [flow] = collectionsFor(linkedin, ['client-credentials']);
  if (flow === undefined) throw new Error('the flow is not offered');
  const sandboxes = createSandboxes(5000);
  const agents = createAgents();
  const reuse = reuseFor(flow.collection, { sandboxes, agents });
  const outcomes = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { settings, close } = await startFaulty(['token#1=status:503', 'introspection#1=reset']);
    const own = { retry_base_delay_ms: '60', retry_max_delay_ms: '60', retry_budget_ms: '1000' };
    const values = Object.entries({ ...settings, ...own }).map(([key, value]) => ({ key, value }));
    const { steps, outcome } = await runCollection(
      { ...flow, environment: { values }, secrets: [], loopback: true, timeouts: defaultTimeouts },
      { now: Date.now, interrupted: new AbortController().signal },
      {},
      reuse,
    );
    outcomes.push([outcome, ...steps.map((step) => step.outcome)]);
    await close();
  }
  cutConnections(agents);
  const [first, ...others] = outcomes;
  expect(first?.slice(0, 5)).toEqual(['passed', 'retried', 'passed', 'retried', 'passed']);
  expect(others).toEqual([first, first]);
});

test('a run that is out of time while it waits ends at once, with whole reports', async () => {
  const settings = { retry_base_delay_ms: '20000', retry_max_delay_ms: '20000' };
  const began = Date.now();
  const { exitCode, result, files } = await runWithFaults(['introspection=throttle:15'], {
    flow: ['client-credentials'],
    timeout: 2,
    settings,
  });
  expect(Date.now() - began).toBeLessThan(8000);
  expect(exitCode).toBe(4);
  expect(result).toMatchObject({ outcome: 'failed', interrupted: true });
  expect(files['report.html']).toContain('</html>');
  expect(files['junit.xml']).toContain('</testsuites>');
});
