import fc from 'fast-check';
import { expect, test } from 'vitest';
import { urlFiles } from '../../src/flows/script-files.ts';
import { partsOf } from './parts.ts';
import { PATIENCE, runs } from './runs.ts';

const call = partsOf(urlFiles, { redirect_uri: 'http://localhost:3000/callback?keep=1' });
const resolveAddress = (base: string, reference: string) => call('resolveAddress', base, reference) as string;
const parseAddress = (text: string) =>
  call('parseAddress', text) as { origin: string; scheme: string; hasUserInfo: boolean } | null;

const base = fc.constantFrom(
  'https://www.linkedin.com/oauth/v2/authorization?a=1&b=/x/../y',
  'http://127.0.0.1:9480/uas/login?session_redirect=%2Foauth%2F..%2F#f',
  'https://login.example.org',
  'https://login.example.org/',
  'https://login.example.org/a/b/c',
  'http://[::1]:8080/a//b/',
);
const piece = fc.constantFrom(
  ...[
    '/',
    '//',
    '.',
    '..',
    '/../',
    '/./',
    '?',
    '#',
    '&',
    '=',
    '%2F',
    '%2e',
    '%',
    'a',
    'b.c',
    ':',
    '@',
    '\\',
    ' ',
  ],
  ...[
    '\t',
    '\n',
    ';',
    'https:',
    'http:',
    'javascript:',
    'data:',
    'evil.example',
    'login.example.org',
    ':443',
    ':80',
  ],
  ...['é', '~', '+', '[', ']', '|', 'WWW.LinkedIn.com', 'https://', '://'],
);
const reference = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

/** What a browser goes to; undefined where it goes nowhere. */
function browserGoesTo(address: string, from?: string): URL | undefined {
  return URL.canParse(address, from) ? new URL(address, from) : undefined;
}

/**
 * A path of the URL standard never has a segment "." or "..", however written: the parser takes them out. Where Node
 * leaves one standing (Node 20 does behind a segment such as ".a" or ".http:"), Node is wrong, and shows nothing.
 */
function hasDotSegment(path: string): boolean {
  return path.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
}

test('a password that is meant for the page’s own site goes to that site', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(base, reference, (page, action) => {
      const resolved = resolveAddress(page, action);
      const parsed = parseAddress(resolved);
      const from = parseAddress(page);
      if (parsed === null || parsed.hasUserInfo || parsed.origin !== from?.origin) return;
      // The address is what is sent; it must lead where its check said.
      expect(browserGoesTo(resolved)?.origin).toBe(new URL(page).origin);
    }),
    { numRuns: runs(3000) },
  );
});

test('references resolve as in a browser', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(base, reference, (page, action) => {
      const wanted = browserGoesTo(action, page);
      if (wanted === undefined || !/^https?:$/.test(wanted.protocol)) return;
      if (hasDotSegment(wanted.pathname)) return;
      const resolved = resolveAddress(page, action);
      expect(browserGoesTo(resolved)?.href, resolved).toBe(wanted.href);
    }),
    { numRuns: runs(3000) },
  );
});

test('only addresses that a browser takes for the redirect_uri are taken for it', {
  timeout: PATIENCE,
}, () => {
  const near = fc
    .array(
      fc.oneof(piece, fc.constantFrom('http://localhost:3000/callback', 'localhost', ':3000', '/callback')),
      {
        maxLength: 5,
      },
    )
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(near, (address) => {
      if (call('isRedirectUri', address) !== true) return;
      const there = browserGoesTo(address);
      expect(`${there?.origin}${there?.pathname}`).toBe('http://localhost:3000/callback');
    }),
    { numRuns: runs(3000) },
  );
});

test('forms are decoded as in a browser, or left as they are', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 5 }), (pairs) => {
      const text = new URLSearchParams(pairs).toString();
      expect(JSON.stringify(call('decodeForm', text))).toBe(JSON.stringify([...new URLSearchParams(text)]));
    }),
    { numRuns: runs(1000) },
  );
});

// Found by the properties above.
test.each([
  ['http://[::1]:8080/a//b/', 'http:', 'http://[::1]:8080/a//b/'],
  ['https://h.example/a/b', 'https:c', 'https://h.example/a/c'],
  ['https://h.example/a/b', 'http:/c', 'http://c'],
  ['https://h.example/a/b', '///evil.example/x', 'https://evil.example/x'],
  ['https://h.example/a/b', '%2e/%2E%2e/c', 'https://h.example/c'],
  ['https://h.example/a/b', 'c/.http:/./d', 'https://h.example/a/c/.http:/d'],
  ['https://h.example/a/b', 'c/.http:/../', 'https://h.example/a/c/'],
])('from %s, %j leads to %s', (page, action, wanted) => {
  expect(resolveAddress(page, action)).toBe(wanted);
});
