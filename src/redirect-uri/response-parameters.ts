/**
 * Parameters with which an authorization server sends a browser back: RFC 6749 sections 4.1.2 and 4.2.2, RFC 9207,
 * OpenID Connect Session Management 1.0 section 2, and what Google adds.
 */
const RESPONSE = [
  'code',
  'state',
  'error',
  'error_description',
  'error_uri',
  'error_reason',
  'iss',
  'session_state',
  'access_token',
  'id_token',
  'refresh_token',
  'token_type',
  'expires_in',
  'authuser',
  'hd',
] as const;

/** One of them alone says that a server made the URL; `state` or `iss` alone could be a parameter of the application's own. */
const TELLING: readonly string[] = ['code', 'error', 'access_token', 'id_token'];

/** `?name=value`, plain or percent-encoded as often as you like. */
const PARAMETER = new RegExp(
  `([?&#;]|%(?:25){0,5}(?:3F|26|23))(${RESPONSE.join('|')})(=|%(?:25){0,5}3D)((?:(?!%(?:25){0,5}(?:26|23))[^&#\\s"'<>\`])*)`,
  'gi',
);

/** The names of the response parameters in a URL that a server sent the browser to; empty for any other URL. */
export function responseParameters(uri: string): readonly string[] {
  const names = [...uri.matchAll(PARAMETER)].map(([, , name = '']) => name.toLowerCase());
  const isResponse =
    names.some((name) => TELLING.includes(name)) || (names.includes('state') && names.length > 1);
  return isResponse ? [...new Set(names)] : [];
}

/** Whose values nobody should see, whoever sent them. */
const SECRET: readonly string[] = [
  'code',
  'state',
  'session_state',
  'access_token',
  'id_token',
  'refresh_token',
];

const PASSWORD = /(?<=:\/\/[^/?#@\s:]{0,200}:)[^/?#@\s]{1,500}(?=@)/g;

/** A redirect_uri as it may be shown: `***` in place of a code, a state, tokens and a password. */
export function withMaskedValues(uri: string): string {
  return uri
    .replace(PARAMETER, (whole, before: string, name: string, equals: string) =>
      SECRET.includes(name.toLowerCase()) ? `${before}${name}${equals}***` : whole,
    )
    .replace(PASSWORD, '***');
}

/** Whether a value was masked: then it is no longer what somebody can send or register. */
export function isMasked(uri: string): boolean {
  return uri.includes('***');
}

/** The redirect_uri that a callback URL was made from: without what the server added. */
export function withoutResponse(uri: string): string {
  if (responseParameters(uri).length === 0) return uri;
  const [beforeFragment = '', ...fragments] = uri.split('#');
  const [place = '', ...queries] = beforeFragment.split('?');
  const query = ownParameters(queries.join('?'));
  const fragment = ownParameters(fragments.join('#'));
  return place + (query === '' ? '' : `?${query}`) + (fragment === '' ? '' : `#${fragment}`);
}

function ownParameters(text: string): string {
  const isOwn = (parameter: string) =>
    parameter !== '' &&
    !(RESPONSE as readonly string[]).includes((parameter.split('=')[0] ?? '').toLowerCase());
  return text
    .split('&')
    .filter((parameter) => isOwn(parameter) && parameter !== '_=_' && parameter !== '_')
    .join('&');
}
