// @ts-nocheck
import type { Io } from '../io.ts';
import { isSecureUrl } from '../oauth/secure-url.ts';
import { objectIn } from '../oauth/token-answer.ts';
import type { Profile } from '../providers/profile.ts';
import { timeLimit } from '../time-limit.ts';
import { readBody } from './read-body.ts';

/** Milliseconds; the id is a courtesy, not worth a long wait. */
const PATIENCE = 10_000;

/**
 * Asks the provider who granted a token: the first resource that names the person and that the scopes allow.
 *
 * @returns undefined when there is none, or when it does not answer; the token is no worse for that
 */
export async function memberIdOf(
  profile: Profile,
  accessToken: string,
  granted: readonly string[],
  io: Pick<Io, 'fetch' | 'interrupted'>,
): Promise<string | undefined> {
  const resource = profile.memberResources.find(
    ({ memberId, method, scopes }) =>
      memberId !== undefined &&
      method === 'GET' &&
      (scopes.length === 0 || scopes.some((scope) => granted.includes(scope))),
  );
  if (resource?.memberId === undefined) return undefined;
  const address = resource.url
    .replace('{{api_base_url}}', profile.apiBaseUrl)
    .replace('{{userinfo_endpoint}}', profile.metadata.userinfo_endpoint ?? '');
  if (!isSecureUrl(address)) return undefined;
  try {
    const response = await io.fetch(address, {
      headers: { ...resource.headers, accept: 'application/json', authorization: `Bearer ${accessToken}` },
      redirect: 'manual',
      signal: timeLimit(PATIENCE, io.interrupted),
    });
    const id = objectIn(await readBody(response))[resource.memberId];
    return response.ok && typeof id === 'string' && id !== '' ? id : undefined;
  } catch {
    return undefined;
  }
}
