import { randomToken } from '../../oauth/random.ts';
import { paths } from '../../providers/linkedin/pages.ts';
import type { EmulatedMember } from '../config/config.ts';
import { redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import type { PendingFlow } from '../state/state.ts';
import { sessionCookie } from './cookies.ts';
import { chainPath } from './pending-flow.ts';

const SESSION_LIFE = 365 * 86_400_000;

/** Starts the member's session and leads on to the consent. */
export function signIn(context: RequestContext, flow: PendingFlow, member: EmulatedMember): EmulatorResponse {
  const session = `AQED${randomToken(context.emulator.randomBytes, 96)}`;
  context.emulator.state.sessions.set(session, member, context.emulator.now() + SESSION_LIFE);
  return redirect(chainPath(paths.loginSuccess, flow), [sessionCookie(session)]);
}

/** The member whom a user name means. */
export function memberNamed({ emulator }: RequestContext, username: string): EmulatedMember | undefined {
  const wanted = username.trim().toLowerCase();
  return emulator.config.members.find((member) => member.username.toLowerCase() === wanted);
}
