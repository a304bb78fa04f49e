import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { MOST_HOPS, observeProbe } from '../../doctor/observe.ts';
import { diagnoseProbe } from '../../doctor/probe/diagnose.ts';
import { planProbe } from '../../doctor/probe/plan.ts';
import type { Io } from '../../io.ts';
import { randomToken } from '../../oauth/random.ts';
import { say } from '../../printable/printable.ts';
import type { Profile } from '../../providers/profile.ts';
import { withoutResponse } from '../../redirect-uri/response-parameters.ts';
import type { DoctorArguments } from './arguments.ts';

/** Says which requests a probe sends, sends them to an authorization endpoint, and judges the responses. */
export async function sendProbe(
  args: DoctorArguments,
  profile: Profile,
  endpoint: string,
  clientId: string,
  io: Io,
): Promise<Diagnosis> {
  const { scope = profile.defaultScope.join(profile.scopeDelimiter ?? ' ') } = args;
  const native = args.applicationType === 'native' ? profile.nativeAuthorizationEndpoint : undefined;
  const isNative = native !== undefined;
  const authorizationEndpoint = isNative ? new URL(new URL(native).pathname, endpoint).href : endpoint;
  // Nobody is asked about a URL with a code in it.
  const requested = withoutResponse(args.requested ?? '');
  const registered = (args.registered ?? []).map(withoutResponse);
  const random = randomToken(io.randomBytes, 32);
  const plan = planProbe({
    profile: isNative ? { ...profile, pkce: 'S256' } : profile,
    authorizationEndpoint,
    clientId,
    scope,
    requested,
    registered,
    random,
  });
  io.err(
    say`${plan.length} authorization requests go to ${authorizationEndpoint}, one after the other. Each is followed over at most ${MOST_HOPS} redirects, and nobody is signed in:\n${plan.map(({ redirectUri }) => `  GET redirect_uri=${redirectUri}\n`).join('')}\n`,
  );
  const rows = await observeProbe(plan, io);
  return diagnoseProbe({ kind: 'probe', profile, requested, rows });
}
