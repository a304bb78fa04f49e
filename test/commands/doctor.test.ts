import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { diagnosisSchema } from '../../src/doctor/diagnosis-schema.ts';
import type { Io } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { testIo } from '../support/io.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

async function doctor(argv: readonly string[], effects: Partial<Io> = {}) {
  const io = testIo({ cwd: root, ...effects });
  const code = await main(['doctor', ...argv], io, '0');
  return { code, out: io.written(), err: io.said() };
}

const typed = (input: string | Uint8Array, isTerminal = false): Partial<Io> => ({
  stdin: { isTerminal, read: async (limit) => Buffer.from(input).subarray(0, limit) },
});

describe('legwork doctor redirect-uri', () => {
  test('shows both lines, the mark, and the values to copy', async () => {
    const { code, out } = await doctor([
      'redirect-uri',
      '--requested',
      'http://localhost:3000/callback/',
      '--registered',
      'http://localhost:3000/callback',
    ]);
    expect(code).toBe(4);
    expect(out).toBe(`The redirect_uri does not equal a registered value: one ends with a slash and
the other does not.

  sent        http://localhost:3000/callback/
  registered  http://localhost:3000/callback

1. One ends with a slash and the other does not
     sent        http://localhost:3000/callback/
                                               ^
     registered  http://localhost:3000/callback
                                               ^
   A slash at the end is a character like any other, also behind a bare host
   name.
   What to do: Write both in the same way: change the request, or register what
   it sends.
   More: docs/problems/trailing-slash.md

Either register exactly:
  http://localhost:3000/callback/

Or send exactly:
  http://localhost:3000/callback

In a URL it is written:
  http%3A%2F%2Flocalhost%3A3000%2Fcallback

To ask the server itself:
  legwork doctor redirect-uri --provider NAME --requested http://localhost:3000/callback/ --registered http://localhost:3000/callback --probe --target live

- Without --provider both are compared as plain text, as the standards ask for.
  That two URLs lead to the same place does not count.
- By rules of their own these accept it: Bitbucket Cloud (bitbucket), GitHub
  (github), Strava (strava), Zoom (zoom). If yours is one of them, add
  --provider with the name in brackets.
`);
  });

  test('is content with what is registered, among several', async () => {
    const { code, out } = await doctor([
      'redirect-uri',
      '--requested',
      'http://localhost:3000/cb',
      '--registered',
      'https://a.example/cb',
      '--registered',
      'http://localhost:3000/cb',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('The redirect_uri equals a registered value, character by character.');
  });

  test('compares with the nearest of several', async () => {
    const { out } = await doctor([
      'redirect-uri',
      '--json',
      '--requested',
      'http://localhost:3000/cb',
      '--registered',
      'https://a.example/cb',
      'http://localhost:3001/cb',
    ]);
    expect(JSON.parse(out).problems.map((problem: { code: string }) => problem.code)).toEqual([
      'port-differs',
    ]);
  });

  test('lets the port of native clients be any', async () => {
    const argv = [
      'redirect-uri',
      '--requested',
      'http://127.0.0.1:5555/cb',
      '--registered',
      'http://127.0.0.1/cb',
    ];
    expect((await doctor(argv)).code).toBe(4);
    expect((await doctor([...argv, '--application-type', 'native'])).code).toBe(0);
  });
});

describe('legwork doctor error', () => {
  const body = '{"error":"invalid_client","error_description":"Client authentication failed"}';

  test('reads standard input, and tells a person at a terminal that it waits', async () => {
    const piped = await doctor(['error'], typed(body));
    expect([piped.code, piped.err]).toEqual([4, '']);
    expect(piped.out).toContain('The client_secret is wrong: cut short');
    expect((await doctor(['error', '-'], typed(body, true))).err).toBe(
      'Paste the text here, then press Enter and Ctrl-D.\n',
    );
  });

  test('reads a file, also one that Windows wrote', async () => {
    const cwd = scratchFolder('doctor');
    writeFileSync(join(cwd, 'plain.txt'), body);
    writeFileSync(
      join(cwd, 'wide.txt'),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body, 'utf16le')]),
    );
    for (const file of ['plain.txt', 'wide.txt'])
      expect((await doctor(['error', file], { cwd })).out).toContain('invalid_client');
    expect(await doctor(['error', 'missing.txt'], { cwd })).toMatchObject({
      code: 2,
      err: 'legwork: Cannot read missing.txt: there is no such file.\nCheck the path and your permission to read the file.\n',
    });
  });

  test.each([
    ['nothing', '', 'There is nothing to read'],
    ['a binary file', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), 'This is not text'],
    ['ten megabytes', 'x '.repeat(5_000_000), 'A refusal that legwork does not know'],
    ['a web page', '<!doctype html><p>Sign in', 'A web page came where JSON was expected'],
    [
      'broken encoding',
      Buffer.concat([
        Buffer.from('{"error":"invalid_grant","error_description":"'),
        Buffer.from([0xff, 0xc3]),
        Buffer.from('"}'),
      ]),
      'invalid_grant',
    ],
  ])('answers to %s', async (_what, input, words) => {
    expect((await doctor(['error'], typed(input))).out).toContain(words);
  });
});

