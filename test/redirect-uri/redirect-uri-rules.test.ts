import { describe, expect, test } from 'vitest';
import { brokenRedirectUriRules, type RegistrationRules } from '../../src/redirect-uri/redirect-uri-rules.ts';

const broken = (uri: string, rules: RegistrationRules = {}) =>
  brokenRedirectUriRules(uri, rules).map(({ kind, seen }) => `${kind}: ${seen}`);

describe('a rule that is broken is named with the part that shows it', () => {
  test.each([
    ['', ['empty: ']],
    ['{{redirect_uri}}', ['placeholder: {{redirect_uri}}']],
    ['https://{{host}}/cb', ['placeholder: {{host}}']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that was not filled in
    ['https://${HOST}/cb', ['placeholder: ${HOST}']],
    ['https://a.example/<your path>', ['placeholder: <your path>']],
    ['undefined', ['placeholder: undefined']],
    ['null', ['placeholder: null']],
    ['None', ['placeholder: None']],
    ['nil', ['placeholder: nil']],
    ['nullable', ['relative: nullable']],
    ['/cb', ['relative: /cb']],
    ['//a.example/cb', ['relative: //a.example/cb']],
    ['https:', ['not a uri: https:']],
    ['https:///cb', ['not a uri: https:///cb']],
    ['HTTP:/cb', ['not a uri: HTTP:/cb']],
    ['myapp:/cb', ['not a uri: myapp:/cb']],
    ['com.:/cb', ['not a uri: com.:/cb']],
    ['com.example.:/cb', ['not a uri: com.example.:/cb']],
    ['com.example.app://h:x1/cb', ['not a uri: com.example.app://h:x1/cb']],
    ['com.example.app://h:1x/cb', ['not a uri: com.example.app://h:1x/cb']],
    ['https://a.example:x/cb', ['not a uri: https://a.example:x/cb']],
    ['https://a.example:123456/cb', ['not a uri: https://a.example:123456/cb']],
    ['com.example.app://h:x/cb', ['not a uri: com.example.app://h:x/cb']],
    ['https://a.example:65536/', ['not a uri: https://a.example:65536/']],
    ['https://*.a.example/cb', ['wildcard: *']],
    ['https://a.example/*', ['wildcard: *']],
    ['https://a.example/a"b', ['unencoded character: "']],
    ['https://a.example/a\\b', ['unencoded character: \\']],
    ['https://a.example/a^b', ['unencoded character: ^']],
    ['https://a.example/a`b', ['unencoded character: `']],
    ['https://a.example/a{b', ['unencoded character: {']],
    ['https://a.example/a|b', ['unencoded character: |']],
    ['https://a.example/a>b', ['unencoded character: >']],
    ['https://a.example/%2', ['unencoded character: %']],
    ['https://a.example/%zz', ['unencoded character: %']],
    ['https://a.example/cb?ü', ['unencoded character: ü']],
    ['http://a.example/cb', ['plain http: a.example']],
    ['HTTP://A.example/cb', ['plain http: A.example']],
    ['http://10.0.0.1/cb', ['plain http: 10.0.0.1']],
    ['http://evillocalhost/cb', ['plain http: evillocalhost']],
    ['https://me@a.example/cb', ['user info: @']],
    ['https://a.example/cb#top', ['fragment: #top']],
    ['https://a.example/cb#', ['fragment: #']],
    ['http://me@a.example/*#x', ['wildcard: *', 'plain http: a.example', 'user info: @', 'fragment: #x']],
  ])('%s: %j', (uri, expected) => {
    expect(broken(uri)).toEqual(expected);
  });
});

describe('what breaks none may be registered', () => {
  test.each([
    'https://a.example',
    'https://a.example:65535/cb',
    'https://a.example/undefined',
    'https://a.example:1/%2f%2F?x=1',
    'http://LOCALHOST:3000/cb',
    'http://localhost./cb',
    'http://app.localhost/cb',
    'http://[::1]:3000/cb',
    'com.example.app:/cb',
    'com.example-2.app+x://callback',
    'COM.EXAMPLE.APP:/cb',
    'myapp://callback',
    'https://ü.example/cb',
  ])('%s', (uri) => {
    expect(broken(uri)).toEqual([]);
  });
});

describe('a native client is registered with a loopback address', () => {
  test.each(['http://127.0.0.1:1/cb', 'https://127.0.0.1/cb', 'HTTP://[::1]/cb'])('%s is one', (uri) => {
    expect(broken(uri, { nativeLoopback: true })).toEqual([]);
  });

  test.each([
    ['http://localhost/cb', 'localhost'],
    ['http://127.0.0.2/cb', '127.0.0.2'],
    ['https://127.0.0.1.a.example/cb', '127.0.0.1.a.example'],
    ['https://x127.0.0.1/cb', 'x127.0.0.1'],
    ['https://127x0x0x1/cb', '127x0x0x1'],
    ['com.example.app://127.0.0.1/cb', '127.0.0.1'],
    ['httpx://127.0.0.1/cb', '127.0.0.1'],
    ['xhttp://127.0.0.1/cb', '127.0.0.1'],
    ['com.example.app:/cb', 'com.example.app:/cb'],
  ])('%s is none', (uri, seen) => {
    expect(broken(uri, { nativeLoopback: true })).toContain(`not loopback: ${seen}`);
  });
});
