import { type Problem, problem } from '../../diagnosis.ts';
import { isAuthorization } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';
import { isPlaceholder } from '../placeholder.ts';
import { isSetByScript, resolved, variablesIn } from '../resolve.ts';
import { withoutComments } from '../script-secrets.ts';

/** state is missing, constant, or never compared (RFC 6749 section 10.12). */
export function state(observation: CollectionObservation): Problem[] {
  const inRequests = observation.requests.filter(isAuthorization).flatMap((request) => {
    const value = request.query.find(({ key }) => key === 'state')?.value;
    const evidence = [`request  ${request.place}`, ...(value === undefined ? [] : [`state    ${value}`])];
    if (value === undefined || value === '') return [problem('state-missing', { evidence })];
    const isDrawn =
      variablesIn(value).some((name) => isSetByScript(name, observation)) ||
      resolved(value, observation).includes('{{$');
    const isConstant = !isDrawn && !isPlaceholder(resolved(value, observation));
    const isKept = !value.includes('{{$');
    const isExpected =
      !isKept || (observation.scripts.length > 0 && variablesIn(value).length > 0) || isDrawn;
    return [
      ...(isConstant ? [problem('state-constant', { evidence })] : []),
      ...(isExpected && !(isCompared(observation) && isKept)
        ? [problem('state-not-compared', { evidence })]
        : []),
    ];
  });
  return [...inRequests, ...builtWithout(observation)];
}

/** A place that reads the state that was sent: from a variable, whatever the variable is called. */
const KEPT =
  /(?:variables|environment|globals|getEnvironmentVariable|getGlobalVariable)[\w.]*\(?\s*(?:\.get\()?\s*['"`][\w.-]*state[\w.-]*['"`]/i;

const OTHER = /\bstate\b/i;

const compared = new WeakMap<CollectionObservation, boolean>();

/** Some script reads the state that was kept. The word alone may belong to anything: an order has a state, too. */
function isCompared(observation: CollectionObservation): boolean {
  const known = compared.get(observation);
  if (known !== undefined) return known;
  const result = observation.scripts.some(({ text }) => {
    const code = withoutComments(text);
    return code.split('\n').some((line) => OTHER.test(line) && KEPT.test(line) && !/\.set\(/.test(line));
  });
  compared.set(observation, result);
  return result;
}

/** The URL of an authorization request, as a script puts it together. */
const BUILT =
  /['"`][^'"`\n]*[?&]response_type=(?:code|token)[\s\S]{0,1500}?(?:;\s*$|\n\s*\n|\)\s*;|$(?![\s\S]))/gm;

function builtWithout({ scripts }: CollectionObservation): Problem[] {
  return scripts.flatMap(({ place, text }) =>
    [...withoutComments(text.slice(0, 200_000)).matchAll(BUILT)]
      .filter(([url]) => /client_id/.test(url) && !/\bstate\b/i.test(url))
      .slice(0, 1)
      .map(() =>
        problem('state-missing', {
          evidence: [`script   of ${place}`, 'URL      response_type=…, without state'],
        }),
      ),
  );
}
