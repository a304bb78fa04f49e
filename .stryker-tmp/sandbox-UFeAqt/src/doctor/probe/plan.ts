// @ts-nocheck
import { codeChallenge } from '../../oauth/pkce.ts';
import { CONTROL_REDIRECT_URI, redirectUriVariants } from '../../oauth/redirect-uri-variants.ts';
import type { Profile } from '../../providers/profile.ts';
import type { PlannedProbe } from './observation.ts';

/** What a probe asks for. */
export interface ProbeRequest {
  readonly profile: Pick<Profile, 'pkce' | 'authorizationParameters'>;
  readonly authorizationEndpoint: string;
  readonly clientId: string;
  readonly scope: string;
  readonly requested: string;
  readonly registered: readonly string[];
  /** Random text: for state, and for the verifier of PKCE. */
  readonly random: string;
}

/** The authorization requests of a probe, the requested value first and the control last. */
export function planProbe(request: ProbeRequest): PlannedProbe[] {
  const variants = [
    ...redirectUriVariants(request.requested, request.registered).map((variant) => ({
      ...variant,
      isControl: false,
    })),
    { uri: CONTROL_REDIRECT_URI, label: 'control: nobody can have registered it', isControl: true },
  ];
  return variants.map(({ uri, label, isControl }) => ({
    redirectUri: uri,
    label,
    isControl,
    url: authorizationUrl(request, uri),
  }));
}

/** RFC 6749 section 4.1.1. */
function authorizationUrl(request: ProbeRequest, redirectUri: string): string {
  const { profile, authorizationEndpoint, clientId, scope, random } = request;
  const url = new URL(authorizationEndpoint);
  const parameters = {
    ...profile.authorizationParameters,
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state: random,
    ...(profile.pkce === 'S256'
      ? { code_challenge: codeChallenge(random), code_challenge_method: 'S256' }
      : {}),
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== '') url.searchParams.set(name, value);
  return url.href;
}
