import type { Exchange as RawExchange } from './events.ts';
import { formOf, headerOf, queryOf, withoutQuery } from './exchange.ts';
import type { AuthorizationLeg, CallbackLeg, Leg, TokenLeg } from './oauth-legs.ts';
import type { Plain } from './plain.ts';

/** What later legs are compared with. */
export interface AskedFor {
  readonly redirectUri: string | undefined;
  readonly state: string | undefined;
}

type Values = ReadonlyMap<string, string>;

/** The authorization request that an exchange is; undefined when it is none. */
export function authorizationOf(raw: RawExchange): AskedFor | undefined {
  const query = valuesOf(queryOf(raw.url));
  if (!query.has('response_type')) return undefined;
  return { redirectUri: query.get('redirect_uri'), state: query.get('state') };
}

/** The legs of OAuth that an exchange shows; most show one, or none. */
export function legsOf(raw: RawExchange, step: number, asked: AskedFor | undefined): Plain<Leg>[] {
  const query = valuesOf(queryOf(raw.url));
  const form = valuesOf(formOf(raw));
  return [
    ...(query.has('response_type') ? [authorizationLeg(query, step)] : []),
    ...callbackLegs(raw, step, asked),
    ...(form.has('grant_type') ? [tokenLeg(raw, form, step, asked)] : []),
  ];
}

function authorizationLeg(query: Values, step: number): Plain<AuthorizationLeg> {
  const method = query.get('code_challenge_method');
  return {
    kind: 'authorization',
    step,
    clientId: query.get('client_id') ?? '',
    responseType: query.get('response_type') ?? '',
    ...textOf('redirectUri', query.get('redirect_uri')),
    scopeAsked: scopesOf(query.get('scope')),
    stateSent: (query.get('state') ?? '') !== '',
    pkce: !query.has('code_challenge') ? 'none' : method === 'S256' ? 'S256' : 'plain',
  };
}

function callbackLegs(raw: RawExchange, step: number, asked: AskedFor | undefined): Plain<CallbackLeg>[] {
  const location = headerOf(raw.answer?.headers ?? [], 'location');
  if (location === undefined || asked?.redirectUri === undefined) return [];
  if (withoutQuery(location) !== withoutQuery(asked.redirectUri)) return [];
  const answer = valuesOf(queryOf(location));
  const state = answer.get('state');
  return [
    {
      kind: 'callback',
      step,
      redirectUri: withoutQuery(location),
      state: !asked.state ? 'not-asked' : !state ? 'missing' : state === asked.state ? 'matches' : 'differs',
      codeGiven: (answer.get('code') ?? '') !== '',
      ...textOf('error', answer.get('error')),
      ...textOf('errorDescription', answer.get('error_description')),
    },
  ];
}

function tokenLeg(
  raw: RawExchange,
  form: Values,
  step: number,
  asked: AskedFor | undefined,
): Plain<TokenLeg> {
  const redirectUri = form.get('redirect_uri');
  const basic = /^Basic /i.test(headerOf(raw.requestHeaders, 'authorization') ?? '');
  const body = jsonOf(raw.answer?.body ?? '');
  return {
    kind: 'token',
    step,
    grantType: form.get('grant_type') ?? '',
    clientAuthentication: basic ? 'basic' : form.has('client_secret') ? 'body' : 'none',
    ...textOf('redirectUri', redirectUri),
    ...(redirectUri === undefined || asked?.redirectUri === undefined
      ? {}
      : { sameRedirectUri: redirectUri === asked.redirectUri }),
    codeVerifierSent: form.has('code_verifier'),
    scopeAsked: scopesOf(form.get('scope')),
    ...givenIn(body),
    ...textOf('error', body.error),
    ...textOf('errorDescription', body.error_description),
  };
}

function givenIn(body: Readonly<Record<string, unknown>>): Pick<Plain<TokenLeg>, 'given'> {
  const token = body.access_token;
  if (typeof token !== 'string' || token === '') return {};
  return {
    given: {
      tokenType: typeof body.token_type === 'string' ? body.token_type : '',
      accessToken: /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(token) ? 'jwt' : 'opaque',
      ...secondsOf('expiresIn', body.expires_in),
      ...(typeof body.scope === 'string' ? { scope: scopesOf(body.scope) } : {}),
      refreshToken: typeof body.refresh_token === 'string' && body.refresh_token !== '',
      ...secondsOf('refreshTokenExpiresIn', body.refresh_token_expires_in),
      idToken: typeof body.id_token === 'string' && body.id_token !== '',
    },
  };
}

/** Some servers write the number as a text. */
function secondsOf<Name extends string>(name: Name, value: unknown): { [Key in Name]?: number } {
  const seconds = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds)
    ? ({ [name]: seconds } as { [Key in Name]?: number })
    : {};
}

function textOf<Name extends string>(name: Name, value: unknown): { [Key in Name]?: string } {
  return typeof value === 'string' ? ({ [name]: value } as { [Key in Name]?: string }) : {};
}

/** Some servers separate scopes by commas in their responses, RFC 6749 by spaces. */
function scopesOf(scope: string | undefined): string[] {
  return (scope ?? '').split(/[\s,]+/).filter((name) => name !== '');
}

function valuesOf(fields: readonly { readonly name: string; readonly value: string }[]): Values {
  return new Map(fields.map(({ name, value }) => [name, value]));
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
