import { inert, ours, ownSettings, type VariableValue, variableValues } from '../inert.ts';
import { callbackUrl } from '../oauth/callback-url.ts';
import { passwordSites, serverUrls } from '../providers/password-sites.ts';
import type { Profile } from '../providers/profile.ts';
import { stableId } from './stable-id.ts';

/** A Postman environment file. Written as plain JSON: the SDK turns the type `secret` into `any`. */
export interface PostmanEnvironment {
  readonly id: string;
  readonly name: string;
  readonly values: readonly EnvironmentValue[];
  readonly _postman_variable_scope: 'environment';
}

interface EnvironmentValue {
  readonly key: string;
  readonly value: VariableValue;
  readonly type: 'default' | 'secret';
  readonly enabled: true;
}

/** Variables that a person sets, in the order in which they are asked for. */
const SETTINGS = ['client_id', 'client_secret', 'redirect_uri', 'scope', 'username', 'password'] as const;

/** Variables that the scripts fill in; listed so that Postman treats them as secrets. */
const RESULTS = [
  'application_token',
  'access_token',
  'refresh_token',
  'code',
  'state',
  'code_verifier',
  'random_seed',
] as const;

const SECRETS: ReadonlySet<string> = new Set(['client_secret', 'password', ...RESULTS]);

/**
 * The environment of a provider's collections.
 *
 * @param name as Postman lists it
 * @param values what is known; settings that are not given are there with an empty value
 * @throws Failure VALUE_NOT_INERT when the scopes of the profile are not
 */
export function environmentWith(
  profile: Profile,
  name: string,
  values: Readonly<Record<string, VariableValue>>,
): PostmanEnvironment {
  const empty = ours('');
  const given: Record<string, VariableValue> = {
    ...Object.fromEntries(SETTINGS.map((key) => [key, empty])),
    scope: inert(
      profile.defaultScope.join(profile.scopeDelimiter ?? ' '),
      `The scope of ${profile.name}`,
      'Correct it in the profile.',
    ),
    ...(profile.memberResources.some((resource) => resource.publishes) ? { publish: ours('false') } : {}),
    ...values,
    ...callbackVariable(values.redirect_uri),
    ...passwordSitesVariable(values),
    ...Object.fromEntries(RESULTS.map((key) => [key, values[key] ?? empty])),
  };
  return {
    id: stableId(profile.id, 'environment', name),
    name,
    values: Object.entries(given).map(([key, value]) => ({
      key,
      value,
      type: SECRETS.has(key) || key.endsWith('_secret') ? 'secret' : 'default',
      enabled: true,
    })),
    _postman_variable_scope: 'environment',
  };
}

/**
 * Tells the scripts how a browser writes the redirect_uri, where it writes it otherwise: the old sandbox has no tables of
 * international hosts.
 */
function callbackVariable(redirectUri = ''): Record<string, VariableValue> {
  const url = callbackUrl(redirectUri);
  if (url === undefined || url === redirectUri.replace(/[?#].*$/s, '')) return {};
  const value = JSON.stringify({ redirect_uri: redirectUri, url });
  return variableValues({ callback_url: value }, 'the environment', 'Correct the redirect_uri.');
}

/** Tells the scripts of other endpoints than the profile's which registrable domains they have. */
function passwordSitesVariable(
  values: Readonly<Record<string, VariableValue>>,
): Record<string, VariableValue> {
  if (!serverUrls.some((name) => values[name])) return {};
  const sites = passwordSites(values);
  if (sites.domains.length === 0) return {};
  const text = JSON.stringify(sites);
  return variableValues({ password_sites: text }, 'the environment', 'Correct the URLs of the server.');
}

/**
 * The environment of a provider's collections, for programs that use legwork as a library.
 *
 * @param name as Postman lists it
 * @param values settings of your own. Do not give it values that a server chose: Postman replaces `{{name}}` inside of
 * values, too, so that a server that chose `{{password}}` is sent the password
 */
export function postmanEnvironment(
  profile: Profile,
  name: string,
  values: Readonly<Record<string, string>>,
): PostmanEnvironment {
  return environmentWith(profile, name, ownSettings(values));
}
