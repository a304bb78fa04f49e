/** A collection that was written for the tests, and what is wrong with it: judged before any rule was written. */
export interface Labelled {
  readonly name: string;
  /** Codes of the problems that are in it. */
  readonly truth: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, string>>;

interface More {
  readonly form?: Fields;
  readonly multipart?: Fields;
  readonly jsonBody?: unknown;
  readonly raw?: string;
  readonly headers?: Fields;
  readonly auth?: object;
  readonly test?: string | readonly string[];
  readonly prerequest?: string | readonly string[];
  readonly redirects?: boolean;
}

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** A collection as Postman exports it. */
export function labelled(
  name: string,
  truth: readonly string[],
  item: readonly object[],
  more: { readonly variables?: Fields; readonly auth?: object } = {},
): Labelled {
  return {
    name,
    truth,
    json: {
      info: { name, schema: SCHEMA },
      item,
      ...(more.auth !== undefined && { auth: more.auth }),
      ...(more.variables !== undefined && { variable: pairs(more.variables) }),
    },
  };
}

export const get = (name: string, url: string, more: More = {}): object => request('GET', name, url, more);
export const post = (name: string, url: string, more: More = {}): object => request('POST', name, url, more);

export function folder(name: string, item: readonly object[], more: object = {}): object {
  return { name, item, ...more };
}

/** The settings of the tab "Authorization", OAuth 2.0. */
export function oauth2(settings: Fields): object {
  return { type: 'oauth2', oauth2: typed(settings) };
}

export function basic(username: string, password: string): object {
  return { type: 'basic', basic: typed({ username, password }) };
}

export function bearer(token: string): object {
  return { type: 'bearer', bearer: typed({ token }) };
}

/** The parameters of a query, as they stand in a URL. */
export function withQuery(url: string, query: Fields): string {
  return `${url}?${Object.entries(query)
    .map(([key, value]) => `${key}=${value}`)
    .join('&')}`;
}

/** An authorization request of the code flow with everything that it needs. */
export const CODE: Fields = {
  response_type: 'code',
  client_id: '{{client_id}}',
  redirect_uri: '{{redirect_uri}}',
  scope: 'openid',
  state: '{{state}}',
};

/** PKCE as it should be. */
export const PKCE: Fields = { code_challenge: '{{code_challenge}}', code_challenge_method: 'S256' };

/** The token request that follows {@link CODE}. */
export const EXCHANGE: Fields = {
  grant_type: 'authorization_code',
  code: '{{code}}',
  redirect_uri: '{{redirect_uri}}',
  client_id: '{{client_id}}',
  client_secret: '{{client_secret}}',
};

export const CLIENT: Fields = {
  grant_type: 'client_credentials',
  client_id: '{{client_id}}',
  client_secret: '{{client_secret}}',
};

/** Draws a state for every run. */
export const DRAWS_STATE = "pm.collectionVariables.set('state', pm.variables.replaceIn('{{$guid}}'));";

/** Compares the state of a callback that was copied into a variable, and keeps its code. */
export const COMPARES_STATE = [
  "const sent = require('querystring').parse(pm.variables.get('callback').split('?')[1]);",
  "pm.test('state comes back', () => pm.expect(sent.state).to.eql(pm.variables.get('state')));",
];

export const KEEPS_TOKEN = "pm.environment.set('access_token', pm.response.json().access_token);";

function request(method: string, name: string, url: string, more: More): object {
  const event = [
    ...(more.prerequest === undefined ? [] : [script('prerequest', more.prerequest)]),
    ...(more.test === undefined ? [] : [script('test', more.test)]),
  ];
  return {
    name,
    ...(event.length > 0 && { event }),
    ...(more.redirects === false && { protocolProfileBehavior: { followRedirects: false } }),
    request: {
      method,
      header: pairs(more.headers ?? {}),
      ...(more.auth !== undefined && { auth: more.auth }),
      ...bodyOf(more),
      url: urlOf(url),
    },
    response: [],
  };
}

function bodyOf({ form, multipart, jsonBody, raw }: More): object {
  if (form !== undefined) return { body: { mode: 'urlencoded', urlencoded: texts(form) } };
  if (multipart !== undefined) return { body: { mode: 'formdata', formdata: texts(multipart) } };
  if (jsonBody !== undefined) {
    const options = { raw: { language: 'json' } };
    return { body: { mode: 'raw', raw: JSON.stringify(jsonBody, null, 2), options } };
  }
  return raw === undefined ? {} : { body: { mode: 'raw', raw } };
}

function urlOf(raw: string): object {
  const [address = '', ...rest] = raw.split('?');
  const [, protocol, host = address, path] = /^(?:(https?):\/\/)?([^/]*)(?:\/(.*))?$/.exec(address) ?? [];
  const query = rest
    .join('?')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => ({ key: pair.split('=')[0], value: pair.split('=').slice(1).join('=') }));
  return {
    raw,
    ...(protocol !== undefined && { protocol }),
    host: host.split('.'),
    ...(path !== undefined && { path: path.split('/') }),
    ...(query.length > 0 && { query }),
  };
}

function script(listen: string, exec: string | readonly string[]): object {
  return {
    listen,
    script: { type: 'text/javascript', exec: typeof exec === 'string' ? exec.split('\n') : exec },
  };
}

const pairs = (fields: Fields) => Object.entries(fields).map(([key, value]) => ({ key, value }));
const texts = (fields: Fields) => pairs(fields).map((field) => ({ ...field, type: 'text' }));
const typed = (fields: Fields) => pairs(fields).map((field) => ({ ...field, type: 'string' }));