test('what is left unread is said', async () => {
  expect((await doctor(['error'], typed('x '.repeat(500_000)))).out).toContain(
    'only its first 128 kilobytes were read',
  );
});

describe('legwork doctor url', () => {
  test('explains a callback, and keeps its code to itself', async () => {
    const { code, out } = await doctor(
      ['url', '-'],
      typed('http://localhost:3000/callback?code=AQTsecretsecretsecretsecret&state=Zk3vQ9x_7TbLw2\n'),
    );
    expect(code).toBe(0);
    expect(out).toBe(`This is a callback: the response of the authorization endpoint. Nothing is wrong
with it.

  address  http://localhost:3000/callback
  code     AQT*** (27 characters) (the authorization code: works once, for a
           short time)
  state    *** (14 characters) (a random text that comes back, to be compared)

- Anyone who has seen the code can try to use it: exchange it now, or let it
  expire. Do not paste it into a ticket.
- Compare state with the one that was sent; answer 401 when it differs.
- Exchange the code once, at once, with the same redirect_uri as in the
  authorization request.
`);
  });

  test('takes a line of the Postman console, and ten thousand parameters', async () => {
    const line =
      'GET https://www.linkedin.com/oauth/v2/authorization?response_type=code&client_id=x&redirect_uri=https%3A%2F%2Foauth.pstmn.io%2Fv1%2Fcallback&scope=r_liteprofile&state=Zk3vQ9x_7TbLw2  200  312 ms';
    const found = JSON.parse((await doctor(['url', '--json', line])).out).problems;
    expect(found.map((problem: { code: string }) => problem.code)).toEqual(['retired-scope']);
    const many = `https://a.example/cb?code=x&state=Zk3vQ9x_7TbLw2${'&p=1'.repeat(10_000)}`;
    expect((await doctor(['url', '-'], typed(many))).out).toContain(
      'The address has more parameters than any OAuth request',
    );
  });
});

describe('legwork doctor collection', () => {
  const collections = readdirSync(join(root, 'collections')).filter((file) =>
    file.endsWith('collection.json'),
  );
  // The refusals make every mistake on purpose.
  const generated = collections.filter((file) => !file.includes('error-responses'));

  test('finds the mistakes that the collection of refusals makes on purpose', async () => {
    const refusals = join(root, 'collections/linkedin-error-responses.postman_collection.json');
    const found = JSON.parse((await doctor(['collection', '--json', refusals])).out).problems;
    expect(found.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['token-request-by-get', 'secret-in-query', 'retired-scope']),
    );
  });

  test.each(generated)('finds nothing in %s', async (file) => {
    const argv = ['collection', `collections/${file}`];
    for (const environment of [
      [],
      ...['live', 'emulator'].map((name) => [
        '--environment',
        `collections/linkedin-${name}.postman_environment.json`,
      ]),
    ]) {
      const { code, out } = await doctor([...argv, ...environment]);
      expect(out).toContain('No OAuth mistake was found in this collection.');
      expect(code).toBe(0);
    }
  });

  test('finds all defects of the collection of four requests, and mends what can be mended', async () => {
    const cwd = scratchFolder('doctor');
    const text = readFileSync(join(root, 'test/fixtures/four-requests.postman_collection.json'), 'utf8');
    writeFileSync(join(cwd, 'four.json'), text);
    const codes = async (file: string) =>
      JSON.parse((await doctor(['collection', file, '--json'], { cwd })).out).problems.map(
        (problem: { code: string }) => problem.code,
      );
    expect(await codes('four.json')).toEqual([
      'token-request-without-body',
      'secret-in-query',
      'stored-secret',
      'encoded-once-too-often',
      'retired-scope',
      'state-not-compared',
      'every-form',
      'code-from-any-address',
      'location-not-checked',
      'fixed-submit-address',
      'redirects-followed',
      'outcome-not-checked',
    ]);
    expect((await doctor(['collection', 'four.json', '--fix'], { cwd })).out).toContain(
      'Wrote four.fixed.json.',
    );
    expect(readFileSync(join(cwd, 'four.json'), 'utf8')).toBe(text);
    expect(readFileSync(join(cwd, 'four.fixed.json'), 'utf8')).not.toContain('NotARealSecret');
    expect(await codes('four.fixed.json')).toEqual([
      'retired-scope',
      'state-not-compared',
      'code-from-any-address',
      'location-not-checked',
      'fixed-submit-address',
      'outcome-not-checked',
    ]);
    // A copy that somebody may have worked on stays.
    expect((await doctor(['collection', 'four.json', '--fix'], { cwd })).code).toBe(3);
  });

  test('says where a file is no JSON', async () => {
    expect(await doctor(['collection', '-'], typed('<html>'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('standard input is not valid JSON: line 1, column 1'),
    });
  });
});

