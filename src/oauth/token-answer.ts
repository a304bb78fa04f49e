/** What a token endpoint hands out: RFC 6749 section 5.1. Lives are in seconds. */
export interface IssuedToken {
  readonly accessToken: string;
  readonly expiresIn: number | undefined;
  readonly refreshToken: string | undefined;
  /** Not in the RFC: how long the refresh token lives. LinkedIn and some others say it. */
  readonly refreshExpiresIn: number | undefined;
  readonly scope: string | undefined;
  readonly idToken: string | undefined;
}

/** What an answer of the token endpoint comes to. */
export type TokenAnswer =
  | { readonly kind: 'issued'; readonly token: IssuedToken }
  /** `error` and its description, RFC 6749 section 5.2; both empty when the answer is nothing of the sort. */
  | { readonly kind: 'refused'; readonly error: string; readonly description: string };

/**
 * Reads an answer of the token endpoint. It is judged by its body: servers differ in status and content type, write
 * `expires_in` as a number or as a text, and some leave `token_type` out.
 */
export function readTokenAnswer(status: number, text: string): TokenAnswer {
  const body = objectIn(text);
  const said = (...names: string[]) => names.map((name) => textOf(body[name])).find(Boolean) ?? '';
  const accessToken = textOf(body.access_token) ?? '';
  const isBearer = body.token_type === undefined || /^bearer$/i.test(textOf(body.token_type) ?? '');
  if (status >= 200 && status < 300 && isUsable(accessToken) && isBearer) {
    return {
      kind: 'issued',
      token: {
        accessToken,
        expiresIn: secondsOf(body.expires_in),
        refreshToken: isUsable(body.refresh_token) ? body.refresh_token : undefined,
        refreshExpiresIn: secondsOf(body.refresh_token_expires_in),
        scope: textOf(body.scope),
        idToken: textOf(body.id_token),
      },
    };
  }
  if (accessToken !== '' && !isBearer) {
    return { kind: 'refused', error: 'unsupported_token_type', description: textOf(body.token_type) ?? '' };
  }
  return {
    kind: 'refused',
    error: said('error', 'code', 'title'),
    description: said('error_description', 'message', 'detail'),
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

/**
 * The alphabet of tokens (RFC 6749 appendix A), without what Postman would replace: who gives out "{{client_secret}}" as
 * a token shall not be sent the secret.
 */
function isUsable(token: unknown): token is string {
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) && !token.includes('{{');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Seconds; what lives longer than a century might as well have no end, and there is no date for some of it. */
const LONGEST_LIFE = 100 * 365 * 86_400;

/** A number, or its decimal digits; undefined for anything that is no time. */
function secondsOf(value: unknown): number | undefined {
  const isDecimal = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value);
  const seconds = isDecimal || typeof value === 'number' ? Number(value) : Number.NaN;
  return seconds > 0 && seconds <= LONGEST_LIFE ? seconds : undefined;
}
