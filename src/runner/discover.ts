import { isTokenLike, isTokenName, looksRandom } from '../redaction/credential.ts';
import { unescaped } from '../redaction/escapes.ts';
import { harmlessShape } from '../redaction/harmless.ts';
import type { Exchange } from './events.ts';
import { formOf, partyOf, queryOf } from './exchange.ts';
import type { Secret } from './request.ts';
import { cookiesIn } from './set-cookies.ts';

/** Variables whose values are secret although nobody marked them, because a script made them. */
const PRIVATE_VARIABLE = /^(?:.*_)?(?:cookie|csrf|seed)$|^(?:oauth_|expected_)?(?:state|nonce|code)$/i;

const PRIVATE_MEMBER = new Set(['access_token', 'refresh_token', 'id_token', 'code', 'state', 'nonce']);

/** Secrets among variables: those marked as such, and those whose name says what they hold. */
export function secretsInVariables(
  variables: readonly { readonly key: string; readonly value: unknown }[],
  marked: ReadonlySet<string>,
): Secret[] {
  return variables.flatMap(({ key, value }) => {
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const text = String(value);
    const isPrivate = PRIVATE_VARIABLE.test(key) || isTokenLike(key, text);
    return marked.has(key) || (isPrivate && !looksPublic(text)) ? [{ name: key, value: text }] : [];
  });
}

/**
 * Values of an exchange that may be secret and are worth looking for wherever else they stand: cookies, tokens and
 * codes, and of an authorization server everything under a name that is on no list of harmless ones and unlike any
 * word.
 */
export function secretsInExchange(exchange: Exchange): Secret[] {
  const { answer } = exchange;
  const isApi = partyOf(exchange) === 'api';
  const suspicious = (field: Secret, place: Place): readonly Secret[] => {
    if (!isApi) return secretsInField(field, place);
    return isTokenLike(field.name, field.value) && field.value.length >= 6 ? [field] : [];
  };
  const fields = [
    ...queryOf(exchange.url).flatMap((field) => suspicious(field, 'query')),
    ...formOf(exchange).flatMap((field) => suspicious(field, 'form')),
    ...credentialsIn(exchange.requestHeaders),
  ];
  if (answer === undefined) return fields;
  return [
    ...fields,
    ...cookiesIn(answer.headers).flatMap(secretsInCookie),
    ...headerValues(answer.headers, 'location').flatMap(secretsInUrl),
    ...answer.headers
      .map(({ key, value }) => ({ name: key, value }))
      .filter((header) => !/^(?:set-cookie|location)$/i.test(header.name))
      .flatMap((header) => suspicious(header, 'header')),
    ...secretsInPage(answer.body),
    ...secretsInJson(answer.body, isApi, answer.status >= 400),
  ];
}

type Place = 'query' | 'form' | 'header';

/** A path of plain words and a query: no token has a "?" in it. */
const RELATIVE_URL = /^\/[\w.~-]+(?:\/[\w.~-]+)*\/?\?[\w.-]+=/;

/**
 * What may be secret in a field. Of a URL, such as the page that comes after a login, only the parts are: masked as a
 * whole, it would take the path of the request that goes there out of every report.
 */
function secretsInField(field: Secret, place: Place): readonly Secret[] {
  const { name, value } = field;
  if (RELATIVE_URL.test(value) && harmlessShape(place, name) === undefined && !PRIVATE_MEMBER.has(name))
    return secretParts(value, (part) => (isSuspicious(part.name, part.value, 'query') ? [part] : []));
  return isSuspicious(name, value, place) ? [field] : [];
}

function isSuspicious(name: string, value: string, place: Place): boolean {
  if (harmlessShape(place, name) !== undefined) return false;
  return looksRandom(value) || (PRIVATE_MEMBER.has(name) && value !== '');
}

function headerValues(headers: readonly { key: string; value: string }[], name: string): string[] {
  return headers.filter((header) => header.key.toLowerCase() === name).map((header) => header.value);
}

