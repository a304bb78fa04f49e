// @ts-nocheck
import { apiErrors } from '../../providers/linkedin/api-errors.ts';
import type { Answer } from '../answer.ts';
import { bareHtml, denied, redirect } from '../answers.ts';
import { Refusal } from '../refusal.ts';
import type { Visit } from '../visit.ts';
import { pageInstead } from './page-instead.ts';
import type { FaultRule } from './parse-fault.ts';

const PIN = 'legwork_pin';

/**
 * What is answered in place of the endpoint; undefined where the fault lets this request pass.
 *
 * @throws Refusal for what LinkedIn says itself
 */
export function insteadOf(visit: Visit, fault: FaultRule): Answer | undefined {
  const { kind, value = 0 } = fault;
  switch (kind) {
    case 'throttle':
      throw throttled(visit, value);
    case 'daily':
      throw throttled(visit, 0);
    case 'status':
      return statusPage(value);
    case 'redirect-loop':
      return redirect(visit.url.href);
    case 'cookie-pin':
      return visit.cookies.has(PIN) ? undefined : redirect(visit.url.href, [`${PIN}=1; Path=/; HttpOnly`]);
    case 'replication-lag':
      if (isYoungerThan(visit, value)) throw new Refusal(apiErrors.revoked_access_token, { kind: 'api' });
      return undefined;
    default:
      return pageInstead(visit, fault);
  }
}

/** @param seconds for Retry-After; 0 sends none, as LinkedIn does */
function throttled({ request }: Visit, seconds: number): Refusal {
  const headers = seconds === 0 ? {} : { 'retry-after': String(seconds) };
  const limit = request.headers.has('authorization') ? 'APPLICATION_AND_MEMBER DAY' : 'APPLICATION DAY';
  return new Refusal(apiErrors.throttled, { kind: 'api', headers }, { limit });
}

function statusPage(status: number): Answer {
  if (status > 599) return denied(status);
  return bareHtml(
    `<html><head><title>${status}</title></head><body><h1>${status}</h1><p>The emulator was asked for this fault.</p></body></html>`,
    status,
  );
}

function isYoungerThan({ emulation, request }: Visit, seconds: number): boolean {
  const token = /^bearer +(\S+)/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const issued = emulation.state.tokens.get(token);
  return issued !== undefined && emulation.now() - issued.createdAt < seconds * 1000;
}