describe('legwork doctor alone', () => {
  const cwd = scratchFolder('doctor');

  test('says how to begin where nothing is set', async () => {
    const { code, out } = await doctor([], { cwd });
    expect(code).toBe(4);
    expect(out).toContain('Nothing is set up for LinkedIn yet.');
    expect(out).toContain('"legwork run" emulates LinkedIn on');
  });

  test('reads .env, keeps the secret to itself, and says what comes next', async () => {
    writeFileSync(
      join(cwd, 'own.env'),
      'LINKEDIN_CLIENT_ID=77abcdefghijkl\nLINKEDIN_CLIENT_SECRET="WPL_AP1.Abcdefghijklmnop.ab+/cd=="\nLINKEDIN_REDIRECT_URI=http://localhost:3000/callback\nLINKEDIN_SCOPE="openid w_member_social"\n',
    );
    const { code, out } = await doctor(['--env-file', 'own.env'], { cwd });
    expect(code).toBe(0);
    expect(out).not.toContain('Abcdefghijklmnop');
    expect(out).toContain('The application needs the product "Share on LinkedIn"');
  });

  test('tries the network only when it is told to', async () => {
    const asked: string[] = [];
    const fetch = async (input: unknown) => {
      asked.push(String(input));
      return new Response(null, { headers: { date: new Date(Date.UTC(2026, 8, 1, 1)).toUTCString() } });
    };
    const { out } = await doctor(['--env-file', 'own.env', '--target', 'live'], { cwd, fetch });
    expect(asked).toEqual(['https://www.linkedin.com', 'https://api.linkedin.com']);
    expect(out).toContain('is 3600 seconds ahead of this computer');
  });
});

describe('what is asked wrongly', () => {
  test.each([
    [['redirect-uri'], 'Missing: --requested, the redirect_uri that is sent.'],
    [['redirect-uri', 'x'], 'Too many arguments: x.'],
    [['collection'], 'Missing: the file of the collection.'],
    [['redirecturi'], '<what> cannot be "redirecturi". Did you mean "redirect-uri"?'],
    [['error'], 'There is no standard input; name a file.'],
  ])('%j', async (argv, words) => {
    const { code, err } = await doctor(argv);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });
});

test('--json keeps the published schema, and the committed schema is the one that the code makes', async () => {
  const validate = new Ajv2020().compile(diagnosisSchema());
  for (const argv of [['redirect-uri', '--requested', ''], ['url', 'x'], []]) {
    const { out } = await doctor([...argv, '--json'], { cwd: tmpdir() });
    expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
  }
  const committed = readFileSync(join(root, 'schemas/diagnosis.schema.json'), 'utf8');
  expect(committed, 'Run "npm run schemas" and commit the result').toBe(
    `${JSON.stringify(diagnosisSchema(), null, 2)}\n`,
  );
});

test('what the README shows is what the doctor says', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const shown = /```\n(The redirect_uri does not equal.*?)```/s.exec(readme)?.[1] ?? '';
  const { out } = await doctor([
    'redirect-uri',
    '--requested',
    'http://localhost:3000/callback/',
    '--registered',
    'http://localhost:3000/callback',
  ]);
  expect(shown.split('…\n')).toHaveLength(2);
  for (const part of shown.split('   …\n')) expect(out).toContain(part);
});

test('docs/doctor.md speaks of every word and option of the command', () => {
  const page = readFileSync(join(root, 'docs/doctor.md'), 'utf8');
  for (const word of [
    'redirect-uri',
    'error',
    'url',
    'token',
    'collection',
    '--audience',
    '--registered',
    '--application-type',
    '--probe',
    '--target live',
    '--provider',
    '--fix',
    '--json',
  ]) {
    expect(page).toContain(word);
  }
});
