import { ours } from '../inert.ts';
import type { Profile } from '../providers/profile.ts';
import { knownErrors } from './expectations.ts';
import type { NamedValue, Script, Step } from './flow.ts';
import { jsonHeaders } from './headers.ts';
import { judging } from './repeat.ts';
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
  readonly holder: 'member' | 'application';
  readonly refresh?: true;
  /** It renews a token that may still work: then it may fail. */
  readonly early?: true;
  /** `safe` where the request spends nothing: another token is issued, and the one that was lost expires. */
  readonly repeat: Step['repeat'];
}

/** A request to the token endpoint: always POST, values in the body, never in the address (RFC 6749 section 3.2). */
export function tokenStep(profile: Profile, request: TokenRequest): Step {
  const { codeFrom } = request;
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
      files: ['skip.js', ...ENCODING, ...basicFiles(profile), 'request-token.prerequest.js'],
      expected: { required: request.required, codeFrom: codeFrom ?? '' },
    },
    test: judging(profile, request.repeat, {
      files: [
        'explain.js',
        'plain-text.js',
        'json-body.js',
        'odd-value.js',
        'token-rules.js',
        'token-end.js',
        ...(codeFrom === undefined ? [] : ['id-token-rules.js', 'check-id-token.js']),
        'request-token.test.js',
      ],
      expected: {
        token: request.holder === 'application' ? 'application_token' : 'access_token',
        holder: request.holder,
        refresh: request.refresh ?? false,
        early: request.early ?? false,
        bearerTypes: profile.bearerTokenTypes ?? [],
        ...(codeFrom !== undefined && {
          keysPublished: profile.metadata.jwks_uri !== undefined,
          idTokenAlgorithms: profile.metadata.id_token_signing_alg_values_supported ?? [],
        }),
        errors: knownErrors(profile, ['token']),
      },
    }),
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

/** Scripts that encode what a request sends, in front of one that says when. */
export const ENCODING: Script['files'] = ['form-encoding.js', 'encode-request.js'];

/** Scripts that a request by this client needs before it is sent, behind {@link ENCODING}. */
export function basicFiles(profile: Profile): Script['files'] {
  return profile.clientAuthentication === 'client_secret_basic' ? ['client-secret-basic.js'] : [];
}

/** Variables by which the client says who it is. */
export function clientVariables(profile: Profile): string[] {
  return profile.clientAuthentication === 'none' ? ['client_id'] : ['client_id', 'client_secret'];
}
