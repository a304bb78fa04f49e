// @ts-nocheck
import type { Profile } from '../providers/profile.ts';
import { knownErrors } from './expectations.ts';
import type { NamedValue, Script, Step } from './flow.ts';
import { jsonHeaders } from './headers.ts';
import { judging } from './repeat.ts';

interface TokenRequest {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly NamedValue[];
  /** Variables without which the request makes no sense. */
  readonly required: readonly string[];
  /** Name of the step with which the code of the request begins, if it takes one. */
  readonly codeFrom?: string;
  readonly holder: 'member' | 'application';
  readonly refresh?: true;
  /** `safe` where the request spends nothing: another token is issued, and the one that was lost expires. */
  readonly repeat: Step['repeat'];
}

/** A request to the token endpoint: always POST, values in the body, never in the address (RFC 6749 section 3.2). */
export function tokenStep(profile: Profile, request: TokenRequest): Step {
  return {
    name: request.name,
    description: request.description,
    method: 'POST',
    url: '{{token_endpoint}}',
    headers: jsonHeaders,
    body: {
      mode: 'form',
      fields: [
        ...request.fields,
        ...clientFields(profile),
        ...Object.entries(profile.tokenParameters).map(([key, value]) => ({ key, value })),
      ],
    },
    browser: false,
    auth: 'none',
    repeat: request.repeat,
    prerequest: {
      files: ['skip.js', 'token-request.js', ...basicFiles(profile), 'request-token.prerequest.js'],
      expected: { required: request.required, codeFrom: request.codeFrom ?? '' },
    },
    test: judging(profile, request.repeat, {
      files: ['explain.js', 'plain-text.js', 'json-body.js', 'request-token.test.js'],
      expected: {
        token: request.holder === 'application' ? 'application_token' : 'access_token',
        holder: request.holder,
        refresh: request.refresh ?? false,
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
        { key: 'client_id', value: '{{client_id}}' },
        { key: 'client_secret', value: '{{client_secret}}' },
      ];
    case 'client_secret_basic':
      return [];
    case 'none':
      return [{ key: 'client_id', value: '{{client_id}}' }];
  }
}

/** Scripts that a request by this client needs before it is sent. */
export function basicFiles(profile: Profile): Script['files'] {
  return profile.clientAuthentication === 'client_secret_basic'
    ? ['form-encoding.js', 'client-secret-basic.js']
    : [];
}

/** Variables by which the client says who it is. */
export function clientVariables(profile: Profile): string[] {
  return profile.clientAuthentication === 'none' ? ['client_id'] : ['client_id', 'client_secret'];
}
