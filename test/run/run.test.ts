import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linkedin } from '../../src/providers/linkedin.ts';
import { executeRun } from '../../src/run/execute.ts';
import { ASSERTS, serve } from '../runner/support.ts';
import { argumentsWith, captured, filesIn, flowOf, standIns } from './run-support.ts';

const ask = { name: 'Ask', test: ASSERTS };
const failing = {
  name: 'Ask',
  test: "pm.test('is right', function () { throw new Error('it is wrong'); });",
};

test('a run against the emulator prints every step, says where the reports are, and answers 0', async () => {
  const parts = standIns([flowOf('one', [ask]), flowOf('two', [ask])], await serve());
  const { io, out, err } = captured();
  expect(await executeRun(argumentsWith(), io, parts)).toBe(0);
  expect(
    out()
      .replace(/\d+ ms/g, 'N ms')
      .replace(/\d\.\d s/g, 'N ms'),
  ).toBe(`Title of one (one)
  ✓ Ask  GET /  200  N ms
      ✓ is answered

Title of two (two)
  ✓ Ask  GET /  200  N ms
      ✓ is answered

Requests  2 passed
Checks    2 passed
Time      N ms, LinkedIn, emulator

Passed
`);
  expect(err()).toBe(
    'Reports: reports/report.html, reports/junit.xml, reports/report.json, reports/report.har, reports/summary.md\n',
  );
  expect(Object.keys(filesIn(join(io.cwd, 'reports')))).toEqual([
    'junit.xml',
    'report.har',
    'report.html',
    'report.json',
    'summary.md',
  ]);
  expect(parts.open()).toBe(0);
});

test('a failed assertion answers 4, and the summary ends with what failed and why', async () => {
  const parts = standIns([flowOf('one', [failing])], await serve());
  const { io, out } = captured();
  expect(await executeRun(argumentsWith(), io, parts)).toBe(4);
  expect(out()).toMatch(
    /Failed:\n {2}one › Ask › is right\n {4}it is wrong\n\nFailed\n\nNext {6}legwork run --flow one --verbose\n$/,
  );
});

test('publishing is allowed on the emulator, and on a real provider only when somebody says so', async () => {
  const seen: (string | null)[] = [];
  const base = await serve((request, response) => {
    seen.push(new URL(request.url ?? '', base).searchParams.get('publish'));
    response.end();
  });
  const parts = standIns([flowOf('one', [{ ...ask, url: `${base}/?publish={{publish}}` }])], base);
  await executeRun(argumentsWith(), captured().io, parts);
  await executeRun(argumentsWith({ target: 'live' }), captured().io, parts);
  await executeRun(
    argumentsWith({ target: 'live' }),
    captured({ env: { LINKEDIN_PUBLISH: 'true' } }).io,
    parts,
  );
  expect(seen).toEqual(['true', '{{publish}}', 'true']);
});

test('every flow gets a seed of its own, which no output shows', async () => {
  const seeds: (string | null)[] = [];
  const base = await serve((request, response) => {
    seeds.push(new URL(request.url ?? '', base).searchParams.get('x'));
    response.end();
  });
  let count = 0;
  const url = '{{base}}/?x={{random_seed}}';
  const parts = standIns([flowOf('one', [{ ...ask, url }]), flowOf('two', [{ ...ask, url }])], base);
  const { io, out } = captured({
    randomBytes(length) {
      count += 1;
      return new Uint8Array(length).fill(count);
    },
  });
  await executeRun(argumentsWith(), io, parts);
  expect(seeds.sort()).toEqual(['01'.repeat(32), '02'.repeat(32)]);
  const everything = [out(), ...Object.values(filesIn(join(io.cwd, 'reports')))].join();
  for (const seed of seeds) expect(everything).not.toContain(seed);
});

test('only the flows that were asked for are run', async () => {
  const parts = standIns([flowOf('one', [failing]), flowOf('two', [ask])], await serve());
  const { io, out } = captured();
  expect(await executeRun(argumentsWith({ flow: ['two'] }), io, parts)).toBe(0);
  expect(out()).not.toContain('Title of one');
});

test('a flow that the provider does not have is refused with those that it has', async () => {
  const parts = standIns([flowOf('one', [ask])], '');
  await expect(executeRun(argumentsWith({ flow: ['three'] }), captured().io, parts)).rejects.toMatchObject({
    code: 'FLOW_NOT_OFFERED',
    message: 'LinkedIn does not offer the flow "three": it offers one.',
  });
});

test('a flow whose settings are missing is not run, and says which variables to set', async () => {
  const base = await serve();
  const parts = standIns(
    [
      flowOf('needy', [ask], ['client_id', 'password']),
      flowOf('content', [{ ...ask, url: base }], ['client_id']),
    ],
    base,
  );
  const { io, out } = captured({ env: { LINKEDIN_CLIENT_ID: 'abc' } });
  expect(await executeRun(argumentsWith({ target: 'live' }), io, parts)).toBe(3);
  expect(out()).toMatch(
    /^Title of needy \(needy\)\n {2}- not run: not set: LINKEDIN_PASSWORD\n\nTitle of content/,
  );
  expect(filesIn(join(io.cwd, 'reports'))['junit.xml']).toContain(
    '<skipped message="not set: LINKEDIN_PASSWORD"/>',
  );
});

