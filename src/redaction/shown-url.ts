import { isTokenLike, looksLikeCredential, looksRandom } from './credential.ts';
import { unescaped } from './escapes.ts';
import { harmlessShape, type Shape } from './harmless.ts';
import type { Redacted } from './redacted.ts';
import type { Redactor } from './redactor.ts';
import { harmlessValue } from './shapes.ts';

/** Who a message was exchanged with. */
export type Partner = 'authorization-server' | 'api';

/**
 * A URL as it may be shown: of an authorization server the parts that are known to be harmless, of an API all but
 * credentials. Session ids stand in the query, in the path, and behind a semicolon in it.
 */
export function shownUrl(url: string, partner: Partner, redactor: Redactor): Redacted {
  const [, authority = '', path = '', query = '', fragment = ''] =
    /^((?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/i.exec(url) ?? [];
  const parts = [
    authority.replace(/\/\/[^/@]*@/, () => `//${redactor.mask('credentials')}@`),
    partner === 'api' ? withoutMatrix(path, partner, redactor) : shownPath(path, redactor),
    query === '' ? '' : `?${shownPairs(query.slice(1), partner, redactor)}`,
    fragment === '' ? '' : `#${shownPairs(fragment.slice(1), partner, redactor)}`,
  ];
  return redactor.known(parts.join(''));
}

/** A path without session ids. */
export function shownPath(path: string, redactor: Redactor): Redacted {
  return withoutMatrix(path, 'authorization-server', redactor) as Redacted;
}

/** What a query or fragment carries, as it was written where it is shown. */
function shownPairs(query: string, partner: Partner, redactor: Redactor): string {
  return query
    .split('&')
    .map((pair) => shownPair(pair, partner, redactor))
    .join('&');
}

function shownPair(pair: string, partner: Partner, redactor: Redactor): string {
  const equals = pair.indexOf('=');
  if (equals === -1)
    return isWord(pair) ? pair : partner === 'api' ? redactor.text(pair) : redactor.mask('parameter');
  const [name, raw] = [pair.slice(0, equals), pair.slice(equals + 1)];
  const shown = shownParameter('query', decoded(name), decoded(raw), partner, redactor);
  const written = shown === decoded(raw) ? raw : shown.replace(/[%&#\s+]/g, encodeURIComponent);
  return `${shownName(name, redactor)}=${written}`;
}

/** The value of a parameter as it may be shown, decoded. */
export function shownParameter(
  place: 'query' | 'form',
  name: string,
  value: string,
  partner: Partner,
  redactor: Redactor,
): Redacted {
  const masked = redactor.field(name, value);
  if (isSettled(masked, value)) return masked;
  if (partner === 'api') return isTokenLike(name, value) ? redactor.mask(name) : masked;
  const shape = harmlessShape(place, name);
  return (shape && shownValue(value, shape, redactor)) ?? redactor.mask(name);
}

/**
 * A value that may be shown because of its name, if it looks as values of that name do.
 *
 * @returns undefined where it does not: then it is masked
 */
export function shownValue(value: string, shape: Shape, redactor: Redactor): Redacted | undefined {
  return harmlessValue(value, shape, redactor, {
    url: (url) => shownUrl(url, 'authorization-server', redactor),
    path: (path) => shownPath(path, redactor),
  });
}

/** Nothing is there to be masked any more, or nothing was: a variable without a value says what is missing. */
export function isSettled(masked: string, value: string): boolean {
  return value === '' || /^(?:‹[^›]*›)+$/.test(masked) || /^\{\{[\w.$-]+\}\}$/.test(value);
}

/** Names are chosen by servers, too, and some servers put a token there. */
export function shownName(name: string, redactor: Redactor): string {
  if (name.length > 200 || (looksLikeCredential(name) && !redactor.isPublic(name)))
    return redactor.mask('name');
  return redactor.text(name);
}

function withoutMatrix(path: string, partner: Partner, redactor: Redactor): string {
  return path
    .split('/')
    .map((segment) => {
      const [name = '', ...parameters] = segment.split(/;|%3B/i);
      const shown =
        partner === 'authorization-server' && isSessionId(name, redactor) ? redactor.mask('path') : name;
      return [shown, ...parameters.map((parameter) => shownMatrix(parameter, redactor))].join(';');
    })
    .join('/');
}

/** `;jsessionid=…`, as servlets write it into paths. */
function shownMatrix(parameter: string, redactor: Redactor): string {
  const [name = '', ...value] = parameter.split(/=|%3D/i);
  if (value.length > 0) return `${shownName(name, redactor)}=${redactor.mask(name)}`;
  return isWord(name) ? name : redactor.mask('path');
}

function isSessionId(segment: string, redactor: Redactor): boolean {
  const text = unescaped(segment);
  if (text.includes('{{') || redactor.isPublic(text)) return false;
  // (S(lit3py55t21z5v55vlm25s55)) is how ASP.NET does without cookies.
  const bare = text.replace(/^\(?[A-Z]\(|\)\)?$|^@/g, '');
  return looksLikeCredential(bare) || looksRandom(bare) || /^\d{9,}$/.test(bare);
}

function isWord(text: string): boolean {
  return /^[A-Za-z_.-]{0,24}$/.test(text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return unescaped(text);
  }
}
