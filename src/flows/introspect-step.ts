import { ours } from '../inert.ts';
import type { Profile } from '../providers/profile.ts';
import type { Step } from './flow.ts';
import { jsonHeaders } from './headers.ts';
import { retryFacts } from './repeat.ts';
import { clientFields, isBasic } from './token-step.ts';

/** Asks the server what it knows of a token (RFC 7662 section 2.1). */
export function introspectStep(profile: Profile, { holder }: { holder: 'member' | 'application' }): Step {
  const name = holder === 'application' ? 'application_token' : 'access_token';
  const token = holder === 'application' ? ours('{{application_token}}') : ours('{{access_token}}');
  const authType = profile.introspectionAuthTypes?.[holder] ?? '';
  return {
    key: 'introspect',
    name: 'Introspect the token',
    description: `Asks the authorization server what it knows of the token: whether it is active, whose it is, which scopes it has and until when it lives.\n\nThe answer is for the application that owns the token; another application's token looks like a dead one.${authType === '' ? '' : `\n\n\`auth_type\` is \`${authType}\` for ${holder === 'member' ? 'a token that a member granted' : 'a token of the application itself'}.`}`,
    method: 'POST',
    url: ours('{{introspection_endpoint}}'),
    headers: jsonHeaders,
    body: {
      mode: 'form',
      fields: [{ key: 'token', value: token }, ...clientFields(profile)],
    },
    browser: false,
    auth: 'none',
    // It asks, and changes nothing, although it is a POST.
    repeat: 'safe',
    prerequest: {
      run: 'beforeIntrospection',
      facts: { token: name, basic: isBasic(profile) },
    },
    test: {
      run: 'afterIntrospection',
      facts: { holder, authType, places: ['introspection'], ...retryFacts(profile, 'safe') },
    },
  };
}