/** What a request shows of itself to be let in. */
function credentialsIn(headers: Exchange['requestHeaders']): Secret[] {
  return headerValues(headers, 'authorization').flatMap((value) => {
    const token = /^(?:Bearer|DPoP)\s+(\S{8,})$/i.exec(value)?.[1];
    return token === undefined ? [] : [{ name: 'access_token', value: token }];
  });
}

function secretsInCookie({ key, value }: { readonly key: string; readonly value: string }): Secret[] {
  const bare = value.trim().replace(/^"(.*)"$/, '$1');
  // `theme=dark` is no secret, and masking every "dark" would shred the report.
  if (/^[a-z_-]{1,12}$/i.test(bare)) return [];
  return [{ name: `cookie ${key}`, value: bare }];
}

/** Names of hidden fields by which a server recognises its own forms. */
const FORGERY_FIELD = /csrf|xsrf|authenticity|requestverification|_token$|^nonce$/i;

/** So much of a field is looked for: some pages keep their whole state in one. */
const LONGEST_FIELD = 4096;

/** What a page hides in its forms: with the session's cookie it is worth as much as the cookie. */
function secretsInPage(body: string): Secret[] {
  if (!/<(?:input|meta)/i.test(body)) return [];
  const tags = body.slice(0, LONGEST_PAGE).matchAll(/<(?:input|meta|button)\b[^>]{0,20000}>/gi);
  return [...tags].flatMap(([tag]) => {
    const name = attribute(tag, 'name');
    const value = unescaped(attribute(tag, /^<meta/i.test(tag) ? 'content' : 'value')).slice(
      0,
      LONGEST_FIELD,
    );
    if (FORGERY_FIELD.test(name)) return value.length >= 8 ? [{ name: `field ${name}`, value }] : [];
    return secretsInField({ name, value }, 'form').map((found) => ({
      ...found,
      name: `field ${found.name}`,
    }));
  });
}

const LONGEST_PAGE = 1_000_000;

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** Parameters and parts of the path of a URL that a server made. */
function secretsInUrl(url: string): Secret[] {
  return secretParts(url, (field) => secretsInField(field, 'query'));
}

function secretParts(url: string, ofField: (field: Secret) => readonly Secret[]): Secret[] {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').split(/[?#]/)[0] ?? '';
  const matrix = [...path.matchAll(/;([\w.-]+)=([^/;]+)/g)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
  return [
    ...queryOf(url).flatMap(ofField),
    ...matrix.filter(({ value }) => value.length >= 6),
    ...path
      .split(/[/;]/)
      .filter((segment) => looksRandom(segment))
      .map((value) => ({ name: 'path', value })),
  ];
}

/** The most values that are taken from one document. */
const MOST_VALUES = 2000;

function secretsInJson(body: string, isApi: boolean, isError: boolean): Secret[] {
  if (!/^\s*[{[]/.test(body)) return [];
  const secrets: Secret[] = [];
  const waiting: { name: string; value: unknown; within: string }[] = [];
  try {
    waiting.push({ name: '', value: JSON.parse(body), within: '' });
  } catch {
    // Not JSON after all: nothing to learn.
    return [];
  }
  for (let next = waiting.pop(); next !== undefined && secrets.length < MOST_VALUES; next = waiting.pop()) {
    const { name, value, within } = next;
    if (typeof value === 'object' && value !== null) {
      const inner = within || (isTokenName(name) ? name : '');
      for (const [key, member] of Object.entries(value)) {
        waiting.push({ name: Array.isArray(value) ? name : key, value: member, within: inner });
      }
    } else if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value);
      if (isSecretMember(within || name, text, isApi, isError))
        secrets.push({ name: within || name, value: text });
    }
  }
  return secrets;
}

function isSecretMember(name: string, value: string, isApi: boolean, isError: boolean): boolean {
  // `code` in the JSON of an error is the name of the error, and hiding that would help nobody.
  if (PRIVATE_MEMBER.has(name)) return !isError || isTokenName(name);
  if (isTokenLike(name, value)) return value.length >= 6;
  return !isApi && harmlessShape('member', name) === undefined && looksRandom(value);
}

function looksPublic(value: string): boolean {
  return /^https?:\/\//.test(value) || /^(true|false|null|undefined|\d{1,3})$/.test(value);
}
