import { html } from '../../html/html.ts';
import type { FaultTarget } from '../faults/targets.ts';
import { page } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { account, application } from './account.ts';
import { authorization } from './authorization.ts';
import type { Dialect } from './dialect.ts';
import { discovery, keys } from './discovery.ts';
import { landing } from './landing.ts';
import { ownPaths, type PathValues, pathMatcher } from './paths.ts';
import { Rejection, respondToRejection } from './rejection.ts';
import { consent, signIn } from './sign-in.ts';
import { token } from './token.ts';

type DialectEndpoint = (
  context: RequestContext,
  dialect: Dialect,
  values: PathValues,
) => EmulatorResponse | Promise<EmulatorResponse>;

interface Route {
  readonly methods: readonly string[];
  readonly matches: (path: string) => PathValues | undefined;
  readonly endpoint: DialectEndpoint;
  /** The name by which faults know it. */
  readonly target: FaultTarget | 'none';
}

/** The endpoints of a dialect. */
export interface DialectRoutes {
  readonly respond: (context: RequestContext) => Promise<EmulatorResponse>;
  readonly targetOf: (path: string, method: string) => FaultTarget | 'none';
}

/** What responds to requests in the dialect of a provider: its endpoints by the paths of the atlas, and a few of the emulator's own. */
export function dialectRoutes(dialect: Dialect): DialectRoutes {
  const { endpoints } = dialect.facts;
  const route = (
    methods: readonly string[],
    url: string | undefined,
    endpoint: DialectEndpoint,
    target: Route['target'] = 'none',
  ): Route[] => (url === undefined ? [] : [{ methods, matches: pathMatcher(url), endpoint, target }]);
  const routes = [
    ...route(['GET', 'POST'], endpoints.authorization.value, authorization, 'authorization'),
    ...route(['POST'], endpoints.token.value, token, 'token'),
    ...route(['GET', 'POST'], endpoints.userinfo?.value, account, 'userinfo'),
    ...route(['GET'], endpoints.discovery?.value, discovery, 'discovery'),
    ...route(['GET'], ownPaths.signIn, signIn, 'login'),
    ...route(['POST'], ownPaths.signIn, signIn, 'login-submit'),
    ...route(['GET'], ownPaths.consent, consent, 'consent'),
    ...route(['POST'], ownPaths.consent, consent, 'consent-submit'),
    ...route(['GET'], ownPaths.keys, keys, 'keys'),
    ...route(['GET'], ownPaths.application, application, 'api'),
    ...route(['GET'], '/', landing),
    ...route(['GET'], '/error', ownError),
  ];
  const find = (path: string, method: string) => {
    const known = method === 'HEAD' ? 'GET' : method;
    for (const one of routes) {
      const values = one.methods.includes(known) ? one.matches(path) : undefined;
      if (values !== undefined) return { ...one, values };
    }
    return undefined;
  };
  return {
    targetOf: (path, method) => find(path, method)?.target ?? 'none',
    async respond(context) {
      const found = find(context.url.pathname, context.request.method);
      if (found === undefined) return notFound(context);
      try {
        return await found.endpoint(context, dialect, found.values);
      } catch (error) {
        if (error instanceof Rejection) return respondToRejection(context, dialect, error);
        throw error;
      }
    },
  };
}

/** The provider's own error page, at the URL that its error responses lead to. */
function ownError(context: RequestContext): EmulatorResponse {
  return page(context, {
    title: 'Error',
    status: 400,
    body: html`<section class="card"><h1>An error was encountered with the requested page.</h1><p>${context.query.get('error') ?? ''}</p></section>`,
  });
}

function notFound(context: RequestContext): EmulatorResponse {
  return page(context, {
    title: 'Error',
    status: 404,
    body: html`<section class="card"><h1>This page does not exist.</h1><p>The emulator has nothing at <code>${context.url.pathname}</code> for ${context.request.method}.</p></section>`,
  });
}
