// @ts-nocheck
import { paths } from '../../providers/linkedin/pages.ts';
import { linkedin } from '../../providers/linkedin.ts';

const { metadata } = linkedin;
const at = (address: string) => new URL(address).pathname;

/** Which requests a fault meets, by the names that --fault takes. */
const matches = {
  any: () => true,
  authorization: (path) => path === at(metadata.authorization_endpoint) || path === paths.nativeAuthorization,
  login: (path, method) => path === paths.login && method === 'GET',
  'login-submit': (path, method) =>
    method === 'POST' && (path === paths.loginSubmit || path === paths.olderLoginSubmit),
  consent: (path) => path === paths.loginSuccess,
  'consent-submit': (path) => path === paths.consentSubmit,
  token: (path) => path === at(metadata.token_endpoint),
  introspection: (path) => path === at(metadata.introspection_endpoint),
  revocation: (path) => path === at(metadata.revocation_endpoint),
  userinfo: (path) => path === at(metadata.userinfo_endpoint),
  api: (path) => path.startsWith('/v2/') || path.startsWith('/rest/'),
  discovery: (path) => path.endsWith('/.well-known/openid-configuration'),
  keys: (path) => path === at(metadata.jwks_uri),
} as const satisfies Record<string, (path: string, method: string) => boolean>;

export type FaultTarget = keyof typeof matches;

export const faultTargets = Object.keys(matches) as FaultTarget[];

/** Whether a request is one that a target means. */
export function meets(target: FaultTarget, path: string, method: string): boolean {
  return matches[target](path, method);
}
