import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { json, startCannedServer } from '../support/canned-server.ts';
import { expectInert, HOSTILE, HOSTILE_LINE } from '../support/hostile-text.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

// biome-ignore lint/suspicious/noControlCharactersInRegex: a style of the terminal
const STYLE = /\u001b\[\d+m/g;

/** Runs the built program against a server that says something hostile, as a job of a CI system. */
async function job(ci: Readonly<Record<string, string>>, ...options: string[]) {
  const says = { error: HOSTILE_LINE, error_description: HOSTILE, [HOSTILE]: HOSTILE };
  const server = await startCannedServer(() => ({
    'POST /token': () => ({
      ...json(says, 400),
      headers: {
        'content-type': 'application/json',
        'set-cookie': '##vso[task.complete]=::error::x; Path=/##[error]',
        'x-##error': '::error::y##vso[task.complete]',
      },
    }),
  }));
  onTestFinished(server.close);
  const folder = scratchFolder('hostile-run');
  writeFileSync(
    join(folder, 'profile.json'),
    JSON.stringify({
      issuer: server.origin,
      authorization_endpoint: `${server.origin}/authorize`,
      token_endpoint: `${server.origin}/token`,
      grant_types_supported: ['client_credentials'],
    }),
  );
  const env = {
    PATH: process.env.PATH,
    OAUTH_CLIENT_ID: '::add-mask::client##vso[task.x]',
    OAUTH_CLIENT_SECRET: 'a-secret-of-nobody',
    ...ci,
  };
  const argv = [
    'run',
    '--provider',
    'profile.json',
    '--target',
    'live',
    '--flow',
    'client-credentials',
    ...options,
  ];
  const outcome = await new Promise<{ code: unknown; text: string }>((resolve) => {
    execFile(process.execPath, [program, ...argv], { cwd: folder, env }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, text: `${out}\n${err}` }),
    );
  });
  return { ...outcome, folder, received: server.received };
}

test.each([
  ['Azure', { TF_BUILD: 'True' }],
  ['GitLab', { GITLAB_CI: 'true' }],
  ['TeamCity', { TEAMCITY_VERSION: '2026.1' }],
])('neither legwork nor a reporter of Newman prints what a server says raw: %s', async (_, ci) => {
  const { code, text, received } = await job(ci, '--reporter', 'cli', '--reporter', 'markdown', '--verbose');
  expect(code).toBe(4);
  expect(received.length).toBeGreaterThan(0);
  expect(text).toContain('┌');
  // Newman's reporter has styles of its own where it thinks that the log can show them.
  expectInert(text.replaceAll(STYLE, ''));
});

test('on GitHub the only commands are those of legwork', async () => {
  const { code, text } = await job({ GITHUB_ACTIONS: 'true' }, '--reporter', 'cli', '--verbose');
  expect(code).toBe(4);
  const own =
    /^::(?:error title=[^:,]*|warning title=[^:,]*|notice title=[^:,]*|stop-commands|[0-9a-f]{32})::.*\n/gm;
  expect(text.match(own)?.length).toBeGreaterThan(2);
  expectInert(text.replace(own, ''));
});

test('reports can be printed to a log', async () => {
  const { folder } = await job({}, '--reporter', 'json,har,markdown,html,junit');
  for (const name of ['report.json', 'report.har', 'summary.md']) {
    expectInert(readFileSync(join(folder, 'reports', name), 'utf8'));
  }
});

test('an error that nobody caught ends the program, and its text is not written raw either', async () => {
  const fault = `setTimeout(() => { throw new Error(${JSON.stringify(HOSTILE)}); }, 500);`;
  const argv = [
    '--import',
    `data:text/javascript,${encodeURIComponent(fault)}`,
    program,
    'emulate',
    '--port',
    '0',
  ];
  const { code, text } = await new Promise<{ code: unknown; text: string }>((resolve) => {
    execFile(process.execPath, argv, { cwd: scratchFolder('fault') }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, text: `${out}\n${err}` }),
    );
  });
  expect(code).toBe(1);
  expect(text).toContain('bug in legwork');
  expect(text).toContain('\\u001b');
  expectInert(text);
});
