import {
  accessTokenProblem,
  idTokenPresenceProblem,
  lifetimeProblem,
  refreshTokenProblem,
  scopeProblem,
  scopesOf,
  secondsOf,
  tokenTypeProblem,
} from './token-rules.ts';

/** What a token endpoint hands out: RFC 6749 section 5.1. Lives are in seconds. */
export interface IssuedToken {
  readonly accessToken: string;
  readonly expiresIn: number | undefined;
  readonly refreshToken: string | undefined;
  /** Not in the RFC: how long the refresh token lives. Some providers say it. */
  readonly refreshExpiresIn: number | undefined;
  /** Separated by spaces; undefined where the server did not say. */
  readonly scope: string | undefined;
  readonly idToken: string | undefined;
}

/** What an answer of the token endpoint comes to. */
export type TokenAnswer =
  | { readonly kind: 'issued'; readonly token: IssuedToken }
  /** `error` and its description, RFC 6749 section 5.2; both empty when the answer is nothing of the sort. */
  | { readonly kind: 'refused'; readonly error: string; readonly description: string }
  /** A token is in it, and cannot be used or believed; `problem` says why, without quoting it. */
  | { readonly kind: 'unusable'; readonly problem: string };

/** What a token was asked for. */
export interface AskedToken {
  /** Scopes that were asked for. */
  readonly scopes: readonly string[];
  /** Whether an id_token must come when openid was granted: when a code was exchanged, not when it was renewed. */
  readonly idToken: boolean;
  /** Other names under which the provider gives bearer tokens. */
  readonly bearerTypes?: readonly string[] | undefined;
}

const ANYTHING: AskedToken = { scopes: [], idToken: false };

/**
 * Reads an answer of the token endpoint, by the rules of the scripts: servers differ in content type, write `expires_in`
 * as a number or as a text, and some leave `token_type` out or write null.
 */
export function readTokenAnswer(status: number, text: string, asked: AskedToken = ANYTHING): TokenAnswer {
  const body = objectIn(text);
  const said = (...names: string[]) => names.map((name) => textOf(body[name])).find(Boolean) ?? '';
  const noToken = accessTokenProblem(status, body);
  if (noToken !== '') {
    const error = said('error', 'code', 'title');
    const description = said('error_description', 'message', 'detail');
    if (error === '' && description === '' && body.access_token !== undefined)
      return { kind: 'unusable', problem: noToken };
    return { kind: 'refused', error, description };
  }
  const scopes = body.scope === undefined || body.scope === null ? undefined : scopesOf(body.scope);
  const openid = (scopes ?? asked.scopes).includes('openid');
  const problem =
    tokenTypeProblem(body, asked.bearerTypes) ||
    lifetimeProblem(body) ||
    refreshTokenProblem(body) ||
    scopeProblem(body, asked.scopes) ||
    idTokenPresenceProblem(body, asked.idToken && openid);
  if (problem !== '') return { kind: 'unusable', problem };
  return {
    kind: 'issued',
    token: {
      accessToken: body.access_token as string,
      expiresIn: secondsOf(body.expires_in),
      refreshToken: textOf(body.refresh_token),
      refreshExpiresIn: secondsOf(body.refresh_token_expires_in),
      scope: textOf(scopes?.join(' ')),
      idToken: textOf(body.id_token),
    },
  };
}

/** The JSON object in a text; empty when there is none. */
export function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
