import { isSecureUrl } from '../../../oauth/secure-url.ts';
import { visible } from '../../../redirect-uri/characters.ts';
import { redirectUriDifferences } from '../../../redirect-uri/redirect-uri.ts';
import { type Problem, problem } from '../../diagnosis.ts';
import { markedLines } from '../../redirect-uri/marked-lines.ts';
import { isAuthorization, isTokenRequest } from '../kinds.ts';
import type { CollectionField, CollectionObservation, CollectionRequest } from '../observation.ts';
import { isPlaceholder } from '../placeholder.ts';
import { resolved } from '../resolve.ts';

interface Sent {
  readonly request: CollectionRequest;
  readonly field: CollectionField;
  /** After the variables were replaced. */
  readonly value: string;
  /** What the server reads: a query and a raw form are decoded once, a form that Postman encodes arrives as it is. */
  readonly seen: string;
}

/** The redirect_uri of authorization and token request, as the server sees them. */
export function redirectUris(observation: CollectionObservation): Problem[] {
  const asked = observation.requests.filter(isAuthorization).flatMap((request) => sent(request, observation));
  const exchanged = observation.requests
    .filter((request) => isTokenRequest(request, observation))
    .flatMap((request) => sent(request, observation));
  const encoded =
    [...asked, ...exchanged].find(({ seen }) => ENCODED.test(seen)) ??
    // It belongs into the form body, where Postman encodes it again.
    exchanged.find(({ field, value }) => field.value.includes('{{') && ENCODED.test(value));
  return [
    ...(encoded === undefined ? notEqual(asked, exchanged) : [encodedValue(encoded)]),
    ...plainHttp([...asked, ...exchanged], observation),
  ];
}

const ENCODED = /^[a-z][a-z0-9+.-]*%(?:25)*3A/i;

function sent(request: CollectionRequest, observation: CollectionObservation): Sent[] {
  const inQuery = request.query.map((field) => ({ field, isDecoded: true }));
  const inBody = request.fields.map((field) => ({ field, isDecoded: request.body === 'raw form' }));
  return [...inQuery, ...inBody]
    .filter(({ field }) => field.key === 'redirect_uri' && field.value !== '')
    .map(({ field, isDecoded }) => {
      const value = resolved(field.value, observation);
      return { request, field, value, seen: isDecoded ? decoded(value) : value };
    });
}

/** A token request is wrong when no authorization request sends what it sends. */
function notEqual(asked: readonly Sent[], exchanged: readonly Sent[]): Problem[] {
  const known = asked.filter(({ seen }) => !isPlaceholder(seen));
  const [first] = known;
  // One that is not known may be the one that belongs to it.
  if (first === undefined || known.length < asked.length) return [];
  const other = exchanged.find(
    ({ seen }) =>
      !isPlaceholder(seen) && known.every((each) => redirectUriDifferences(each.seen, seen).length > 0),
  );
  if (other === undefined) return [];
  return [
    problem('redirect-uris-not-equal', {
      evidence: [
        `requests     ${first.request.place} and ${other.request.place}`,
        ...markedLines(first.seen, other.seen, [], ['authorize', 'token']),
      ],
    }),
  ];
}

function encodedValue({ request, field, value }: Sent): Problem {
  return problem('encoded-once-too-often', {
    evidence: [
      `request  ${request.place}`,
      `value    ${field.value} = ${visible(value)}`,
      `meant    ${visible(plainly(value))}`,
    ],
  });
}

function plainHttp(all: readonly Sent[], observation: CollectionObservation): Problem[] {
  const inTabs = observation.authorizations
    .filter(({ type }) => type === 'oauth2')
    .map(({ place, settings }) => ({
      place: `${place}, tab Authorization`,
      uri: resolved(settings.redirect_uri ?? settings.redirectUri ?? settings.callBackUrl ?? '', observation),
    }));
  const found = [...all.map(({ request, seen }) => ({ place: request.place, uri: seen })), ...inTabs].find(
    ({ uri }) => /^http:\/\//i.test(uri) && !uri.includes('{{') && URL.canParse(uri) && !isSecureUrl(uri),
  );
  return found === undefined
    ? []
    : [problem('plain-http', { evidence: [`request  ${found.place}`, `value    ${visible(found.uri)}`] })];
}

/** Decoded until nothing of the encoding of its beginning is left. */
function plainly(text: string): string {
  let plain = text;
  for (let round = 0; round < 5 && ENCODED.test(plain); round++) plain = decoded(plain);
  return plain;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
