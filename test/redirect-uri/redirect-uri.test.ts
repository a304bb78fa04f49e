import { describe, expect, test } from 'vitest';
import { pastedUri } from '../../src/redirect-uri/pasted-uri.ts';
import { redirectUriDifferences } from '../../src/redirect-uri/redirect-uri.ts';
import { brokenRedirectUriRules } from '../../src/redirect-uri/redirect-uri-rules.ts';

const kinds = (requested: string, registered: string) =>
  redirectUriDifferences(requested, registered).map(({ kind }) => kind);

describe('two redirect URIs are compared as text, and each difference has a name', () => {
  test.each([
    ['http://localhost:3000/cb', 'https://localhost:3000/cb', ['scheme']],
    ['HTTPS://a.example/cb', 'https://a.example/cb', ['scheme case']],
    ['http://localhost:3000/cb', 'http://127.0.0.1:3000/cb', ['loopback name']],
    ['http://[::1]:3000/cb', 'http://127.0.0.1:3000/cb', ['loopback name']],
    ['https://www.a.example/cb', 'https://a.example/cb', ['www']],
    ['https://A.example/cb', 'https://a.example/cb', ['host case']],
    ['https://münchen.example/cb', 'https://xn--mnchen-3ya.example/cb', ['international host']],
    ['https://a.example./cb', 'https://a.example/cb', ['trailing dot']],
    ['https://WWW.a.example./cb', 'https://a.example/cb', ['trailing dot', 'www']],
    ['https://a.example/cb', 'https://b.example/cb', ['host']],
    ['https://a.example:443/cb', 'https://a.example/cb', ['default port']],
    ['http://a.example/cb', 'http://a.example:80/cb', ['default port']],
    ['http://localhost:3000/cb', 'http://localhost:3001/cb', ['port']],
    ['https://a.example/cb/', 'https://a.example/cb', ['trailing slash']],
    ['https://a.example', 'https://a.example/', ['trailing slash']],
    ['https://a.example/CB', 'https://a.example/cb', ['path case']],
    ['https://a.example/x/../cb', 'https://a.example/cb', ['dot segments']],
    ['https://a.example/%63b', 'https://a.example/cb', ['path encoding']],
    ['https://a.example/a%2fb', 'https://a.example/a%2Fb', ['path encoding']],
    ['https://a.example/cb', 'https://a.example/callback', ['path']],
    ['https://a.example/cb?x=1', 'https://a.example/cb', ['query']],
    ['https://a.example/cb#x', 'https://a.example/cb', ['fragment']],
    ['https://me@a.example/cb', 'https://a.example/cb', ['user info']],
    ['localhost:3000/cb', 'http://localhost:3000/cb', ['missing scheme']],
    ['//a.example/cb', 'https://a.example/cb', ['missing scheme']],
    ['http://localhost:3000/cb/', 'http://127.0.0.1:3000/cb', ['loopback name', 'trailing slash']],
    ['//a.example:1/cb', '//a.example/cb', ['port']],
    ['https://a.example/cb', 'https://a.example/cb', []],
    ['http://LOCALHOST./cb', 'http://[::1]/cb', ['loopback name']],
    ['http://localhost/cb', 'http://a.example/cb', ['host']],
    ['HTTPS://a.example:443/cb', 'HTTPS://a.example/cb', ['default port']],
    ['ftp://a.example:80/cb', 'ftp://a.example/cb', ['port']],
    ['https://a.example:80/cb', 'https://a.example/cb', ['port']],
    ['https://a.example:/cb', 'https://a.example/cb', ['default port']],
    ['http://a.example:443/cb', 'https://a.example/cb', ['scheme', 'default port']],
    ['https://a.example/cb?', 'https://a.example/cb', ['query']],
    ['https://a.example/cb#', 'https://a.example/cb', ['fragment']],
    ['https://a.example/cb?a#b', 'https://a.example/cb?c#d', ['query', 'fragment']],
  ])('%s and %s: %j', (requested, registered, expected) => {
    expect(kinds(requested, registered)).toEqual(expected);
    expect(kinds(registered, requested)).toEqual(expected);
  });

  test('each difference says what was sent and what is registered', () => {
    expect(redirectUriDifferences('https://a.example:1/cb', 'https://a.example/x')).toEqual([
      { component: 'port', kind: 'port', requested: '1', registered: undefined },
      { component: 'path', kind: 'path', requested: '/cb', registered: '/x' },
    ]);
    expect(redirectUriDifferences('a.example/cb', 'https://a.example/cb')).toEqual([
      { component: 'scheme', kind: 'missing scheme', requested: undefined, registered: 'https' },
    ]);
  });
});

