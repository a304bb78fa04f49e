import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { type ForeignServer, foreignClient, startOidcProvider } from '../foreign/oidc-provider.ts';
import { startEmulator } from '../support/emulator.ts';
import { testIo } from '../support/io.ts';

async function probe(...argv: string[]) {
  const requests: string[] = [];
  const io = testIo({
    fetch: async (input, init) => {
      requests.push(`${init?.method ?? 'GET'} ${input}`);
      return fetch(input, init);
    },
  });
  const code = await main(['doctor', 'redirect-uri', '--probe', '--json', ...argv], io, '0');
  return {
    code,
    said: io.said(),
    diagnosis: io.written() === '' ? undefined : JSON.parse(io.written()),
    requests,
  };
}

const codesOf = (diagnosis: { problems: { code: string }[] }) => diagnosis.problems.map(({ code }) => code);

describe('the emulator is asked, in this process', () => {
  test('and takes another spelling of the requested value', async () => {
    const { code, diagnosis, said, requests } = await probe('--requested', 'http://127.0.0.1:3000/callback/');
    expect(code).toBe(4);
    expect(codesOf(diagnosis)).toEqual(['another-variant-registered', 'loopback-name', 'trailing-slash']);
    expect(diagnosis.exact[0].text).toBe('http://localhost:3000/callback');
    expect(said).toContain('10 authorization requests go to http://127.0.0.1:');
    expect(said.match(/^ {2}GET redirect_uri=/gm)).toHaveLength(10);
    expect(requests.length).toBeLessThanOrEqual(40);
    expect(requests.filter((line) => !line.startsWith('GET http://127.0.0.1:'))).toEqual([]);
    expect(
      requests.filter((line) => line.includes(':3000/callback') && !line.includes('redirect_uri=')),
    ).toEqual([]);
  });

  test('and takes the requested value', async () => {
    const { code, diagnosis } = await probe('--requested', 'http://localhost:3000/callback');
    expect([code, diagnosis.summary]).toEqual([
      0,
      'The emulated LinkedIn accepts the requested redirect_uri.',
    ]);
  });

  test('and has something else registered altogether', async () => {
    const emulator = await startEmulator();
    const clientId = emulator.settings('other-redirect-uri').client_id ?? '';
    await emulator.close();
    const { code, diagnosis } = await probe(
      '--requested',
      'http://localhost:3000/callback',
      '--client-id',
      clientId,
    );
    expect([code, codesOf(diagnosis)]).toEqual([4, ['no-variant-registered']]);
    const known = await probe(
      '--requested',
      'http://localhost:3000/callback',
      '--registered',
      'https://app.example.com/auth/linkedin/callback',
      '--client-id',
      clientId,
    );
    expect(codesOf(known.diagnosis)).toEqual(['another-variant-registered', 'host-differs']);
  });

  test('and is not asked about an application that it does not have', async () => {
    const { code, requests } = await probe(
      '--requested',
      'http://localhost:3000/callback',
      '--client-id',
      'nonsense',
    );
    expect([code, requests]).toEqual([2, []]);
  });

  test('and is not asked about a code that came back', async () => {
    const callback = 'http://localhost:3000/callback?code=SECRETCODE&state=SECRETSTATE';
    const { code, requests, said } = await probe('--requested', callback);
    expect(code).toBe(0);
    expect(`${requests.join('\n')}${said}`).not.toContain('SECRET');
  });
});

describe('a certified server on loopback is asked when it is named', () => {
  let server: ForeignServer;
  beforeAll(async () => {
    server = await startOidcProvider();
  });
  afterAll(() => server.close());
  const ask = (requested: string, clientId = foreignClient.client_id) =>
    probe('--provider', server.issuer, '--client-id', clientId, '--requested', requested);

  test.each([
    [foreignClient.redirect_uri.replace('localhost', '127.0.0.1'), 'loopback-name'],
    [foreignClient.redirect_uri.replace('callback?', 'callback/?'), 'trailing-slash'],
    [foreignClient.redirect_uri.replace('http:', 'https:'), 'scheme-differs'],
    [` ${foreignClient.redirect_uri}`, undefined],
  ])('%s: the variant that is registered is named', async (requested, difference) => {
    const { code, diagnosis } = await ask(requested);
    expect(code).toBe(4);
    expect(codesOf(diagnosis)).toContain('another-variant-registered');
    if (difference !== undefined) expect(codesOf(diagnosis)).toContain(difference);
    expect(diagnosis.exact[0].text).toBe(foreignClient.redirect_uri);
  });

  test('the registered value is accepted', async () => {
    const { code, diagnosis } = await ask(foreignClient.redirect_uri);
    expect([code, codesOf(diagnosis)]).toEqual([0, []]);
  });

  test('an unknown client is told from an unknown redirect_uri', async () => {
    const { diagnosis } = await ask(foreignClient.redirect_uri, 'nobody');
    expect(codesOf(diagnosis)).toEqual(['client-refused']);
  });
});

describe('nothing is sent', () => {
  test('to another computer without --target live', async () => {
    const metadata = {
      issuer: 'https://login.example',
      authorization_endpoint: 'https://login.example/a',
      token_endpoint: 'https://login.example/t',
      jwks_uri: 'https://login.example/j',
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
    const io = testIo({
      fetch: async (input) => {
        expect(String(input)).toContain('/.well-known/');
        return Response.json(metadata);
      },
    });
    expect(
      await main(
        [
          'doctor',
          'redirect-uri',
          '--probe',
          '--requested',
          'https://a.example/cb',
          '--provider',
          'https://login.example',
          '--client-id',
          'x',
        ],
        io,
        '0',
      ),
    ).toBe(1);
    expect(io.said()).toContain(
      '--probe would send requests to login.example. Add "--target live" if that is meant.',
    );
  });
});
