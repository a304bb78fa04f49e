// @ts-nocheck
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runCollection } from '../../src/runner/run-collection.ts';
import { ASSERTS, failuresOf, requestFor, serve, testIo } from './support.ts';

test('settings files of Newman do not reach a run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newmanrc-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // A second iteration would show as a second visit.
  writeFileSync(join(folder, '.newmanrc'), JSON.stringify({ run: { iterationCount: 2 } }));
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder);
  onTestFinished(() => cwd.mockRestore());
  const base = await serve();
  const flow = await runCollection(requestFor(base, [{ name: 'Ask', test: ASSERTS }]), testIo());
  expect(flow.steps).toHaveLength(1);
});

test.each(['HTTP_PROXY', 'http_proxy'])('%s does not capture a run against this machine', async (name) => {
  vi.stubEnv(name, 'http://127.0.0.1:9');
  vi.stubEnv('NO_PROXY', '');
  vi.stubEnv('no_proxy', '');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const base = await serve();
  const sends = `${ASSERTS}\npm.sendRequest(pm.request.url.toString(), function (error) {
    pm.test('a request of a script goes straight, too', function () { pm.expect(error).to.equal(null); });
  });`;
  const flow = await runCollection(requestFor(base, [{ name: 'Ask', test: sends }]), testIo());
  expect(failuresOf(flow)).toEqual([]);
});

test('a proxy of the environment is used for other servers', async () => {
  const proxied: (string | undefined)[] = [];
  const proxy = await serve((request, response) => {
    proxied.push(request.url);
    response.end('by proxy');
  });
  vi.stubEnv('HTTP_PROXY', proxy);
  vi.stubEnv('NO_PROXY', '');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const request = requestFor('http://oauth.example', [{ name: 'Ask', test: ASSERTS }], { loopback: false });
  expect(failuresOf(await runCollection(request, testIo()))).toEqual([]);
  expect(proxied).toEqual(['http://oauth.example/']);
});

test('an answer without an end is cut off, and fails', async () => {
  const chunk = 'x'.repeat(1024 * 1024);
  const base = await serve((_, response) => {
    const send = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', send);
    send();
  });
  const flow = await runCollection(requestFor(base, [{ name: 'Ask', test: ASSERTS }]), testIo());
  expect(failuresOf(flow)).toContain('legwork: the request is answered');
});
