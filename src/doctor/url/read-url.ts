import { samePath, type UrlKind, type UrlObservation, type UrlParameter } from './observation.ts';

/** Characters of a pasted text, and parameters, that are looked at. */
const LONGEST = 64 * 1024;
const MOST = 100;

/**
 * Finds the OAuth address in a pasted text: alone, in a line of the Postman console, behind "Location:", in quotes,
 * broken over lines, or only its query. It never throws.
 */
export function readUrl(pasted: string, profile: UrlObservation['profile']): UrlObservation {
  const text = pasted.slice(0, LONGEST);
  const address = addressIn(text);
  const method = /\b(GET|POST)\b/.exec(text.slice(0, text.indexOf(address)))?.[1];
  const queryStart = firstIndex(address, ['?', '#']);
  const endpoint = address.slice(0, queryStart);
  const hash = address.indexOf('#');
  const query = address.slice(queryStart + 1, hash === -1 ? undefined : Math.max(hash, queryStart + 1));
  const fragment = hash === -1 ? '' : address.slice(hash + 1);
  const all = [
    ...(address[queryStart] === '#' ? [] : parametersOf(query, false)),
    ...parametersOf(fragment, true),
  ];
  const parameters = all.slice(0, MOST);
  const isCut = all.length > MOST || pasted.length > LONGEST;
  return {
    kind: 'url',
    profile,
    use: useOf(endpoint, parameters, profile),
    method,
    endpoint,
    parameters,
    isCut,
  };
}

function addressIn(text: string): string {
  const start = /https?:\/\//i.exec(text)?.index ?? /[/\w.-]*[?#](?=[\w.%-]{1,60}=)/.exec(text)?.index;
  if (start === undefined) {
    // Only the parameters, without "?".
    const bare = /(?:^|\s)((?:code|error|response_type|client_id|state)=\S*)/.exec(text)?.[1];
    return bare === undefined ? '' : `?${bare}`;
  }
  const rest = text.slice(start);
  // Terminals and mails break long addresses: a line that goes on without a space belongs to it.
  const joined = /^\S+(?:\r?\n\S+)*\s*$/.test(rest) ? rest.replace(/\r?\n/g, '') : rest;
  const address = /^\S*/.exec(joined)?.[0] ?? '';
  return address.replace(/["'`>)\],;]{0,5}$/, '');
}

function firstIndex(text: string, characters: readonly string[]): number {
  const found = characters.map((character) => text.indexOf(character)).filter((index) => index !== -1);
  return found.length === 0 ? text.length : Math.min(...found);
}

function parametersOf(query: string, isInFragment: boolean): UrlParameter[] {
  return query
    .split('&', MOST + 1)
    .filter((pair) => pair !== '' && (!isInFragment || pair.includes('=')))
    .map((pair) => {
      const equals = pair.indexOf('=');
      const [name, raw] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
      return { name: decodedForm(name), value: decodedForm(raw), raw, isInFragment };
    });
}

/** Decodes a form value once; what is not valid stays as it is. */
function decodedForm(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function useOf(
  endpoint: string,
  parameters: readonly UrlParameter[],
  profile: UrlObservation['profile'],
): UrlKind {
  const names = new Set(parameters.map(({ name }) => name));
  const path = endpoint.replace(/^https?:\/\/[^/]*/i, '');
  const isAt = (address: string | undefined) =>
    address !== undefined && endpoint !== '' && samePath(endpoint, address);
  const { metadata, facts, apiBaseUrl = '' } = profile;
  if (isAt(metadata?.token_endpoint) || names.has('grant_type') || /\/accessToken\/?$/i.test(path))
    return 'token';
  if (isAt(metadata?.authorization_endpoint) || isAt(facts?.endpoints.native?.value)) return 'authorization';
  if ((apiBaseUrl !== '' && endpoint.startsWith(`${apiBaseUrl}/`)) || names.has('oauth2_access_token'))
    return 'api';
  if (names.has('response_type') || (names.has('client_id') && names.has('redirect_uri')))
    return 'authorization';
  if (
    names.has('code') ||
    names.has('access_token') ||
    [...names].some((name) => /err(?:or)?(?:_?code)?$/i.test(name))
  ) {
    return 'callback';
  }
  if (/\/oauth2?\/.*authori[sz]/i.test(path)) return 'authorization';
  return 'unknown';
}
