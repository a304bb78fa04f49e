// @ts-nocheck
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { serve } from '../runner/support.ts';

const legwork = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const xsd = readFileSync(new URL('../fixtures/junit.xsd', import.meta.url), 'utf8');

/**
 * Runs the program against a server that answers the token request and nothing after it.
 *
 * @param onWaiting called when the program waits for an answer that will not come
 */
async function runAgainstSilence(
  more: readonly string[],
  onWaiting: (kill: (signal: NodeJS.Signals) => void) => void,
) {
  const folder = mkdtempSync(join(tmpdir(), 'legwork-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let child: ReturnType<typeof spawn> | undefined;
  const base = await serve((request, response) => {
    if (request.url === '/token') {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ access_token: 'a-token-that-was-given', token_type: 'Bearer', expires_in: 60 }),
      );
    } else onWaiting((signal) => child?.kill(signal));
  });
  writeFileSync(
    join(folder, 'provider.json'),
    JSON.stringify({
      issuer: base,
      token_endpoint: `${base}/token`,
      introspection_endpoint: `${base}/introspect`,
      grant_types_supported: ['client_credentials'],
      legwork: { name: 'Silent' },
    }),
  );
  const args = [legwork, 'run', '--provider', 'provider.json', ...more];
  const env = { PATH: process.env.PATH, OAUTH_CLIENT_ID: 'id-of-it', OAUTH_CLIENT_SECRET: 'secret-of-it' };
  const running = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  child = running;
  let printed = '';
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const code = await new Promise<number | null>((resolve) => running.on('close', resolve));
  const read = (file: string) => readFileSync(join(folder, 'reports', file), 'utf8');
  return { code, printed, read };
}

async function expectWholeReports(read: (file: string) => string) {
  const result = JSON.parse(read('report.json'));
  expect(result).toMatchObject({ version: 2, interrupted: true, flows: [{ interrupted: true }] });
  expect(result.flows[0].steps[0]).toMatchObject({ outcome: 'passed' });
  expect(JSON.parse(read('report.har')).log.entries.length).toBeGreaterThan(0);
  expect(read('report.html')).toMatch(/interrupted[\s\S]*<\/html>\n$/);
  expect(read('summary.md')).toContain('The run was interrupted');
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: read('junit.xml') }],
    schema: [xsd],
  });
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  for (const file of ['report.json', 'report.har', 'report.html', 'summary.md', 'junit.xml']) {
    expect(read(file)).not.toMatch(/secret-of-it|a-token-that-was-given/);
  }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a run that gets %s leaves whole reports, marked as interrupted',
  async (signal) => {
    const { code, printed, read } = await runAgainstSilence([], (kill) => kill(signal));
    expect(printed).toContain('interrupted before its end');
    expect(code).toBe(3);
    await expectWholeReports(read);
  },
);

test('a run that is out of time leaves whole reports, marked as interrupted, and fails', async () => {
  const { code, printed, read } = await runAgainstSilence(['--timeout', '8'], () => {});
  expect(printed).toContain('The run was stopped after 8000 ms');
  expect(code).toBe(4);
  await expectWholeReports(read);
});
