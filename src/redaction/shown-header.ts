import { isTokenLike } from './credential.ts';
import { cookieAttribute, harmlessShape } from './harmless.ts';
import type { Redacted } from './redacted.ts';
import type { Redactor } from './redactor.ts';
import { isSettled, type Partner, shownName, shownUrl, shownValue } from './shown-url.ts';

/** The value of a header as it may be shown. */
export function shownHeader(name: string, value: string, partner: Partner, redactor: Redactor): Redacted {
  if (isSettled(redactor.text(value), value)) return redactor.text(value);
  switch (name.toLowerCase()) {
    case 'cookie':
      return redactor.text(shownCookies(value, redactor));
    case 'set-cookie':
      return redactor.text(shownSetCookie(value, redactor));
    case 'authorization':
    case 'proxy-authorization':
    case 'authentication-info':
      return redactor.text(shownCredentials(name, value, redactor));
    case 'www-authenticate':
      return redactor.text(shownChallenge(value, redactor));
    case 'location':
      return shownUrl(value, 'authorization-server', redactor);
    case 'refresh':
      return redactor.text(shownRefresh(value, redactor));
    case 'link':
      return redactor.text(
        value.replace(/<([^<>]*)>/g, (_, url: string) => `<${shownUrl(url, partner, redactor)}>`),
      );
  }
  const masked = redactor.field(name, value);
  if (isSettled(masked, value)) return masked;
  const shape = harmlessShape('header', name);
  if (shape !== undefined) return shownValue(value, shape, redactor) ?? redactor.mask(name);
  return partner === 'api' && !isTokenLike(name, value) ? masked : redactor.mask(name);
}

function shownCookies(value: string, redactor: Redactor): string {
  return value
    .split(';')
    .map((pair) => shownCookie(pair.trim(), redactor))
    .join('; ');
}

/** A cookie's name, and whose value it has. */
function shownCookie(pair: string, redactor: Redactor): string {
  const equals = pair.indexOf('=');
  if (equals === -1) return pair === '' ? '' : redactor.mask('cookie');
  const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
  return `${shownName(name, redactor)}=${maskOf(`cookie ${name}`, value, redactor)}`;
}

function shownSetCookie(header: string, redactor: Redactor): string {
  const [cookie = '', ...attributes] = header.split(';').map((part) => part.trim());
  return [shownCookie(cookie, redactor), ...attributes.map((one) => shownAttribute(one, redactor))].join(
    '; ',
  );
}

function shownAttribute(attribute: string, redactor: Redactor): string {
  const [name = '', ...rest] = attribute.split('=');
  const value = rest.join('=');
  const shape = cookieAttribute(name);
  if (shape === undefined) return attribute === '' ? '' : redactor.mask('attribute');
  if (shape === 'flag') return name;
  return `${name}=${shownValue(value, shape, redactor) ?? redactor.mask(name)}`;
}

const SCHEMES = /^(Basic|Bearer|DPoP|Digest|Negotiate|NTLM|MAC)\s+/i;

function shownCredentials(name: string, value: string, redactor: Redactor): string {
  const scheme = SCHEMES.exec(value)?.[1];
  if (scheme === undefined) return redactor.mask(name);
  const label = scheme.toLowerCase() === 'basic' ? 'credentials' : scheme.toLowerCase();
  return `${scheme} ${maskOf(label, value.replace(SCHEMES, ''), redactor)}`;
}

/** The mask that a value has when it is known, and one with a name when it is not. */
function maskOf(label: string, value: string, redactor: Redactor): string {
  const bare = value.replace(/^"(.*)"$/, '$1');
  const masked = redactor.text(bare);
  return isSettled(masked, bare) ? masked : redactor.mask(label);
}

function shownChallenge(value: string, redactor: Redactor): string {
  return value.replace(
    /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))|([^\s,="]{1,2000})/g,
    (
      _,
      name: string | undefined,
      quoted: string | undefined,
      bare: string | undefined,
      word: string | undefined,
    ) => {
      if (name === undefined) return SCHEMES.test(`${word} `) ? (word ?? '') : redactor.mask('challenge');
      const given = quoted ?? bare ?? '';
      const shape = harmlessShape('challenge', name);
      return `${name}="${(shape && shownValue(given, shape, redactor)) ?? redactor.mask(name)}"`;
    },
  );
}

/** `5; url=https://…`, which browsers follow like a redirect. */
function shownRefresh(value: string, redactor: Redactor): string {
  const [, seconds = '', url] = /^\s*([\d.]{0,9})\s*[;,]?\s*(?:url\s*=\s*)?['"]?([^'"]*)/i.exec(value) ?? [];
  return url === undefined || url === ''
    ? seconds
    : `${seconds}; url=${shownUrl(url, 'authorization-server', redactor)}`;
}
