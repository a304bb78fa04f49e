import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { executeRun } from '../../src/run/execute.ts';
import { ASSERTS, serve } from '../runner/support.ts';
import { runEmulated } from '../support/emulated-run.ts';
import { printedBy } from '../support/printed.ts';
import { argumentsWith, captured, filesIn, flowOf, standIns } from './run-support.ts';

const secrets = [/WPL_AP1/, /correct-horse/, /AQX[\w-]{40}/, /eyJ[\w-]{20}/];

test.each([
  ['newman-json', /newman\/newman-run-report-[\d-]+\.json$/, '"assertions"'],
  ['newman-junit', /newman\/newman-run-report-[\d-]+\.xml$/, '<testsuites name="LinkedIn OAuth flows"'],
  ['htmlextra', /newman\/LinkedIn OAuth flows-[\d-]+\.html$/, 'Newman Run Dashboard'],
])('%s writes its file where Newman would, without secrets', async (name, file, part) => {
  const { files, err, code } = await runEmulated('default', { args: { reporter: [name] } });
  expect(code).toBe(0);
  const [path = '', content = ''] = Object.entries(files).find(([one]) => file.test(one)) ?? [];
  expect(err).toContain(`Reports: ${path}`);
  expect(Object.keys(files)).toHaveLength(1);
  expect(content).toContain(part);
  expect(content).toContain('Request an application token');
  for (const secret of secrets) expect(content).not.toMatch(secret);
});

test.each([
  ['cli', '↳ Request an application token'],
  ['progress', ''],
  ['teamcity', "##teamcity[testStarted name='client credentials/Request an application token'"],
])('%s prints what it prints, without secrets', async (name, part) => {
  const { printed } = await printedBy(() => runEmulated('default', { args: { reporter: [name] } }));
  expect(printed).toContain(part);
  for (const secret of secrets) expect(printed).not.toMatch(secret);
});

test('a folder that was named is where reporters of Newman write, too', async () => {
  const { files } = await runEmulated('default', {
    args: { reporter: ['newman-json', 'html'], reports: 'out', flow: ['client-credentials'] },
  });
  expect(Object.keys(files)).toEqual(['out/newman-run-report.json', 'out/report.html']);
});

test('a failure is a failure for a reporter of Newman, with its message', async () => {
  const { files } = await runEmulated('no-application-tokens', {
    args: { reporter: ['newman-json'], reports: 'out', flow: ['client-credentials'] },
  });
  const { run } = JSON.parse(files['out/newman-run-report.json'] ?? '');
  expect(run.stats.assertions.failed).toBe(1);
  expect(run.failures[0].error.message).toContain(
    'This application is not allowed to create application tokens',
  );
  expect(run.failures[0].source.name).toBe('Request an application token');
});

test('a reporter that throws costs nobody else’s report, and the run answers 3', async () => {
  const { io, err } = captured();
  const home = join(io.cwd, 'node_modules', 'newman-reporter-broken');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"name":"newman-reporter-broken","main":"index.js"}');
  writeFileSync(
    join(home, 'index.js'),
    "module.exports = function (emitter) { emitter.on('item', () => { throw new Error('I am broken'); }); };",
  );
  const parts = standIns([flowOf('one', [{ name: 'Ask', test: ASSERTS }])], await serve());
  const args = argumentsWith({ reporter: ['broken', 'newman-json', 'json'], reports: 'reports' });
  expect(await executeRun(args, io, parts)).toBe(3);
  expect(err()).toContain('The reporter broken failed: I am broken.');
  expect(Object.keys(filesIn(join(io.cwd, 'reports')))).toEqual(['newman-run-report.json', 'report.json']);
});

test('a reporter that nobody has is refused before anything runs', async () => {
  const { io } = captured();
  const parts = standIns([flowOf('one', [{ name: 'Ask', test: ASSERTS }])], await serve());
  await expect(executeRun(argumentsWith({ reporter: ['htlm'] }), io, parts)).rejects.toMatchObject({
    code: 'REPORTER_UNKNOWN',
    exitCode: 1,
    message: 'There is no reporter "htlm". Did you mean "html"?',
  });
  expect(parts.open()).toBe(0);
});
