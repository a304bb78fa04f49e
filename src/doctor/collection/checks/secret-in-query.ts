import { type Problem, problem } from '../../diagnosis.ts';
import { isTokenRequest } from '../kinds.ts';
import type { CollectionField, CollectionObservation } from '../observation.ts';
import { isPlaceholder } from '../placeholder.ts';
import { variablesIn } from '../resolve.ts';
import { isSecretField } from '../secret-name.ts';
import { parametersOfSentUrls } from '../sent-by-script.ts';

/** Secrets in queries: of requests, of the tab that adds its token to the URL, and of URLs that scripts send. */
export function secretInQuery(observation: CollectionObservation): Problem[] {
  const { requests, authorizations, scripts } = observation;
  const found = (place: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : [
          problem('secret-in-query', {
            evidence: [`request  ${place}`, `query    ${[...new Set(names)].join(', ')}`],
          }),
        ];
  return [
    ...requests.flatMap((request) =>
      found(
        request.place,
        request.query
          .filter((field) => opens(field) || (field.key === 'code' && isTokenRequest(request, observation)))
          .map(({ key }) => key),
      ),
    ),
    ...authorizations
      .filter(({ type, settings }) => type === 'oauth2' && settings.addTokenTo === 'queryParams')
      .flatMap(({ place }) => found(`${place}, tab Authorization`, ['access_token'])),
    ...scripts.flatMap(({ place, text }) =>
      found(
        `${place}, a script`,
        parametersOfSentUrls(text).filter((key) => opens({ key, value: 'x' })),
      ),
    ),
  ];
}

/** Tokens and secrets of OAuth; the key of an API stands in its queries by design. */
function opens({ key, value }: CollectionField): boolean {
  return !/^(?:true|false|\d{0,4})$/.test(value.trim()) && isSecretField(key) && !/key$/i.test(key);
}

/** Tokens in the path of a URL, and user name and password in front of its host. */
export function secretInPath({ requests }: CollectionObservation): Problem[] {
  return requests.flatMap(({ place, url }) => {
    const [, userInfo = ''] = /^[a-z]+:\/\/([^/@\s]*:[^/@\s]*)@/i.exec(url) ?? [];
    const path = url.replace(/^(?:[a-z]+:)?\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '';
    const segment = path.split('/').slice(1).find(isToken);
    const isUser = userInfo !== '' && !isPlaceholder(userInfo.split(':').slice(1).join(':'));
    if (segment === undefined && !isUser) return [];
    const what = isUser ? 'a user name and a password in front of the host' : `the part ${segment}`;
    return [problem('secret-in-path', { evidence: [`request  ${place}`, `URL      ${what}`] })];
  });
}

function isToken(segment: string): boolean {
  if (/^eyJ[\w-]{10,}\.[\w-]{4,}\.[\w-]*$/.test(segment)) return true;
  if (!/^(?:\{\{[^{}]*\}\}|:\w+)$/.test(segment)) return false;
  const names = segment.startsWith(':') ? [segment.slice(1)] : variablesIn(segment);
  return names.some((name) => /(?:access|refresh|bearer|auth|id)[_-]?token$/i.test(name));
}
