import type { ErrorLiteral, ProblemCause } from '../../providers/facts.ts';

/** How an error response of the authorization endpoint arrives; the token endpoint has one way only. */
export type PlayedArrival = 'page' | 'redirect' | 'redirect to the registered URI' | 'own error URL' | 'JSON';

/** Everything to which a dialect says no, and what the RFCs say where nothing is known of the provider. */
interface SituationEntry {
  readonly at: ErrorLiteral['at'];
  /** Literals of the atlas with these causes are used, in this order; none where they would be too vague. */
  readonly causes: readonly ProblemCause[];
  readonly error: string;
  readonly status: number;
  readonly arrival: PlayedArrival;
  /** What is said where the provider's own words are not known. */
  readonly text?: string;
}

const page = { at: 'authorization', arrival: 'page', status: 400 } as const;
const redirect = { at: 'authorization', arrival: 'redirect', status: 302 } as const;
const token = { at: 'token', arrival: 'JSON', status: 400 } as const;

export const situations = {
  'unknown-client': { ...page, causes: ['client-id'], error: 'invalid_client' },
  'redirect-uri': { ...page, causes: ['redirect-uri'], error: 'invalid_request' },
  /** Banned whatever is registered: plain http, say. */
  'banned-redirect-uri': { ...page, causes: ['redirect-uri'], error: 'invalid_request' },
  'response-type': { ...redirect, causes: [], error: 'unsupported_response_type' },
  /** RFC 7636 section 4.4.1 words it so. */
  'pkce-missing': { ...redirect, causes: [], error: 'invalid_request', text: 'code challenge required' },
  'pkce-method': {
    ...redirect,
    causes: [],
    error: 'invalid_request',
    text: 'transform algorithm not supported',
  },
  scope: { ...redirect, causes: ['scope'], error: 'invalid_scope' },
  denied: { ...redirect, causes: ['consent'], error: 'access_denied' },
  'client-authentication': {
    ...token,
    causes: ['client-authentication'],
    error: 'invalid_client',
    status: 401,
  },
  'grant-type': { ...token, causes: [], error: 'unsupported_grant_type' },
  parameter: { ...token, causes: [], error: 'invalid_request' },
  code: { ...token, causes: ['code'], error: 'invalid_grant' },
  'redirect-uri-at-token': {
    ...token,
    causes: ['redirect-uri-at-token', 'redirect-uri'],
    error: 'invalid_grant',
  },
  'code-verifier': { ...token, causes: [], error: 'invalid_grant' },
  'refresh-token': { ...token, causes: ['token'], error: 'invalid_grant' },
} as const satisfies Readonly<Record<string, SituationEntry>>;

export type Situation = keyof typeof situations;
