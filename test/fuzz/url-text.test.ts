import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callbackUrl } from '../../src/oauth/callback-url.ts';
import { inSandbox } from '../support/sandbox.ts';
import { PATIENCE, runs } from './runs.ts';

const file = (name: string) => readFileSync(new URL(`../../scripts/${name}`, import.meta.url), 'utf8');
const READER = `${file('sign-in/url-host.js')}\n${file('sign-in/url-text.js')}`;
const WHOLE = `${READER}\nfunction answer(text) { const url = urls.read(text); return url === null ? null : url.href; }`;
const CALLBACK = `${READER}\nfunction answer(text) { const url = urls.read(text); return url === null ? null : url.origin + url.path; }`;

const scheme = fc.constantFrom(
  ...['http:', 'https:', 'HTTP:', 'HttpS:', 'ws:', 'com.example.app:', 'a+b-1:', '1a:', ''],
);
const slashes = fc.constantFrom('//', '//', '//', '/', '', '///', '\\\\', '/\\');
const asciiHost = fc.constantFrom(
  ...['localhost', 'LOCALHOST', '127.0.0.1', '127.1', '0x7f.1', '2130706433', '0177.0.0.1', '127.0.0.1.'],
  ...['127.0.0.256', '1.2.3.4.5', '1..2', '0x', '09', 'a.09', 'a.0x1', '4294967296', 'a..b', '.', '..', ''],
  ...['[::1]', '[::]', '[1:2:3:4:5:6:7:8]', '[1::8]', '[1:0:0:2:0:0:0:3]', '[::ffff:127.0.0.1]', '[1::2::3]'],
  ...['[1:2:3:4:5:6:7::]', '[::1.2.3]', '[12345::]', '[::1', '[0:0:1::]', '[1:2:3:4:5:6:1.2.3.4]', '[::g]'],
  ...[
    'app.example.org',
    'App.Example.ORG.',
    '%61pp.example',
    'a%2Fb',
    'a b',
    'a^b',
    'a<b',
    'a|b',
    'a%',
    'a%zz',
  ],
  ...[
    'user@host',
    'u:p@host',
    'u:p@x@host',
    '@host',
    ':@host',
    'a_b',
    "a'b",
    'a;b',
    'a&b',
    'a{b}',
    '*',
    '-a-',
  ],
);
const unicodeHost = fc.constantFrom(
  ...[
    'münchen.example',
    'MÜNCHEN.example',
    'mu\u0308nchen.example',
    'straße.de',
    'ＡＢＣ.example',
    'a。b．c｡d',
  ],
  ...['例え.テスト', 'пример.испытание', 'παράδειγμα.δοκιμή', 'ΣΊΣΥΦΟΣ.gr', '😀.example', 'a\u00adb.example'],
  ...['%C3%BC.example', '%FF.example', 'xn--mnchen-3ya.example', 'XN--MNCHEN-3YA.example', 'xn--a', 'xn--'],
  ...[
    'xn--a-.example',
    'İ.example',
    '①.example',
    '½.example',
    '℀.example',
    '\u0301a.example',
    '\ufffd.example',
  ],
  ...['a\u3000b', '\u2028', 'K.example', 'ſ.example', 'ǅ.example', '１２７.０.０.１', '\ud800.example'],
);
const port = fc.constantFrom(
  '',
  '',
  '',
  ':80',
  ':443',
  ':3000',
  ':',
  ':0080',
  ':65535',
  ':65536',
  ':x',
  ':8 0',
);
const piece = fc.constantFrom(
  ...[
    '/',
    '//',
    '/.',
    '/..',
    '/./',
    '/../',
    '.',
    '..',
    '%2e',
    '%2E%2e',
    '/%2e.',
    '\\',
    'callback',
    'Callback',
  ],
  ...[
    '%63allback',
    '%',
    '%2',
    '%zz',
    ' ',
    '\t',
    '\n',
    '"',
    '<',
    '>',
    '`',
    '{',
    '}',
    '|',
    '^',
    "'",
    ';',
    '=',
    '&',
  ],
  ...[
    'é',
    '例',
    '\ud83d\ude00',
    '\ud800',
    '\u007f',
    '\u0000',
    '\u001f',
    '~',
    '+',
    ':',
    '@',
    '[',
    ']',
    '!',
    '$',
  ],
  ...['?', '#', '?code=1', '#x'],
);
const path = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''));
const around = fc.constantFrom('', '', '', '', ' ', '\n', '\u0000', '\u001f');
const spelled = (host: fc.Arbitrary<string>) =>
  fc
    .tuple(around, scheme, slashes, host, port, path, around)
    .map((parts) => parts.join(''))
    .filter((text) => !isKnownDifference(text));

