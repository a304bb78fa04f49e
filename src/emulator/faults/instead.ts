import { apiErrors } from '../../providers/linkedin/api-errors.ts';
import { ErrorResponse } from '../http/error-response.ts';
import { bareHtml, denied, redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { pageInstead } from './page-instead.ts';
import type { FaultRule } from './parse-fault.ts';

const PIN = 'legwork_pin';

/**
 * What is answered in place of the endpoint; undefined where the fault lets this request pass.
 *
 * @throws ErrorResponse for what LinkedIn says itself
 */
export function insteadOf(context: RequestContext, fault: FaultRule): EmulatorResponse | undefined {
  const { kind, value = 0 } = fault;
  switch (kind) {
    case 'throttle':
      throw throttled(context, value);
    case 'daily':
      throw throttled(context, 0);
    case 'status':
      return statusPage(value);
    case 'redirect-loop':
      return redirect(context.url.href);
    case 'cookie-pin':
      return context.cookies.has(PIN)
        ? undefined
        : redirect(context.url.href, [`${PIN}=1; Path=/; HttpOnly`]);
    case 'replication-lag':
      if (isYoungerThan(context, value))
        throw new ErrorResponse(apiErrors.revoked_access_token, { kind: 'api' });
      return undefined;
    default:
      return pageInstead(context, fault);
  }
}

/** @param seconds for Retry-After; 0 sends none, as LinkedIn does */
function throttled({ request }: RequestContext, seconds: number): ErrorResponse {
  const headers = seconds === 0 ? {} : { 'retry-after': String(seconds) };
  const limit = request.headers.has('authorization') ? 'APPLICATION_AND_MEMBER DAY' : 'APPLICATION DAY';
  return new ErrorResponse(apiErrors.throttled, { kind: 'api', headers }, { limit });
}

function statusPage(status: number): EmulatorResponse {
  if (status > 599) return denied(status);
  return bareHtml(
    `<html><head><title>${status}</title></head><body><h1>${status}</h1><p>The emulator was asked for this fault.</p></body></html>`,
    status,
  );
}

function isYoungerThan({ emulator, request }: RequestContext, seconds: number): boolean {
  const token = /^bearer +(\S+)/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const issued = emulator.state.tokens.get(token);
  return issued !== undefined && emulator.now() - issued.createdAt < seconds * 1000;
}
