// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { loadProfile } from '../../src/providers/load.ts';
import { testIo } from '../support/io.ts';

const ISSUER = 'https://login.example.com/tenant';
const APPENDED = `${ISSUER}/.well-known/openid-configuration`;
const RFC_8414 = 'https://login.example.com/.well-known/oauth-authorization-server/tenant';
const INSERTED = 'https://login.example.com/.well-known/openid-configuration/tenant';

const metadata = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
};

/** An internet of a few addresses; everything else is 404. */
function internet(pages: Record<string, () => Response>) {
  const asked: string[] = [];
  const fetch = async (input: string | URL | Request) => {
    asked.push(String(input));
    return (
      pages[String(input)]?.() ?? new Response('', { status: 404, headers: { 'content-type': 'text/html' } })
    );
  };
  return { asked, io: testIo({ fetch }) };
}

async function refusal(provider: string, pages: Record<string, () => Response>): Promise<string> {
  return loadProfile(provider, internet(pages).io).then(
    () => 'no refusal',
    (failure) => `${failure.code}: ${failure.message}`,
  );
}

describe('the document is looked for at each place where one may be', () => {
  test.each([APPENDED, RFC_8414, INSERTED])('%s', async (address) => {
    const { io } = internet({ [address]: () => Response.json(metadata) });
    expect((await loadProfile(ISSUER, io)).metadata.token_endpoint).toBe(metadata.token_endpoint);
  });

  test('in that order, and only until one is found', async () => {
    const { io, asked } = internet({ [RFC_8414]: () => Response.json(metadata) });
    await loadProfile(ISSUER, io);
    expect(asked).toEqual([APPENDED, RFC_8414]);
  });

  test('the address of the document itself will do', async () => {
    for (const address of [APPENDED, RFC_8414, INSERTED]) {
      const { io } = internet({ [APPENDED]: () => Response.json(metadata) });
      expect((await loadProfile(address, io)).metadata.issuer).toBe(ISSUER);
    }
  });

  test('an issuer without a path has two places', async () => {
    expect(await refusal('https://login.example.com', {})).toBe(
      [
        'DISCOVERY_FAILED: No discovery document found for https://login.example.com. Tried:',
        '  https://login.example.com/.well-known/openid-configuration: 404 text/html',
        '  https://login.example.com/.well-known/oauth-authorization-server: 404 text/html',
      ].join('\n'),
    );
  });

  test('a slash at the end of the issuer makes no difference', async () => {
    const { io } = internet({ [APPENDED]: () => Response.json({ ...metadata, issuer: `${ISSUER}/` }) });
    expect((await loadProfile(ISSUER, io)).metadata.issuer).toBe(`${ISSUER}/`);
  });

  test('a redirect to another https address is followed', async () => {
    const { io } = internet({
      [APPENDED]: () => Response.redirect('https://cdn.example.com/document.json', 302),
      'https://cdn.example.com/document.json': () => Response.json(metadata),
    });
    expect((await loadProfile(ISSUER, io)).metadata.issuer).toBe(ISSUER);
  });

  test('http is allowed on this machine', async () => {
    const issuer = 'http://127.0.0.1:8080';
    const document = { ...metadata, issuer, token_endpoint: `${issuer}/token` };
    const { io } = internet({
      [`${issuer}/.well-known/openid-configuration`]: () => Response.json(document),
    });
    expect((await loadProfile(issuer, io)).id).toBe('127-0-0-1-8080');
  });
});

describe('an answer that is no discovery document is named', () => {
  test('HTML', async () => {
    const html = () =>
      new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(await refusal(ISSUER, { [APPENDED]: html })).toContain(
      `${APPENDED}: 200 text/html, not a discovery document\n`,
    );
  });

  test('10 megabytes, of which no more than one is read', async () => {
    let sent = 0;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += 65_536;
            if (sent > 10_000_000) controller.close();
            else controller.enqueue(new Uint8Array(65_536).fill(32));
          },
        }),
        { headers: { 'content-type': 'application/json' } },
      );
    expect(await refusal(ISSUER, { [APPENDED]: endless })).toContain(
      '200 application/json, larger than 1048576 bytes',
    );
    expect(sent).toBeLessThan(2_000_000);
  });

  test('a redirect loop', async () => {
    expect(await refusal(ISSUER, { [APPENDED]: () => Response.redirect(APPENDED, 302) })).toContain(
      'more than 5 redirects',
    );
  });

  test.each([
    'http://login.example.com/d',
    'http://localhost/d',
    'https://localhost/d',
    'file:///etc/passwd',
  ])('a redirect to %s', async (location) => {
    const redirect = () => new Response('', { status: 302, headers: { location } });
    expect(await refusal(ISSUER, { [APPENDED]: redirect })).toContain(
      `302, a redirect to ${location}, which is not safe to follow`,
    );
  });

  test('nothing at all, with the reason that fetch hides in its cause', async () => {
    const unreachable = () => {
      throw new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND login.example.com') });
    };
    expect(await refusal(ISSUER, { [APPENDED]: unreachable })).toContain(
      'getaddrinfo ENOTFOUND login.example.com',
    );
  });

  test.each(['null', '[]', '"text"', '{"issuer": 7}', '{'])('%s', async (text) => {
    expect(await refusal(ISSUER, { [APPENDED]: () => new Response(text) })).toContain(
      'not a discovery document',
    );
  });
});

describe('a document is not trusted further than its issuer reaches', () => {
  test('one that speaks for another issuer is refused (RFC 8414 section 3.3)', async () => {
    const foreign = () => Response.json({ ...metadata, issuer: 'https://evil.example' });
    expect(await refusal(ISSUER, { [APPENDED]: foreign })).toBe(
      `DISCOVERY_MISMATCH: The discovery document of ${ISSUER} says that its issuer is https://evil.example.`,
    );
  });

  test('the right document at a later place wins over a foreign one at an earlier place', async () => {
    const { io } = internet({
      [APPENDED]: () => Response.json({ ...metadata, issuer: 'https://login.example.com' }),
      [RFC_8414]: () => Response.json(metadata),
    });
    expect((await loadProfile(ISSUER, io)).metadata.issuer).toBe(ISSUER);
  });

  test('endpoints over plain http are refused by name', async () => {
    const insecure = () => Response.json({ ...metadata, token_endpoint: 'http://login.example.com/token' });
    expect(await refusal(ISSUER, { [APPENDED]: insecure })).toBe(
      `FILE_INVALID: ${APPENDED} does not have the expected shape:\n  token_endpoint must be an absolute https address (http is allowed for this machine only), not "http://login.example.com/token"`,
    );
  });

  test('it cannot say where passwords may go: a section "legwork" from the network is ignored', async () => {
    const legwork = { sign_in: { password_origins: ['https://evil.example'] } };
    const { io } = internet({ [APPENDED]: () => Response.json({ ...metadata, legwork }) });
    expect((await loadProfile(ISSUER, io)).signIn.passwordOrigins).toBeUndefined();
  });
});

describe('an address that cannot be an issuer is refused before anything is sent', () => {
  test.each([
    ['http://login.example.com', 'only https is safe on the way to another machine'],
    ['https://login.example.com/?a=b', 'it has a query or a fragment'],
    ['https://login.example.com/#top', 'it has a query or a fragment'],
    ['https://ada:secret@login.example.com', 'it contains a user name or password'],
    ['https://', 'it is not a valid address'],
  ])('%s', async (issuer, reason) => {
    expect(await refusal(issuer, {})).toContain(
      `ISSUER_REFUSED: The issuer ${issuer} cannot be used: ${reason}.`,
    );
  });
});