describe('what copying and pasting leaves is found, and undone', () => {
  const meant = 'https://a.example/cb';
  test.each([
    [`${meant}\n`, ['line end'], meant],
    ['https://a.example\r\n   /cb', ['line end'], meant],
    [` ${meant}\t`, ['white space'], meant],
    ['https://a.exa\u200Bmple/cb', ['invisible character'], meant],
    [`\uFEFF${meant}`, ['invisible character'], meant],
    [`“${meant}”`, ['smart character', 'quotes'], meant],
    ['https：//a.example／cb', ['smart character'], meant],
    ['https:&#x2F;&#47;a.example/cb', ['html entity'], meant],
    ['https://a.example/cb?a=1&amp;b=2', ['html entity'], `${meant}?a=1&b=2`],
    [`'${meant}',`, ['quotes'], meant],
    [`<${meant}>`, ['quotes'], meant],
    ['https%3A%2F%2Fa.example%2Fcb', ['percent-encoded value'], meant],
    ['https%253A%252F%252Fa.example%252Fcb', ['double-encoded value'], meant],
    ['https://a.example/c%2562', ['double-encoded value'], 'https://a.example/c%62'],
    [meant, [], meant],
  ])('%j: %j', (pasted, traps, value) => {
    const found = pastedUri(pasted);
    expect(found.traps.map(({ kind }) => kind)).toEqual(traps);
    expect(found.values).toEqual([value]);
  });

  test.each([',', ', ', ';', ' ', '\n'])('a list joined by %j is taken apart', (separator) => {
    const found = pastedUri(`${meant}${separator}http://localhost:3000/cb`);
    expect(found.values).toEqual([meant, 'http://localhost:3000/cb']);
    expect(found.traps.map(({ kind }) => kind)).toContain('joined list');
  });

  test('a long run of any of them takes no time', () => {
    for (const piece of [' ', '\n', ',', '"', '%25', '&amp;', '\u200b', 'a:', '{{', '<']) {
      pastedUri(piece.repeat(20_000));
      brokenRedirectUriRules(piece.repeat(20_000));
    }
  });
});

describe('rules for registering', () => {
  test.each([
    ['', ['empty']],
    ['{{redirect_uri}}', ['placeholder']],
    ['undefined', ['placeholder']],
    ['/callback', ['relative']],
    ['localhost:3000/callback', ['relative']],
    ['https://', ['not a uri']],
    ['https://a.example:99999999/cb', ['not a uri']],
    ['https://*.a.example/cb', ['wildcard']],
    ['https://a.example/cb#x', ['fragment']],
    ['https://me:pw@a.example/cb', ['user info']],
    ['https://a.example/cb?x=1', []],
    ['http://a.example/cb', ['plain http']],
    ['https://a.example/c b', ['unencoded character']],
    ['https://a.example/ü', ['unencoded character']],
    ['https://a.example/100%', ['unencoded character']],
    ['https://münchen.example/cb', []],
    ['http://localhost:3000/cb', []],
    ['https://127.0.0.1/cb', []],
    ['com.example.app:/callback', []],
  ])('%s: %j', (uri, broken) => {
    expect(brokenRedirectUriRules(uri).map(({ kind }) => kind)).toEqual(broken);
  });

  test('native clients have loopback addresses, not names', () => {
    const native = (uri: string) => brokenRedirectUriRules(uri, { nativeLoopback: true }).length;
    expect([native('http://127.0.0.1:1/cb'), native('http://[::1]/cb')]).toEqual([0, 0]);
    expect([native('http://localhost/cb'), native('https://a.example/cb')]).toEqual([1, 1]);
  });
});