/** As Node has it; `URL.canParse` of Node 20 reads letters such as "ü" wrongly as soon as it has been called often. */
function nodeUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Where Node 20 differs from the standard of today, by rule; what it makes of all else must come out. */
function isKnownDifference(text: string): boolean {
  const url = nodeUrl(text);
  if (url === undefined) return false;
  const { pathname, protocol, hostname } = url;
  const isWeb = /^(https?|wss?|ftp):$/.test(protocol);
  // It leaves dot segments standing in some paths, such as that of "http://a/.http:/./".
  if (/\/(\.|%2e){1,2}(\/|$)/i.test(pathname) && !pathname.startsWith('/.//')) return true;
  // It takes "/." away altogether where the scheme is none of the web's.
  if (!isWeb && pathname === '' && /\.|%2e/i.test(text)) return true;
  // It takes a label such as "xn--a-", which encodes nothing.
  if (/(^|\.)xn--[^.]*-(\.|$)/.test(hostname)) return true;
  // Spaces at the end of a path that has no slash in front are kept or cut, by the year of the standard.
  return !isWeb && !pathname.startsWith('/') && / $/.test(pathname);
}

/** As Node has it, with the "^" of today's standard. */
function asBrowser(text: string): string | null {
  const url = nodeUrl(text);
  if (url === undefined) return null;
  if (!url.pathname.startsWith('/')) return url.href;
  const end = /[?#]/.exec(url.href)?.index ?? url.href.length;
  return url.href.slice(0, end).replaceAll('^', '%5E') + url.href.slice(end);
}

/** The sandbox has no tables of what Unicode TS 46 forbids: a host that Node refuses may be read, and leads nowhere. */
const isInternational = (own: string | null) => own !== null && /xn--/.test(own);

async function differences(texts: readonly string[]) {
  const own = await inSandbox<string, string | null>(WHOLE, texts);
  return texts.flatMap((text, at) => {
    const [mine = null, wanted] = [own[at], asBrowser(text)];
    return mine === wanted || (wanted === null && isInternational(mine)) ? [] : [{ text, mine, wanted }];
  });
}

test.each([
  ['ordinary', asciiHost, 4000],
  ['international', unicodeHost, 2000],
])(
  'URLs with %s hosts come out of the sandbox as they come out of Node',
  { timeout: PATIENCE },
  async (...the) => {
    const texts = fc.sample(spelled(the[1]), runs(the[2]));
    expect((await differences(texts)).slice(0, 5)).toEqual([]);
  },
);

test('a redirect_uri that legwork serializes is the URL that the sandbox makes of it', {
  timeout: PATIENCE,
}, async () => {
  const texts = fc.sample(fc.oneof(spelled(asciiHost), spelled(unicodeHost)), runs(1000));
  const known = texts.filter((text) => callbackUrl(text) !== undefined);
  const own = await inSandbox<string, string | null>(CALLBACK, known);
  const other = known.map((text, at) => ({ text, mine: own[at], wanted: callbackUrl(text) }));
  expect(known.length).toBeGreaterThan(100);
  expect(other.filter(({ mine, wanted }) => mine !== wanted).slice(0, 5)).toEqual([]);
});
