// @ts-nocheck
import { randomToken } from '../oauth/random.ts';
import { paths } from '../providers/linkedin/pages.ts';
import type { Answer } from './answer.ts';
import { redirect } from './answers.ts';
import type { EmulatedMember } from './config.ts';
import { sessionCookie } from './cookies.ts';
import { chainPath } from './flow.ts';
import type { PendingFlow } from './state.ts';
import type { Visit } from './visit.ts';

const SESSION_LIFE = 365 * 86_400_000;

/** Starts the member's session and leads on to the consent. */
export function signIn(visit: Visit, flow: PendingFlow, member: EmulatedMember): Answer {
  const session = `AQED${randomToken(visit.emulation.randomBytes, 96)}`;
  visit.emulation.state.sessions.set(session, member, visit.emulation.now() + SESSION_LIFE);
  return redirect(chainPath(paths.loginSuccess, flow), [sessionCookie(session)]);
}

/** The member whom a user name means. */
export function memberNamed({ emulation }: Visit, username: string): EmulatedMember | undefined {
  const wanted = username.trim().toLowerCase();
  return emulation.config.members.find((member) => member.username.toLowerCase() === wanted);
}
