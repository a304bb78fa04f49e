import { bareName } from './credential.ts';

/**
 * What a harmless value looks like. `text` is prose: what looks like a credential in it is masked. A value that does
 * not look as it should is masked like any other.
 */
export type Shape = 'word' | 'words' | 'text' | 'number' | 'url' | 'date' | 'host' | 'path' | 'id';

/** Parameters of OAuth and OpenID Connect that say what was asked for and what went wrong, and nothing secret. */
const PARAMETERS: Readonly<Record<string, Shape>> = {
  client_id: 'id',
  redirect_uri: 'url',
  response_type: 'words',
  response_mode: 'word',
  grant_type: 'word',
  scope: 'words',
  audience: 'id',
  resource: 'url',
  prompt: 'words',
  display: 'word',
  max_age: 'number',
  ui_locales: 'words',
  code_challenge_method: 'word',
  client_assertion_type: 'word',
  token_type_hint: 'word',
  requested_token_type: 'word',
  subject_token_type: 'word',
  token_type: 'word',
  expires_in: 'number',
  refresh_token_expires_in: 'number',
  error: 'word',
  error_description: 'text',
  error_uri: 'url',
  iss: 'url',
  status: 'word',
  // Of single providers.
  enable_extended_login: 'word',
  lang: 'word',
  locale: 'word',
};

/** Parameters of APIs that stand in URLs of other messages, too. */
const QUERY: Readonly<Record<string, Shape>> = {
  ...PARAMETERS,
  q: 'word',
  start: 'number',
  count: 'number',
  projection: 'words',
  fields: 'words',
};

const HEADERS: Readonly<Record<string, Shape>> = {
  accept: 'text',
  'accept-charset': 'text',
  'accept-encoding': 'text',
  'accept-language': 'text',
  'accept-ranges': 'word',
  'access-control-allow-credentials': 'word',
  'access-control-allow-headers': 'text',
  'access-control-allow-methods': 'text',
  'access-control-allow-origin': 'url',
  age: 'number',
  allow: 'text',
  'cache-control': 'text',
  connection: 'word',
  'content-encoding': 'word',
  'content-language': 'words',
  'content-length': 'number',
  'content-location': 'url',
  'content-type': 'text',
  date: 'date',
  expires: 'date',
  host: 'host',
  'keep-alive': 'text',
  'last-modified': 'date',
  'linkedin-version': 'number',
  location: 'url',
  origin: 'url',
  pragma: 'word',
  referer: 'url',
  'referrer-policy': 'words',
  'retry-after': 'date',
  server: 'text',
  'strict-transport-security': 'text',
  'transfer-encoding': 'word',
  upgrade: 'word',
  'user-agent': 'text',
  vary: 'text',
  via: 'text',
  'x-content-type-options': 'word',
  'x-frame-options': 'text',
  'x-li-pop': 'word',
  'x-powered-by': 'text',
  'x-ratelimit-limit': 'number',
  'x-ratelimit-remaining': 'number',
  'x-ratelimit-reset': 'number',
  'x-restli-gateway-error': 'text',
  'x-restli-protocol-version': 'word',
  'x-xss-protection': 'text',
};

/** Attributes of Set-Cookie (RFC 6265 section 4.1); those without a value are flags. */
const COOKIE_ATTRIBUTES: Readonly<Record<string, Shape | 'flag'>> = {
  path: 'path',
  domain: 'host',
  expires: 'date',
  'max-age': 'number',
  samesite: 'word',
  priority: 'word',
  secure: 'flag',
  httponly: 'flag',
  partitioned: 'flag',
};

/** Of WWW-Authenticate: RFC 6750 section 3, RFC 9728 section 5.1. */
const CHALLENGE: Readonly<Record<string, Shape>> = {
  realm: 'text',
  scope: 'words',
  error: 'word',
  error_description: 'text',
  error_uri: 'url',
  resource_metadata: 'url',
};

/** Discovery (RFC 8414), error responses, token responses without the tokens, introspection (RFC 7662), key sets. */
const MEMBERS: Readonly<Record<string, Shape>> = {
  ...PARAMETERS,
  active: 'word',
  aud: 'id',
  auth_type: 'word',
  authorized_at: 'number',
  code: 'word',
  created_at: 'number',
  detail: 'text',
  error_code: 'word',
  error_codes: 'number',
  error_message: 'text',
  error_subcode: 'word',
  exp: 'number',
  expires_at: 'date',
  ext_expires_in: 'number',
  hint: 'text',
  iat: 'number',
  issuer: 'url',
  message: 'text',
  msg: 'text',
  nbf: 'number',
  not_before: 'number',
  op_policy_uri: 'url',
  op_tos_uri: 'url',
  reason: 'text',
  refresh_expires_in: 'number',
  service_documentation: 'url',
  service_error_code: 'number',
  status_code: 'number',
  timestamp: 'date',
  title: 'text',
  type: 'url',
  // Key sets: which key, and what for (RFC 7517 section 4).
  alg: 'word',
  crv: 'word',
  kid: 'text',
  kty: 'word',
  use: 'word',
};

/** Ends of names that discovery documents are full of. */
const MEMBER_ENDS: readonly (readonly [RegExp, Shape])[] = [
  [/(?:endpoint|jwks_?uri|check_?session_?iframe)$/i, 'url'],
  [/supported$/i, 'words'],
];

const lists = {
  query: byBareName(QUERY),
  form: byBareName(PARAMETERS),
  header: new Map(Object.entries(HEADERS)),
  member: byBareName(MEMBERS),
  challenge: byBareName(CHALLENGE),
} as const;

/** Where a value stands in a message. */
export type Place = keyof typeof lists;

/** What a value of this name looks like where it is harmless; undefined for every name that is on no list. */
export function harmlessShape(place: Place, name: string): Shape | undefined {
  if (place === 'header') return lists.header.get(name.toLowerCase());
  const shape = lists[place].get(bareName(name));
  if (shape !== undefined || place !== 'member') return shape;
  return MEMBER_ENDS.find(([end]) => end.test(name))?.[1];
}

/** What an attribute of a cookie looks like; undefined where no browser knows it. */
export function cookieAttribute(name: string): Shape | 'flag' | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(COOKIE_ATTRIBUTES, key) ? COOKIE_ATTRIBUTES[key] : undefined;
}

function byBareName(list: Readonly<Record<string, Shape>>): ReadonlyMap<string, Shape> {
  return new Map(Object.entries(list).map(([name, shape]) => [bareName(name), shape]));
}
