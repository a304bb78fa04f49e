import { ours } from '../inert.ts';
import type { Profile } from '../providers/profile.ts';
import type { NamedValue, Step } from './flow.ts';
import { jsonHeaders } from './headers.ts';
import { retryFacts } from './repeat.ts';
import { parametersFrom } from './variables.ts';

interface TokenRequest {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly fields: readonly NamedValue[];
  /** Variables without which the request makes no sense. */
  readonly required: readonly string[];
  /** Name of the step with which the code of the request begins, if it takes one. */
  readonly codeFrom?: string;
  /** The code is kept: it is used a second time later. */
  readonly keepsCode?: true;
  readonly holder: 'member' | 'application';
  readonly refresh?: true;
  /** It renews a token that may still work: then it may fail. */
  readonly early?: true;
  /** `safe` where the request spends nothing: another token is issued, and the one that was lost expires. */
  readonly repeat: Step['repeat'];
}

/** A request to the token endpoint: always POST, values in the body, never in the address (RFC 6749 section 3.2). */
export function tokenStep(profile: Profile, request: TokenRequest): Step {
  return {
    key: request.key,
    name: request.name,
    description: request.description,
    method: 'POST',
    url: ours('{{token_endpoint}}'),
    headers: jsonHeaders,
    body: {
      mode: 'form',
      fields: [
        ...request.fields,
        ...clientFields(profile),
        ...parametersFrom(profile, profile.tokenParameters, 'token_parameters'),
      ],
    },
    browser: false,
    auth: 'none',
    repeat: request.repeat,
    prerequest: {
      run: 'beforeTokenRequest',
      facts: {
        required: request.required,
        codeFrom: request.codeFrom ?? '',
        basic: isBasic(profile),
        keepsCode: request.keepsCode ?? false,
      },
    },
    test: {
      run: 'afterTokenRequest',
      facts: {
        token: request.holder === 'application' ? 'application_token' : 'access_token',
        holder: request.holder,
        refresh: request.refresh ?? false,
        early: request.early ?? false,
        bearerTypes: profile.bearerTokenTypes ?? [],
        idToken: {
          keysPublished: profile.metadata.jwks_uri !== undefined,
          algorithms: profile.metadata.id_token_signing_alg_values_supported ?? [],
        },
        places: ['token'],
        ...retryFacts(profile, request.repeat),
      },
    },
  };
}

/** Form fields by which the client says who it is, RFC 6749 section 2.3.1. */
export function clientFields(profile: Profile): NamedValue[] {
  switch (profile.clientAuthentication) {
    case 'client_secret_post':
      return [
        { key: 'client_id', value: ours('{{client_id}}') },
        { key: 'client_secret', value: ours('{{client_secret}}') },
      ];
    case 'client_secret_basic':
      return [];
    case 'none':
      return [{ key: 'client_id', value: ours('{{client_id}}') }];
  }
}

/** Whether the client authenticates by a header, which the scripts write. */
export function isBasic(profile: Profile): boolean {
  return profile.clientAuthentication === 'client_secret_basic';
}

/** Variables by which the client says who it is. */
export function clientVariables(profile: Profile): string[] {
  return profile.clientAuthentication === 'none' ? ['client_id'] : ['client_id', 'client_secret'];
}
