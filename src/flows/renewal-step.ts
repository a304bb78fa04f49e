import { ours } from '../inert.ts';
import type { Profile } from '../providers/profile.ts';
import type { NamedValue, Step } from './flow.ts';
import type { Renewal } from './script-facts.ts';
import { isBasic, tokenStep } from './token-step.ts';

/** The same in every collection: API requests name it when their token has expired. */
const RENEWAL = 'Renew the token';

/** @returns undefined when the provider has no way to renew a token without a person */
export function renewalOf(profile: Profile, token: Renewal['token']): Renewal | undefined {
  const grant = token === 'application_token' ? 'client_credentials' : 'refresh_token';
  if (!profile.grants.includes(grant)) return undefined;
  return { token, grant, authentication: profile.clientAuthentication, step: RENEWAL };
}

/**
 * The request that stands in front of the API calls and renews a token that is near its end; in a run whose token is
 * young it is skipped. It follows no redirect and carries no cookie, which `pm.sendRequest` cannot be told.
 *
 * @returns no step when the provider has no way to renew a token without a person
 */
export function renewalSteps(profile: Profile, token: Renewal['token']): Step[] {
  const renewal = renewalOf(profile, token);
  if (renewal === undefined) return [];
  const holder = token === 'application_token' ? 'application' : 'member';
  const how =
    holder === 'member'
      ? 'with `refresh_token`, without asking the member again (RFC 6749 section 6)'
      : 'by asking again as the application (RFC 6749 section 4.4)';
  const step = tokenStep(profile, {
    key: 'renew',
    name: RENEWAL,
    description: `Gets a new \`${token}\` when the old one has expired or ends within half a minute (\`${token}_expires_at\`), ${how}. Otherwise it is skipped. Send it by hand when an API request says that the token has expired.`,
    fields: holder === 'member' ? refreshFields : applicationFields(profile),
    required: [],
    holder,
    refresh: true,
    early: true,
    // RFC 9700 section 4.14.2: where refresh tokens rotate, one that comes twice ends the login.
    repeat: 'never',
  });
  return [{ ...step, prerequest: { run: 'beforeRenewal', facts: { renewal, basic: isBasic(profile) } } }];
}

const refreshFields: readonly NamedValue[] = [
  { key: 'grant_type', value: ours('refresh_token') },
  { key: 'refresh_token', value: ours('{{refresh_token}}') },
];

function applicationFields(profile: Profile): NamedValue[] {
  return [
    { key: 'grant_type', value: ours('client_credentials') },
    ...(profile.applicationScope === '' ? [] : [{ key: 'scope', value: ours('{{application_scope}}') }]),
  ];
}
