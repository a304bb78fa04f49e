import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Io } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { testIo } from '../support/io.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

async function legwork(argv: readonly string[], effects: Partial<Io> = {}) {
  const io = testIo(effects);
  return { code: await main(argv, io, '1.0.0'), out: io.written(), err: io.said() };
}

test.each([
  ['error x.txt --fix', 'The option --fix is for "doctor collection", not for "doctor error".'],
  ['--fix', 'The option --fix is for "doctor collection", not for "legwork doctor" alone.'],
  [
    'url http://x/ --requested y',
    'The option --requested is for "doctor redirect-uri", not for "doctor url".',
  ],
  ['error x.txt --environment e.json', '--environment is for "doctor collection"'],
  ['collection c.json --probe', '--probe is for "doctor redirect-uri"'],
  [
    'collection c.json --target live',
    'The option --target is for "legwork doctor" alone and "doctor redirect-uri", not for "doctor collection".',
  ],
  ['redirect-uri --requested x --fix', '--fix is for "doctor collection", not for "doctor redirect-uri"'],
  [
    'redirect-uri --requested http://localhost/ --client-id x',
    'The option --client-id is for --probe: add it.',
  ],
])('an option of something else is rejected: legwork doctor %s', async (line, said) => {
  const { code, out, err } = await legwork(['doctor', ...line.split(' ')]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(said);
});

test.each(['list', 'introspect', 'revoke', 'forget'])(
  'legwork token %s takes no --format',
  async (action) => {
    const { code, err } = await legwork(['token', action, '--format', 'json']);
    expect(code).toBe(1);
    expect(err).toContain(`--format is for printing a token, not for "token ${action}".`);
  },
);

const probe = ['doctor', 'redirect-uri', '--probe', '--requested', 'http://localhost:3000/callback'];
const UNKNOWN =
  'legwork: The emulator has no application with the client_id 77myownapp0001, and nothing was asked of LinkedIn.\nTo ask LinkedIn itself, add --target live. To try the emulator, add --target emulator, and --client-id 77legworkdemo1 or none.\n';

test('a probe for an application that the emulator does not have is not asked of the emulator', async () => {
  const cwd = scratchFolder('probe');
  for (const [more, effects] of [
    [['--client-id', '77myownapp0001'], {}],
    [['--client-id', '77myownapp0001', '--target', 'emulator'], {}],
    [[], { env: { LINKEDIN_CLIENT_ID: '77myownapp0001' } }],
  ] as const) {
    expect(await legwork([...probe, ...more], { cwd, ...effects })).toEqual({
      code: 2,
      out: '',
      err: UNKNOWN,
    });
  }
  writeFileSync(join(cwd, '.env'), 'LINKEDIN_CLIENT_ID=77myownapp0001\rLINKEDIN_SCOPE=openid\r');
  expect(await legwork(probe, { cwd })).toEqual({ code: 2, out: '', err: UNKNOWN });
});

test('a probe of the emulator is one where no application is named, and where the emulator is', async () => {
  const cwd = scratchFolder('probe');
  const env = { LINKEDIN_CLIENT_ID: '77myownapp0001' };
  for (const [more, effects] of [
    [[], {}],
    [['--client-id', '77legworkdemo1'], {}],
    [['--target', 'emulator'], { env }],
  ] as const) {
    const { code, out } = await legwork([...probe, ...more], { cwd, fetch, ...effects });
    expect(code).toBe(0);
    expect(out).toContain('The emulated LinkedIn accepts the requested redirect_uri.');
  }
});
