import type { ProviderFacts } from '../../providers/facts.ts';
import type { NamedText } from '../diagnosis.ts';
import { shownValue, withoutSecrets } from '../mask.ts';
import { factsOf, type UrlObservation } from './observation.ts';

/** What the parameters of OAuth mean, in words for people who have never seen them. */
export const meanings: Readonly<Record<string, string>> = {
  response_type: 'what should come back; "code" is a code to be exchanged for a token',
  client_id: 'which application asks',
  redirect_uri: 'where the response should go; must be registered, character by character',
  scope: 'what the application asks for',
  state: 'a random text that comes back, to be compared',
  code_challenge: 'PKCE: the fingerprint of a secret that the token request will carry',
  code_challenge_method: 'PKCE: how the fingerprint was made',
  code_verifier: 'PKCE: the secret itself; belongs into the token request only',
  nonce: 'a random text that comes back in the id_token',
  prompt: 'whether the server may show pages',
  enable_extended_login: 'offers further ways to sign in',
  code: 'the authorization code: works once, for a short time',
  error: 'why the server says no',
  error_description: 'the same in words',
  error_uri: 'a page about the error',
  iss: 'who answers (RFC 9207)',
  grant_type: 'what is exchanged for a token',
  client_secret: 'the password of the application: must never be in a URL',
  access_token: 'a token: must never be in a URL',
  oauth2_access_token: 'a token, as old versions of the API took it: must never be in a URL',
  token_type: 'how the token is used',
  expires_in: 'seconds that the token lives',
};

/** Each parameter with its value, secrets masked, and its meaning. */
export function explainedParameters(observation: UrlObservation): NamedText[] {
  const { parameters, endpoint, method } = observation;
  return [
    ...(endpoint === ''
      ? []
      : [
          { name: 'address', text: `${method === undefined ? '' : `${method} `}${withoutSecrets(endpoint)}` },
        ]),
    ...parameters.map(({ name, value }) => ({
      name: name.slice(0, 60),
      text: [shown(name, value), meaningOf(name, factsOf(observation))].join(' ').trim(),
    })),
  ];
}

/** In brackets; empty where nothing is known. What the provider means by it comes first. */
function meaningOf(name: string, { parameters = {}, lifetimes }: Partial<ProviderFacts> = {}): string {
  const own = Object.hasOwn(parameters, name) ? parameters[name]?.value : undefined;
  if (own !== undefined) return `(${own})`;
  const lifetime = lifetimes?.code?.value;
  if (name === 'code' && lifetime !== undefined)
    return `(the authorization code: works once, for ${inWords(lifetime)})`;
  return Object.hasOwn(meanings, name) ? `(${meanings[name]})` : '';
}

function inWords(seconds: number): string {
  return seconds >= 120 ? `${Math.round(seconds / 60)} minutes` : `${seconds} seconds`;
}

const LONGEST = 200;

function shown(name: string, value: string): string {
  // Cut after masking: half a secret would not be recognized.
  const text = shownValue(name, value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}
