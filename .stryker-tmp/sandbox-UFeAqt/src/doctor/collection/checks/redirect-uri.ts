// @ts-nocheck
import { visible } from '../../../oauth/characters.ts';
import { redirectUriDifferences } from '../../../oauth/redirect-uri.ts';
import { type Problem, problem } from '../../diagnosis.ts';
import { markedLines } from '../../redirect-uri/marked-lines.ts';
import { isAuthorization, isTokenRequest } from '../kinds.ts';
import type { CollectionField, CollectionObservation, CollectionRequest } from '../observation.ts';
import { resolved } from '../resolve.ts';

interface Sent {
  readonly request: CollectionRequest;
  readonly field: CollectionField;
  /** After the variables were replaced. */
  readonly value: string;
  /** What the server reads: a query and a raw form are decoded, a form that Postman encodes arrives as it is. */
  readonly seen: string;
}

/** The redirect_uri of authorization and token request, as the server sees them. */
export function redirectUris(observation: CollectionObservation): Problem[] {
  const asked = observation.requests.filter(isAuthorization).flatMap((request) => sent(request, observation));
  const exchanged = observation.requests
    .filter((request) => isTokenRequest(request, observation))
    .flatMap((request) => sent(request, observation));
  const encoded = [...asked, ...exchanged].find(({ value }) => /^[a-z][a-z0-9+.-]*%(?:25)*3A/i.test(value));
  return [
    ...(encoded === undefined ? notEqual(asked[0], exchanged) : []),
    ...(encoded === undefined ? [] : [encodedValue(encoded)]),
  ];
}

function sent(request: CollectionRequest, observation: CollectionObservation): Sent[] {
  const inQuery = request.query.map((field) => ({ field, isEncodedByPostman: false }));
  const inBody = request.fields.map((field) => ({
    field,
    isEncodedByPostman: request.body === 'urlencoded',
  }));
  return [...inQuery, ...inBody]
    .filter(({ field }) => field.key === 'redirect_uri')
    .map(({ field, isEncodedByPostman }) => {
      const value = resolved(field.value, observation);
      return { request, field, value, seen: isEncodedByPostman ? value : decoded(value) };
    });
}

function notEqual(asked: Sent | undefined, exchanged: readonly Sent[]): Problem[] {
  if (asked === undefined) return [];
  // One variable in both places is one value, even when it is not known.
  const other = exchanged.find(
    ({ seen, field }) =>
      field.value !== asked.field.value && redirectUriDifferences(asked.seen, seen).length > 0,
  );
  if (other === undefined) return [];
  return [
    problem('redirect-uris-not-equal', {
      evidence: [
        `requests     ${asked.request.place} and ${other.request.place}`,
        ...markedLines(asked.seen, other.seen, [], ['authorize', 'token']),
      ],
    }),
  ];
}

function encodedValue({ request, field, value }: Sent): Problem {
  return problem('encoded-once-too-often', {
    evidence: [
      `request  ${request.place}`,
      `value    ${field.value} = ${visible(value)}`,
      `meant    ${visible(decoded(value))}`,
    ],
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
