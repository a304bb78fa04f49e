import { list, object, text } from '../json-value.ts';
import type { CollectionObservation } from '../observation.ts';
import { variablesIn } from '../resolve.ts';
import { storedSecretsOf } from '../secrets.ts';
import { type Change, type Draft, isDraft } from './change.ts';
import type { JsonPath } from './rewrite-json.ts';

/**
 * Takes secrets out of the variables, and the percent-encoding off a redirect_uri that is kept encoded.
 *
 * @returns the secrets, for an environment: without them the copy would send something else
 */
export function fixVariables(
  root: Draft,
  base: JsonPath,
  observation: CollectionObservation,
  changes: Change[],
): { readonly key: string; readonly value: string }[] {
  const secrets = new Set(
    storedSecretsOf(observation)
      .filter(({ place }) => place === 'variables of the collection')
      .map(({ name }) => name),
  );
  const uris = redirectVariables(observation);
  const moved: { key: string; value: string }[] = [];
  for (const [number, variable] of list(root.variable).entries()) {
    if (!isDraft(variable) || variable.disabled === true) continue;
    const key = text(variable.key) || text(variable.id);
    const value = text(variable.value);
    const paths: readonly JsonPath[] = [[...base, 'variable', number]];
    if (secrets.has(key) && value !== '') {
      variable.value = '';
      if (!moved.some((each) => each.key === key)) moved.push({ key, value });
      const what = 'the secret is out of the file, and in the environment beside it';
      changes.push({ place: `variable ${key}`, what, before: '***', after: '(empty)', paths });
    } else if (uris.has(key) && plain(value) !== value) {
      variable.value = plain(value);
      const what = 'the value is kept plain, not percent-encoded';
      changes.push({ place: `variable ${key}`, what, before: value, after: plain(value), paths });
    }
  }
  return moved;
}

/** Variables that stand for a redirect_uri, and for nothing else. */
function redirectVariables({ requests }: CollectionObservation): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { query, fields } of requests) {
    for (const { key, value } of [...query, ...fields])
      if (key === 'redirect_uri' && /^\{\{[^{}]*\}\}$/.test(value))
        for (const name of variablesIn(value)) names.add(name);
  }
  return names;
}

/** Only where nothing in the value needs encoding in the query of the authorization request. */
export function plain(value: string): string {
  if (!/^https?%(?:25)?3A%(?:25)?2F%(?:25)?2F/i.test(value)) return value;
  try {
    let decoded = value;
    for (let round = 0; round < 3 && /%3A/i.test(decoded.replaceAll('%25', '%')); round++)
      decoded = decodeURIComponent(decoded);
    return /[&#+%? ]/.test(decoded) ? value : decoded;
  } catch {
    return value;
  }
}

/** An environment file of Postman with secrets in it. */
export function environmentFor(
  name: string,
  secrets: readonly { readonly key: string; readonly value: string }[],
): object {
  return {
    name: `${object({ name }).name}: secrets`,
    values: secrets.map(({ key, value }) => ({ key, value, type: 'secret', enabled: true })),
    _postman_variable_scope: 'environment',
  };
}
