import { isLoopbackHost } from '../../oauth/secure-url.ts';
import type { EmulatorRequest } from '../http/request.ts';
import type { RequestContext } from '../http/request-context.ts';

/**
 * Why a request to the control plane is refused; undefined where it may pass.
 *
 * A web page elsewhere can make a browser send requests to loopback. It cannot read the responses, but it could change
 * things. Browsers say where such requests come from (Origin with every POST, Sec-Fetch-Site with every request), and a
 * form of another site cannot send JSON without being asked for permission first, which is never given.
 */
export function reasonToReject({ request, url, origin }: RequestContext): string | undefined {
  const from = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (!isLoopbackHost(url.host)) return `it answers to loopback names only, not to "${url.host}"`;
  if (from !== null && from !== origin) return `it takes nothing from the site "${from}"`;
  if (site !== null && site !== 'same-origin' && site !== 'none') return 'another site sent the request';
  if (request.method === 'POST' && from === null && !isJson(request)) {
    return 'programs send application/json';
  }
  return undefined;
}

/** Whether a body is JSON by its content type. */
export function isJson(request: EmulatorRequest): boolean {
  return /^application\/json\b/i.test(request.headers.get('content-type') ?? '');
}
