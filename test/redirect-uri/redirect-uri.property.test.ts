import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendedRedirectUri } from '../../src/redirect-uri/corrected-redirect-uri.ts';
import { pastedUri } from '../../src/redirect-uri/pasted-uri.ts';
import { redirectUriDifferences } from '../../src/redirect-uri/redirect-uri.ts';
import { brokenRedirectUriRules } from '../../src/redirect-uri/redirect-uri-rules.ts';
import { uriComponents, uriParts } from '../../src/redirect-uri/uri-parts.ts';

const kinds = (requested: string, registered: string) =>
  redirectUriDifferences(requested, registered).map(({ kind }) => kind);

/** Values that any server would take, in parts. */
const parts = fc.record({
  scheme: fc.constantFrom('https', 'http', 'com.example.app'),
  host: fc.constantFrom('a.example', 'sub.b.example', 'localhost', '127.0.0.1', '[::1]', '10.0.0.1'),
  port: fc.constantFrom('', ':3000', ':8443'),
  path: fc
    .array(fc.constantFrom('a', 'callback', 'x-y', 'Z', '%20', '~u'), { maxLength: 4 })
    .map((list) => list.map((segment) => `/${segment}`).join('')),
  query: fc.constantFrom('', '?a=b', '?x'),
  fragment: fc.constantFrom('', '#', '#top'),
});
type Parts = typeof parts extends fc.Arbitrary<infer Value> ? Value : never;
const join = ({ scheme, host, port, path, query, fragment }: Parts, user = '') =>
  `${scheme}://${user}${host}${port}${path}${query}${fragment}`;

describe('for any value', () => {
  test('it equals itself, whatever it is', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      parts.map((some) => join(some)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(kinds(text, text)).toEqual([]);
      }),
    );
  });

  test('another value in one component is named as that component, and nothing else is', () => {
    const others = {
      scheme: 'ftp',
      host: 'other.test',
      port: ':9',
      path: '/quite/another',
      query: '?other=1',
      fragment: '#other',
    } as const;
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom(...(Object.keys(others) as (keyof typeof others)[])),
        (some, name) => {
          const changed = { ...some, [name]: others[name] };
          const found = redirectUriDifferences(join(changed), join(some));
          expect(found.map(({ component }) => component)).toEqual([name]);
        },
      ),
    );
    fc.assert(
      fc.property(parts, (some) => {
        const found = redirectUriDifferences(join(some, 'me:pw@'), join(some));
        expect(found.map(({ component }) => component)).toEqual(['user info']);
      }),
    );
  });

  test('its parts lie in it, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          parts.map((some) => join(some)),
        ),
        (text) => {
          const found = uriParts(text);
          let position = 0;
          for (const component of uriComponents) {
            const part = found[component];
            if (part === undefined) continue;
            expect(text.slice(part.start, part.end)).toBe(part.text);
            expect(part.start).toBeGreaterThanOrEqual(position);
            position = part.end;
          }
        },
      ),
    );
  });

  test('nothing crashes, and a mended value is not mended again', () => {
    const pieces = fc.constantFrom(
      'http',
      '://',
      '%3A',
      '%25',
      '[',
      ']',
      '@',
      '#',
      '?',
      '"',
      ' ',
      '\n',
      '\u200b',
      'a.example',
      '/',
      '&amp;',
      ',',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        redirectUriDifferences(one, other);
        brokenRedirectUriRules(one, { nativeLoopback: true });
        mendedRedirectUri(one);
        expect(pastedUri(one).values.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(parts, (some) => {
        const mended = mendedRedirectUri(join(some));
        expect(mendedRedirectUri(mended)).toBe(mended);
      }),
    );
  });
});
