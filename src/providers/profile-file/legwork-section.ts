import { z } from 'zod';
import { isProviderId } from '../atlas/all.ts';
import { resource } from './resource.ts';
import { retry } from './retry.ts';
import { inertRecord, inertScope, inertText, resourceUrl, secureUrl } from './shapes.ts';
import { signIn } from './sign-in.ts';

/** What a discovery document does not say. A member that is not listed here is a typing error, and is refused. */
export const legworkSection = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
        error: 'must be lower-case letters, digits and single hyphens, such as "example-login"',
      })
      .optional()
      .describe(
        'Short name for files and ids, such as "example". Left out: made from the host of the issuer.',
      ),
    name: inertText
      .min(1)
      .optional()
      .describe('Name for people, such as "Example Login". Left out: the host.'),
    scope: inertScope
      .optional()
      .describe(
        'Rights to ask for when --scope is not given: a text with spaces or a list. Left out: "openid profile email", as far as the server lists them.',
      ),
    application_scope: inertScope
      .optional()
      .describe('Rights that the application asks for with client credentials. Left out: no scope is sent.'),
    pkce: z
      .enum(['S256', 'none'])
      .optional()
      .describe(
        'Whether to protect the code by PKCE (RFC 7636). Left out: "S256" when code_challenge_methods_supported lists it.',
      ),
    client_authentication: z
      .enum(['client_secret_post', 'client_secret_basic', 'none'])
      .optional()
      .describe(
        'How the client proves who it is: the secret in the form body, in an Authorization header, or not at all (a public client). Left out: what token_endpoint_auth_methods_supported allows, the body first.',
      ),
    echoes_nonce: z
      .boolean()
      .optional()
      .describe(
        'false: the server takes a nonce and leaves it out of the id_token, as some providers do; then none is compared. Left out: true.',
      ),
    authorization_parameters: inertRecord
      .optional()
      .describe(
        'Further parameters of the authorization request, such as {"audience": "https://api.example.com"}.',
      ),
    token_parameters: inertRecord
      .optional()
      .describe(
        'Further parameters of every token request, such as {"resource": "https://api.example.com"}.',
      ),
    api_base_url: secureUrl
      .optional()
      .describe('Beginning of the addresses of the APIs; resources use it as {{api_base_url}}.'),
    application_api_url: resourceUrl
      .optional()
      .describe('An address to call with the token of the client credentials flow.'),
    resources: z
      .array(resource)
      .optional()
      .describe(
        "Requests to make with a person's access token, in this order. userinfo comes first by itself.",
      ),
    sign_in: signIn.optional(),
    retry: retry.optional(),
  })
  .superRefine((section, context) => {
    if (section.id !== undefined && isProviderId(section.id)) {
      context.addIssue({
        code: 'custom',
        path: ['id'],
        message: `must not be "${section.id}", which is built in`,
      });
    }
    // Names become names of steps, and userinfo has one already.
    const seen = new Set(['Read userinfo']);
    for (const [index, { name, url }] of (section.resources ?? []).entries()) {
      const path = ['resources', index];
      if (seen.has(name))
        context.addIssue({ code: 'custom', path: [...path, 'name'], message: 'is there twice' });
      seen.add(name);
      if (url.startsWith('{{api_base_url}}') && section.api_base_url === undefined) {
        const message = 'uses {{api_base_url}}, but legwork.api_base_url is missing';
        context.addIssue({ code: 'custom', path: [...path, 'url'], message });
      }
    }
  })
  .describe('What the discovery document does not say. Every member is optional.');
