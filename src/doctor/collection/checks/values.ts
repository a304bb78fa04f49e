import { type Problem, problem } from '../../diagnosis.ts';
import { isAuthorization, isTokenRequest } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';

/** What typing and pasting leaves in requests: a second question mark, the end of a line. */
export function values(observation: CollectionObservation): Problem[] {
  const { requests, authorizations, variables } = observation;
  const ofRequests = requests.flatMap((request) => {
    const { place, url, query, fields, headers, body } = request;
    const isOAuth = isAuthorization(request) || isTokenRequest(request, observation);
    const fieldsOfForm = body === 'json' ? [] : fields;
    return [
      ...(isOAuth && hasSecondMark(url)
        ? [
            problem('second-question-mark', {
              evidence: [`request  ${place}`, `query    ?${url.split('?').slice(1).join('?').slice(0, 60)}`],
            }),
          ]
        : []),
      ...lineEnds(place, isOAuth ? [...query, ...fieldsOfForm] : []),
      ...lineEnds(
        place,
        headers.filter(({ key }) => /^authorization$/i.test(key)),
      ),
    ];
  });
  return [
    ...ofRequests,
    ...authorizations.flatMap(({ place, settings }) =>
      lineEnds(
        `${place}, tab Authorization`,
        Object.entries(settings).map(([key, value]) => ({ key, value })),
      ),
    ),
    ...lineEnds(
      'variables of the collection',
      variables.filter(({ key }) => /client|secret|token|redirect|callback|scope|url|uri/i.test(key)),
    ),
  ];
}

/** What stands behind the second "?" belongs to the value in front of it, and is no parameter. */
function hasSecondMark(url: string): boolean {
  const query = url.split('#')[0]?.split('?').slice(1) ?? [];
  // A redirect_uri that is not encoded may have a "?" of its own; a parameter of OAuth behind it says that it is no part of it.
  return (
    query.length > 1 &&
    query
      .slice(1)
      .some((part) => /(?:^|&)(?:response_type|client_id|grant_type|redirect_uri|scope|state)=/.test(part)) &&
    !/^[^?]*redirect_uri=[^&]*$/.test(query[0] ?? '')
  );
}

function lineEnds(place: string, fields: readonly { key: string; value: string }[]): Problem[] {
  return fields
    .filter(({ value }) => /^[^\r\n]{1,2000}[\r\n]+$|^[\r\n]+[^\r\n]{1,2000}$/.test(value))
    .map(({ key }) =>
      problem('line-end', {
        evidence: [`place    ${place}`, `value    of ${key} ends or begins with <line end>`],
      }),
    );
}
