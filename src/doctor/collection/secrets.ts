import type { CollectionObservation, CollectionRequest } from './observation.ts';
import { isPlaceholder } from './placeholder.ts';
import { variablesIn } from './resolve.ts';
import { secretsInScript } from './script-secrets.ts';
import { isPasswordField, isSecretField } from './secret-name.ts';

/** A value that opens something, and that is written into the file. */
export interface StoredSecret {
  /** `variable of the collection`, `Sign in > Token`, `Sign in, tab Authorization` */
  readonly place: string;
  readonly name: string;
  readonly value: string;
}

/** Tokens and keys that can be told by their shape, whatever they are called. */
const SHAPE =
  /^(?:WPL_AP1\.[\w+/=.]{8,}|AQ[A-Z][\w-]{60,}|eyJ[\w-]{10,}\.[\w-]{4,}\.[\w-]*|gh[pousr]_\w{20,}|github_pat_\w{20,}|xox[abeoprs]-[\w-]{10,}|glpat-[\w-]{12,}|ya29\.[\w-]{20,}|1\/\/0[\w-]{20,}|EAA\w{30,}|sk_(?:live|test)_\w{16,}|shpat_\w{16,}|SG\.[\w-]{16,}\.[\w-]{16,}|AKIA[A-Z0-9]{16})$/;

const HEADER_NAMES =
  /^(?:(?:x-)?(?:api|auth|access|private|app|application|client)-?(?:key|token|secret)|apikey|private-token|x-[\w-]*(?:token|secret|apikey|api-key))$/i;

const TAB_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  bearer: ['token'],
  basic: ['password'],
  digest: ['password'],
  ntlm: ['password'],
  apikey: ['value'],
  oauth1: ['consumerSecret', 'tokenSecret', 'token'],
  oauth2: ['accessToken', 'clientSecret', 'password', 'refreshToken', 'code_verifier'],
  awsv4: ['secretKey', 'sessionToken'],
  hawk: ['authKey'],
};

const memo = new WeakMap<CollectionObservation, readonly StoredSecret[]>();

/** Secrets that are written into the file: variables, headers, bodies, queries, tabs, URLs and scripts. */
export function storedSecretsOf(observation: CollectionObservation): readonly StoredSecret[] {
  const known = memo.get(observation);
  if (known !== undefined) return known;
  const { variables, requests, authorizations, scripts } = observation;
  const used = usedAsSecret(observation);
  const found = [
    ...variables
      .filter(({ key, value }) => isStored(key, value) || (used.has(key) && isLiteral(value, key)))
      .map(({ place, key, value }) => ({ place: `variables of ${place}`, name: key, value })),
    ...requests.flatMap(inRequest),
    ...authorizations.flatMap(({ place, type, settings }) =>
      (TAB_SETTINGS[type] ?? [])
        .map((name) => ({ place: `${place}, tab Authorization`, name, value: settings[name] ?? '' }))
        .filter(({ name, value }) => isLiteral(value, name)),
    ),
    ...scripts.flatMap(({ place, listen, text }) =>
      secretsInScript(text)
        .filter(({ name, value }) => SHAPE.test(value) || isStored(name, value))
        .map((each) => ({
          place: `${place}, ${listen === 'test' ? 'test' : 'pre-request'} script`,
          ...each,
        })),
    ),
  ];
  memo.set(observation, found);
  return found;
}

function inRequest(request: CollectionRequest): StoredSecret[] {
  const { place, query, fields, headers, url } = request;
  return [
    ...[...query, ...fields]
      .filter(({ key, value }) => isStored(key, decoded(value)))
      .map(({ key, value }) => ({ place, name: key, value: decoded(value) })),
    ...headers.flatMap(({ key, value }) =>
      secretOfHeader(key, value).map((secret) => ({ place, name: `header ${key}`, value: secret })),
    ),
    ...inUrl(url).map((each) => ({ place, ...each })),
  ];
}

/** `user:password@`, and tokens that stand in the path. */
function inUrl(url: string): { name: string; value: string }[] {
  const password = /^[a-z]+:\/\/[^/@\s:]*:([^/@\s]+)@/i.exec(url)?.[1];
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '';
  return [
    ...(password !== undefined && !isPlaceholder(password)
      ? [{ name: 'password in the URL', value: password }]
      : []),
    ...path
      .split('/')
      .filter((segment) => SHAPE.test(segment))
      .map((value) => ({ name: 'token in the path', value })),
  ];
}

/** What a header carries: `Bearer …`, `Basic …`, or a value of its own. */
function secretOfHeader(key: string, value: string): string[] {
  const name = key.toLowerCase();
  if (name === 'authorization' || name === 'proxy-authorization') {
    const [, scheme = '', rest = ''] = /^\s*([\w-]+)\s+(.*)$/s.exec(value) ?? [];
    if (scheme.toLowerCase() === 'basic') return basicPassword(rest.trim());
    const credential = rest.trim() || value.trim();
    return isLiteral(credential, 'token') ? [credential] : [];
  }
  return HEADER_NAMES.test(key) && isLiteral(value.trim(), 'token') ? [value.trim()] : [];
}

function basicPassword(encoded: string): string[] {
  if (isPlaceholder(encoded) || !/^[A-Za-z0-9+/]{8,}={0,2}$/.test(encoded)) return [];
  const plain = Buffer.from(encoded, 'base64').toString('latin1');
  if (!/^[\x20-\x7e]*$/.test(plain)) return [];
  const [user = '', ...password] = plain.split(':');
  if (password.length === 0 || isPlaceholder(user)) return [];
  return isPlaceholder(password.join(':')) ? [] : [encoded];
}

/** Names of variables that stand where a secret is sent. */
function usedAsSecret({ requests, authorizations }: CollectionObservation): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (value: string) => {
    if (/^\s*(?:Bearer\s+)?\{\{[^{}]*\}\}\s*$/i.test(value))
      for (const name of variablesIn(value)) names.add(name);
  };
  for (const { query, fields, headers } of requests) {
    for (const { key, value } of [...query, ...fields]) if (isSecretField(key)) add(value);
    for (const { key, value } of headers)
      if (/^authorization$/i.test(key) || HEADER_NAMES.test(key)) {
        const [, ...rest] = value.trim().split(/\s+/);
        add(rest.length > 0 ? rest.join(' ') : value);
      }
  }
  for (const { type, settings } of authorizations)
    for (const name of TAB_SETTINGS[type] ?? []) add(settings[name] ?? '');
  return names;
}

function isStored(key: string, value: string): boolean {
  return SHAPE.test(value.trim().replace(/^Bearer\s+/i, '')) || (isSecretField(key) && isLiteral(value, key));
}

/** Whether it is a value at all, and long and odd enough to open something. */
function isLiteral(value: string, name: string): boolean {
  const bare = value.trim().replace(/^Bearer\s+/i, '');
  if (isPlaceholder(bare) || /\s/.test(bare) || /^(?:https?:\/\/|\/|@|urn:)/i.test(bare)) return false;
  if (isPasswordField(name)) return bare.length >= 4;
  if (bare.length < 8) return false;
  return /\d/.test(bare) || bare.length >= 20 || (/[a-z]/.test(bare) && /[A-Z]/.test(bare.slice(1)));
}

function decoded(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
