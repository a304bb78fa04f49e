import { list, object, text } from '../json-value.ts';
import { isAuthorization, isLogin, isScripted, isTokenRequest, readsLocation } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';
import { serverRules } from '../server-rules.ts';
import { type Change, type Draft, isDraft } from './change.ts';
import { fixScript } from './fix-script.ts';
import { fixTokenRequest } from './fix-token-request.ts';
import { fixVariables } from './fix-variables.ts';
import type { JsonPath } from './rewrite-json.ts';

/** A corrected copy, and what was changed in it. */
export interface FixedCollection {
  readonly collection: unknown;
  readonly changes: readonly Change[];
  /** What is wrong and was left alone, with the reason. */
  readonly left: readonly string[];
  /** Secrets that left the file, for an environment. */
  readonly secrets: readonly { readonly key: string; readonly value: string }[];
}

/**
 * Corrects what can be corrected without knowing what its owner meant: token requests are sent by POST with the
 * parameters of OAuth in a form body, scripted logins do not follow redirects, the client goes into the body where the
 * provider rejects the header, values are kept plain, secrets leave the variables of the file. Nothing that is sent is
 * lost, and what belongs in the query stays there. The given value is not changed.
 *
 * @param json as it was read
 * @param observation what was read of it
 */
export function fixCollection(json: unknown, observation: CollectionObservation): FixedCollection {
  const copy: unknown = structuredClone(json);
  const isWrapped = object(object(json).collection).item !== undefined;
  const root = (isWrapped ? (copy as Draft).collection : copy) as Draft;
  const base: JsonPath = isWrapped ? ['collection'] : [];
  const changes: Change[] = [];
  const left: string[] = [];
  let index = 0;
  const visit = (item: Draft, path: JsonPath, place: string, depth: number): void => {
    fixTab(item, path, place, observation, changes);
    if (item.request !== undefined) {
      const request = observation.requests[index++];
      if (request !== undefined && isDraft(item.request)) {
        if (isTokenRequest(request, observation))
          fixTokenRequest({ item, path, request, observation, changes, left });
        fixRedirects(item, path, request, observation, changes);
      }
    }
    fixScript(item, path, place || 'the collection', changes);
    if (depth >= 30) return;
    for (const [number, child] of list(item.item).entries()) {
      if (!isDraft(child)) {
        if (object(child).request !== undefined) index += 1;
        continue;
      }
      const name = text(child.name) || '(no name)';
      visit(child, [...path, 'item', number], place === '' ? name : `${place} > ${name}`, depth + 1);
    }
  };
  if (observation.isCollection && isDraft(root)) visit(root, base, '', 1);
  const secrets =
    observation.isCollection && isDraft(root) ? fixVariables(root, base, observation, changes) : [];
  return { collection: copy, changes, left, secrets };
}

function fixRedirects(
  item: Draft,
  path: JsonPath,
  request: CollectionObservation['requests'][number],
  observation: CollectionObservation,
  changes: Change[],
): void {
  if (!request.followsRedirects || !isScripted(observation)) return;
  if (!isAuthorization(request) && !isLogin(request, observation) && !readsLocation(request.test)) return;
  const behavior = object(item.protocolProfileBehavior);
  item.protocolProfileBehavior = { ...behavior, followRedirects: false };
  changes.push({
    place: request.place,
    what: 'redirects are not followed automatically',
    before: behavior.followRedirects === undefined ? 'followRedirects not set' : 'followRedirects: true',
    after: 'followRedirects: false',
    paths: [[...path, 'protocolProfileBehavior']],
  });
}

/** Only where the provider is known to reject the header. */
function fixTab(
  owner: Draft,
  path: JsonPath,
  place: string,
  observation: CollectionObservation,
  changes: Change[],
): void {
  const inRequest = object(owner.request).auth !== undefined;
  const auth = inRequest ? object(owner.request).auth : owner.auth;
  if (!isDraft(auth) || auth.type !== 'oauth2') return;
  const settings = auth.oauth2;
  const entries: readonly Draft[] = Array.isArray(settings) ? settings.filter(isDraft) : [];
  const setting = (key: string) =>
    Array.isArray(settings) ? entries.find((entry) => entry.key === key)?.value : object(settings)[key];
  const endpoint = text(setting('accessTokenUrl')) || text(setting('authUrl'));
  if (endpoint === '' || setting('client_authentication') === 'body' || setting('grant_type') === 'implicit')
    return;
  if (serverRules(endpoint, observation)?.rejectsBasic !== true) return;
  const before = text(setting('client_authentication'));
  const own = entries.find((entry) => entry.key === 'client_authentication');
  if (own !== undefined) own.value = 'body';
  else if (Array.isArray(settings))
    settings.push({ key: 'client_authentication', value: 'body', type: 'string' });
  else if (isDraft(settings)) settings.client_authentication = 'body';
  else return;
  changes.push({
    place: `${place || 'the collection'}, tab Authorization`,
    what: 'the client is sent in the body',
    before: before === '' ? 'client_authentication not set' : `client_authentication: ${before}`,
    after: 'client_authentication: body',
    paths: [[...path, ...(inRequest ? ['request', 'auth'] : ['auth'])]],
  });
}
