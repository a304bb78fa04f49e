import { json } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import type { Dialect } from './dialect.ts';

/** A response of the token endpoint: JSON, or form-encoded where the provider does that unless it is asked for JSON. */
export function formOrJson(
  { request }: RequestContext,
  { facts }: Dialect,
  body: Readonly<Record<string, unknown>>,
  status: number,
): EmulatorResponse {
  const wantsJson = /\bapplication\/(\S+\+)?json\b/i.test(request.headers.get('accept') ?? '');
  const noStore = { 'cache-control': 'no-store' };
  if (wantsJson || facts.client.responseBody?.value !== 'form-encoded unless JSON is asked for') {
    return json(body, status, noStore);
  }
  const fields = Object.entries(body).filter(([, value]) => value !== undefined);
  return {
    status,
    headers: [
      ['content-type', 'application/x-www-form-urlencoded; charset=utf-8'],
      ...Object.entries(noStore),
    ],
    body: String(new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)]))),
  };
}
