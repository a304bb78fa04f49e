import { authorizationUrl } from '../oauth/authorization-url.ts';
import { codeChallenge } from '../oauth/pkce.ts';
import { type RandomBytes, randomToken } from '../oauth/random.ts';
import type { ClientProof } from '../oauth/token-request.ts';
import type { Profile } from '../providers/profile.ts';

/** What a login asks for, and of whom. */
export interface LoginPlan {
  readonly profile: Profile;
  readonly client: ClientProof;
  /** As it is registered, character by character. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Whether the code is protected by PKCE (RFC 7636). */
  readonly pkce: boolean;
  readonly authorizationEndpoint: string;
}

/** A login that is under way, with the values that its answer must fit. */
export interface Attempt extends LoginPlan {
  readonly state: string;
  readonly nonce: string;
  /** Empty without PKCE. */
  readonly codeVerifier: string;
  /** Where the person signs in. */
  readonly address: string;
}

/** 256 bits: nobody guesses it. */
const BYTES = 32;

/** Draws fresh values for a login, and makes its authorization request (RFC 6749 section 4.1.1). */
export function beginAttempt(plan: LoginPlan, randomBytes: RandomBytes): Attempt {
  const { profile, client, redirectUri, scopes } = plan;
  const state = randomToken(randomBytes, BYTES);
  const nonce = randomToken(randomBytes, BYTES);
  const codeVerifier = plan.pkce ? randomToken(randomBytes, BYTES) : '';
  const address = authorizationUrl(plan.authorizationEndpoint, {
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirectUri,
    scope: scopes.join(profile.scopeDelimiter ?? ' '),
    state,
    nonce: scopes.includes('openid') && profile.echoesNonce ? nonce : '',
    code_challenge: plan.pkce ? codeChallenge(codeVerifier) : '',
    code_challenge_method: plan.pkce ? 'S256' : '',
    ...profile.authorizationParameters,
  });
  return { ...plan, state, nonce, codeVerifier, address };
}
