import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { targetProviders } from '../../../src/batch/providers.ts';
import { emulatedSettings, generatedFiles } from '../../../src/commands/generate/generate.ts';
import { played } from '../../../src/emulator/dialects.ts';
import { loadProfile } from '../../../src/providers/load.ts';
import { executeRun } from '../../../src/run/execute.ts';
import { loadParts } from '../../../src/run/parts.ts';
import { argumentsWith, captured } from '../../run/run-support.ts';

const dialects = played.filter((provider) => provider !== 'linkedin');

test.each(dialects)('legwork run --provider %s needs no account, and passes', async (provider) => {
  const { io, out } = captured({ randomBytes });
  const args = argumentsWith({ provider, reporter: ['json'] });
  expect(await executeRun(args, io, await loadParts()), out()).toBe(0);
  expect(out()).toContain(', emulator');
  const report = JSON.parse(readFileSync(join(io.cwd, 'reports', 'report.json'), 'utf8'));
  const urls = JSON.stringify(report).match(/"url":"http[^"]+"/g) ?? [];
  expect(urls.length).toBeGreaterThan(5);
  // Nothing leaves the machine: not a single request, not even one to a host that resolves to nothing.
  for (const url of urls) expect(url).toMatch(/^"url":"http:\/\/(127\.0\.0\.1|\[::1\]):\d+\//);
});

test('targets of several providers run against one emulator each, in which their redirect URIs are registered', async () => {
  const { io } = captured({ randomBytes });
  const targets = ['github', 'entra', 'slack'].map((provider) => ({
    name: provider,
    provider,
    settings: { client_id: 'mine', client_secret: 'a secret', redirect_uri: 'https://mine.example.com/cb' },
    place: { file: 'targets.csv' },
  })) as unknown as Parameters<typeof targetProviders>[0];
  const args = { target: undefined, provider: 'linkedin', environment: undefined, 'env-file': undefined };
  const found = await targetProviders(
    targets,
    args as Parameters<typeof targetProviders>[1],
    io,
    await loadParts(),
  );
  try {
    expect(found.live).toBe(false);
    for (const target of targets) {
      const provider = found.of(target);
      if (provider instanceof Error) throw provider;
      const settings: Readonly<Record<string, unknown>> = provider.settingsOf(target);
      expect(String(settings.token_endpoint)).toMatch(/^http:\/\/127\.0\.0\.1:/);
      const url = new URL(String(settings.authorization_endpoint));
      url.search = String(
        new URLSearchParams({
          response_type: 'code',
          client_id: 'mine',
          redirect_uri: 'https://mine.example.com/cb',
        }),
      );
      const response = await fetch(url, { redirect: 'manual' });
      expect(response.headers.get('location')).toContain('/emulator/sign-in');
    }
  } finally {
    await found.close();
  }
});

test('legwork generate --provider github writes an environment of the emulator that leads nowhere else', async () => {
  const profile = await loadProfile('github', captured().io, { standIns: true });
  const files = generatedFiles(profile, undefined, await emulatedSettings('github'));
  const text = files.find(({ name }) => name === 'github-emulator.postman_environment.json')?.content ?? '{}';
  const { values } = JSON.parse(text) as { values: { key: string; value: string }[] };
  const of = (name: string) => values.find(({ key }) => key === name)?.value;
  expect(of('token_endpoint')).toBe('http://127.0.0.1:9480/login/oauth/access_token');
  expect(of('api_base_url')).toBe('http://127.0.0.1:9480');
  const collection = files.find(({ name }) => name.includes('three-legged'))?.content ?? '';
  const requests = collection.match(/"raw": "[^"]+"/g) ?? [];
  expect(requests.length).toBeGreaterThan(3);
  // Every URL of a request is a variable that the environment sets.
  for (const raw of requests) expect(raw).toMatch(/"raw": "\{\{/);
});