test('when no flow has what it needs, the reports say so and so does the program', async () => {
  const parts = standIns([flowOf('needy', [ask], ['client_id'])], '');
  const { io } = captured();
  await expect(executeRun(argumentsWith({ target: 'live' }), io, parts)).rejects.toMatchObject({
    code: 'NOTHING_RAN',
    exitCode: 3,
    message: 'Nothing was run.\n  needy: not set: LINKEDIN_CLIENT_ID',
    hint: 'Set what is missing in the environment or in a .env file, or use --target emulator, which needs nothing.',
  });
  expect(Object.keys(filesIn(join(io.cwd, 'reports')))).toHaveLength(5);
});

test('the emulator is not advised for a provider that it does not play', async () => {
  const other = { ...linkedin, id: 'other', name: 'Other', environmentPrefix: 'OAUTH' };
  const parts = standIns([flowOf('needy', [ask], ['client_id'])], '', other);
  const run = executeRun(argumentsWith({ provider: 'https://issuer.example' }), captured().io, parts);
  await expect(run).rejects.toMatchObject({
    code: 'NOTHING_RAN',
    hint: 'Set what is missing in the environment or in a .env file.',
  });
});

test('another provider is run against itself, and the emulator does not play it', async () => {
  const base = await serve();
  const other = { ...linkedin, id: 'other', name: 'Other', environmentPrefix: 'OAUTH' };
  const parts = standIns([flowOf('one', [{ ...ask, url: base }], ['client_id'])], base, other);
  const { io, out } = captured({ env: { OAUTH_CLIENT_ID: 'abc' } });
  expect(await executeRun(argumentsWith({ provider: 'https://issuer.example' }), io, parts)).toBe(0);
  expect(out()).toContain('Other, live');
  const played = executeRun(
    argumentsWith({ provider: 'https://issuer.example', target: 'emulator' }),
    io,
    parts,
  );
  await expect(played).rejects.toMatchObject({ code: 'TARGET_NOT_PLAYED' });
});

test('a file with settings is refused for the emulator, which would ignore it', async () => {
  const run = executeRun(argumentsWith({ environment: 'mine.json' }), captured().io, standIns([], ''));
  await expect(run).rejects.toMatchObject({ code: 'USAGE' });
});

test('a report that cannot be written costs no other, and answers 3', async () => {
  const parts = standIns([flowOf('one', [ask])], await serve());
  const { io, err } = captured();
  mkdirSync(join(io.cwd, 'reports', 'junit.xml', 'in-the-way'), { recursive: true });
  expect(await executeRun(argumentsWith(), io, parts)).toBe(3);
  expect(err()).toContain('Cannot write reports/junit.xml');
  expect(err()).toContain('Reports: reports/report.html, reports/report.json, reports/report.har');
});

test('an interrupted run writes its reports', async () => {
  const interruption = new AbortController();
  const base = await serve(() => interruption.abort());
  const parts = standIns([flowOf('one', [ask])], base);
  const { io, out } = captured({ interrupted: interruption.signal });
  expect(await executeRun(argumentsWith(), io, parts)).toBe(3);
  expect(out()).toContain('interrupted before its end');
  expect(JSON.parse(filesIn(join(io.cwd, 'reports'))['report.json'] ?? '')).toMatchObject({
    outcome: 'incomplete',
    flows: [{ interrupted: true }],
  });
  expect(parts.open()).toBe(0);
});

test('settings of a Postman environment are used, those of the environment come first', async () => {
  const seen: (string | undefined)[] = [];
  const base = await serve((request, response) => {
    seen.push(request.url);
    response.end();
  });
  const parts = standIns(
    [flowOf('one', [{ ...ask, url: `${base}/{{client_id}}/{{scope}}/{{extra}}` }])],
    base,
  );
  const { io } = captured({ env: { LINKEDIN_CLIENT_ID: 'from-env' } });
  writeFileSync(join(io.cwd, '.env'), 'LINKEDIN_SCOPE="openid"\nLINKEDIN_CLIENT_ID=from-file\n');
  writeFileSync(
    join(io.cwd, 'mine.json'),
    JSON.stringify({
      values: [
        { key: 'client_id', value: 'from-postman' },
        { key: 'extra', value: 'more' },
        { key: 'scope', value: 'off', enabled: false },
      ],
    }),
  );
  await executeRun(argumentsWith({ target: 'live', environment: 'mine.json' }), io, parts);
  expect(seen).toEqual(['/from-env/openid/more']);
});

test('a variable that the Postman environment marks as secret is in no report', async () => {
  const base = await serve();
  const parts = standIns([flowOf('one', [{ ...ask, url: `${base}/?tenant={{tenant}}` }])], base);
  const { io, out } = captured();
  const values = [{ key: 'tenant', value: 'tenant-that-nobody-shall-see', type: 'secret' }];
  writeFileSync(join(io.cwd, 'mine.json'), JSON.stringify({ values }));
  await executeRun(argumentsWith({ target: 'live', environment: 'mine.json' }), io, parts);
  const files = Object.values(filesIn(join(io.cwd, 'reports'))).join('\n');
  expect(files).toContain('‹tenant');
  expect(files + out()).not.toContain('nobody-shall-see');
});
