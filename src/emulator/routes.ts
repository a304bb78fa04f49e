import { challenge as challengeFacts, paths, refusedLogin } from '../providers/linkedin/pages.ts';
import { applicationSample, versionedPosts } from '../providers/linkedin/resources.ts';
import { linkedin } from '../providers/linkedin.ts';
import { versionIsActive } from './checks/posts.ts';
import { authorization, nativeAuthorization } from './endpoints/authorization.ts';
import { challenge, verifyChallenge } from './endpoints/challenge.ts';
import { consentCancel, consentSubmit, loginSuccess } from './endpoints/consent.ts';
import { federation, loginByGet, secondFactorSubmit } from './endpoints/detours.ts';
import { introspection, revocation } from './endpoints/introspection.ts';
import { csrfRejected, login, loginCancel, loginRejected, loginSubmit } from './endpoints/login.ts';
import { memberResource } from './endpoints/member-resource.ts';
import { discovery, keys, userinfo } from './endpoints/openid.ts';
import { emailAddress, jobs, me, posts, ugcPosts, unknownResource } from './endpoints/resources.ts';
import { token } from './endpoints/token.ts';
import { page } from './http/make-response.ts';
import type { RequestContext } from './http/request-context.ts';
import type { EmulatorResponse } from './http/response.ts';
import { ERROR_TITLE, errorPage } from './pages/error-page.ts';
import { landingPage } from './pages/landing-page.ts';
import { FEDERATION, SECOND_FACTOR } from './scenarios/detours.ts';
import { signIn } from './sign-in/sign-in.ts';

type Endpoint = (context: RequestContext) => EmulatorResponse | Promise<EmulatorResponse>;

const { metadata } = linkedin;
const at = (address: string) => new URL(address).pathname;
const resourcePath = ({ url }: { url: string }) => url.replace('{{api_base_url}}', '').split('?')[0] ?? '';

/** Every address of the emulator that stands by itself, and the endpoint behind it. */
const table: readonly (readonly [method: 'GET' | 'POST', path: string, endpoint: Endpoint])[] = [
  ['GET', '/', landing],
  ['GET', at(metadata.authorization_endpoint), authorization],
  // The scenario login-in-authorize-response posts its form to the address of the page.
  ['POST', at(metadata.authorization_endpoint), loginSubmit],
  ['GET', paths.nativeAuthorization, nativeAuthorization],
  ['GET', paths.login, login],
  ['POST', paths.loginSubmit, loginSubmit],
  ['POST', paths.olderLoginSubmit, loginSubmit],
  ['GET', paths.loginSubmit, loginByGet],
  ['GET', paths.olderLoginSubmit, loginByGet],
  ['GET', paths.loginSuccess, loginSuccess],
  ['GET', paths.loginCancel, loginCancel],
  ['GET', refusedLogin.path, loginRejected],
  ['POST', challengeFacts.verifyPath, (context) => verifyChallenge(context, signIn, csrfRejected)],
  ['POST', paths.consentSubmit, consentSubmit],
  ['GET', paths.consentCancel, consentCancel],
  ['POST', at(metadata.token_endpoint), token],
  // A GET has no form body, and is refused for that.
  ['GET', at(metadata.token_endpoint), token],
  ['POST', at(metadata.introspection_endpoint), introspection],
  ['POST', at(metadata.revocation_endpoint), revocation],
  ['GET', `${at(metadata.issuer)}/.well-known/openid-configuration`, discovery],
  ['GET', at(metadata.jwks_uri), keys],
  ['GET', at(metadata.userinfo_endpoint), userinfo],
  ['GET', resourcePath(memberResource('Read me')), me],
  ['GET', resourcePath(memberResource('Read e-mail address')), emailAddress],
  ['POST', resourcePath(memberResource('Share "Hello LinkedIn API :-)"')), ugcPosts],
  ['POST', versionedPosts.path, posts],
  ['GET', applicationSample.path, jobs],
  ['GET', FEDERATION, federation],
  ['POST', SECOND_FACTOR, secondFactorSubmit],
];

const endpoints = new Map(table.map(([method, path, endpoint]) => [`${method} ${path}`, endpoint]));

const CHALLENGE = new RegExp(`^${paths.challenge}/([^/]+)$`);

/** The endpoint for a request; HEAD is treated as GET, and whoever writes the response leaves out its body. */
export function endpointFor(context: RequestContext): Endpoint {
  const { pathname } = context.url;
  const method = context.request.method === 'HEAD' ? 'GET' : context.request.method;
  const endpoint = endpoints.get(`${method} ${pathname}`);
  if (endpoint !== undefined) return endpoint;
  const id = CHALLENGE.exec(pathname)?.[1];
  if (id !== undefined && method === 'GET') return () => challenge(context, id);
  if (isBelow('/v2', pathname)) return unknownResource;
  if (isBelow('/rest', pathname)) return unknownVersioned;
  return notFound;
}

function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function unknownVersioned(context: RequestContext): never {
  versionIsActive(context);
  return unknownResource();
}

/** GET /: what this is and how to use it. */
function landing(context: RequestContext): EmulatorResponse {
  return page(context, {
    title: 'Emulator of legwork',
    body: landingPage(context.origin, context.emulator.config),
  });
}

function notFound(context: RequestContext): EmulatorResponse {
  return page(context, {
    title: ERROR_TITLE,
    status: 404,
    body: errorPage('This page does not exist.', `The emulator has nothing at ${context.url.pathname}.`),
  });
}
