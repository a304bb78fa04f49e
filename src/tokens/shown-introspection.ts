import { createRedactor } from '../redaction/redactor.ts';
import { shownJson } from '../redaction/shown-json.ts';

/**
 * What a server says of a token, without the token: some servers repeat it. The other members are what was asked for.
 *
 * @param secrets by their names
 */
export function shownIntrospection(
  answer: Readonly<Record<string, unknown>>,
  secrets: Readonly<Record<string, string | undefined>>,
): unknown {
  const redactor = createRedactor();
  for (const [name, value] of Object.entries(secrets)) if (value !== undefined) redactor.learn(name, value);
  const shown = shownJson(JSON.stringify(answer), { partner: 'api', hideAll: false, redactor });
  return shown === undefined ? {} : JSON.parse(redactor.known(shown));
}
