import { createRedactor, type Redactor } from '../redaction/redactor.ts';
import { secretsInVariables } from './discover.ts';
import type { RunRequest } from './request.ts';
import { requestsOf } from './requests-of.ts';

/** A redactor that knows the secrets of a run, and the settings of it that are none. */
export function redactorFor(
  request: Pick<RunRequest, 'secrets' | 'environment'> & Partial<Pick<RunRequest, 'collection'>>,
): Redactor {
  const redactor = createRedactor();
  for (const { name, value } of request.secrets) redactor.learn(name, value);
  const { values } = request.environment;
  const secrets = secretsInVariables(values, markedSecrets(request));
  for (const { name, value } of secrets) redactor.learn(name, value);
  const names = new Set(secrets.map(({ name }) => name));
  for (const { key, value } of values) if (!names.has(key)) knowParts(value, redactor);
  if (request.collection !== undefined) {
    for (const { url } of requestsOf(request.collection)) knowParts(url, redactor);
  }
  return redactor;
}

/** The variables that Postman was told to keep secret. */
export function markedSecrets({ environment }: Pick<RunRequest, 'environment'>): ReadonlySet<string> {
  return new Set(environment.values.filter(({ type }) => type === 'secret').map(({ key }) => key));
}

/** A tenant's id in the path of an endpoint, and the id in a scope, look like those of a session. */
function knowParts(value: string, redactor: Redactor): void {
  if (value.length > 4096) return;
  redactor.know(value);
  for (const part of value.split(/[\s/?#&=,]+/)) redactor.know(part);
}
