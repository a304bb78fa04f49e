import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { main } from '../../../src/main.ts';
import { testIo } from '../../support/io.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

/** What the probe says of one redirect URI at an emulated provider that has another one registered. */
async function probe(provider: string, requested: string, registered: string) {
  const io = testIo({ cwd: scratchFolder('dialect-probe'), randomBytes, fetch, now: Date.now });
  const argv = ['--provider', provider, '--probe', '--requested', requested, '--registered', registered];
  const code = await main(['doctor', 'redirect-uri', ...argv], io, '0');
  return { code, text: io.written().replace(/\s+/g, ' '), err: io.said() };
}

test.each(['google', 'github', 'cognito', 'twitch', 'keycloak', 'x', 'slack', 'discord'])(
  'the probe finds that the emulated %s rejects a redirect URI, and which one it takes',
  async (provider) => {
    const registered = 'https://app.example.com/callback';
    const { code, text, err } = await probe(provider, 'https://app.example.com/callbacks', registered);
    expect(code, text + err).toBe(4);
    expect(text).toMatch(/refused https:\/\/app\.example\.com\/callbacks /);
    expect(text).not.toMatch(/refused https:\/\/app\.example\.com\/callback /);
    expect(err).toContain('http://127.0.0.1:');
  },
);
