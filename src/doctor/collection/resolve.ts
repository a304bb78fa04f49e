import type { CollectionObservation } from './observation.ts';

const VARIABLE = /\{\{([^{}]{1,200})\}\}/g;
/** Postman replaces what comes out of a replacement again, up to twenty times. */
const ROUNDS = 20;

/** Replaces variables as Postman does: the environment goes before the collection; an unknown one stays as it is. */
export function resolved(text: string, observation: CollectionObservation): string {
  let result = text;
  for (let round = 0; round < ROUNDS && result.length < 100_000; round++) {
    const next = result.replace(
      VARIABLE,
      (whole, name: string) => valueOfVariable(name.trim(), observation) ?? whole,
    );
    if (next === result) break;
    result = next;
  }
  return result;
}

/** Undefined where neither environment nor collection define the variable. */
export function valueOfVariable(
  name: string,
  { environment = {}, variables }: CollectionObservation,
): string | undefined {
  if (Object.hasOwn(environment, name)) return environment[name];
  return variables.find(({ key }) => key === name)?.value;
}

/** Names of the variables that a text uses, without Postman's own such as `$guid`. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)]
    .map(([, name = '']) => name.trim())
    .filter((name) => !name.startsWith('$'));
}

/** All scripts of a collection, once each. */
export function scriptsOf({ requests }: CollectionObservation): string {
  return [...new Set(requests.flatMap(({ prerequest, test }) => [prerequest, test]))].join('\n');
}

/** Whether a script of the collection gives the variable its value. */
export function isSetByScript(name: string, observation: CollectionObservation): boolean {
  const scripts = scriptsOf(observation);
  // Names may be built or come from a list: what a script mentions in quotes it may also set.
  const isMentioned = [`'${name}'`, `"${name}"`, `\`${name}\``].some((quoted) => scripts.includes(quoted));
  const sets = /\.set\(|setEnvironmentVariable\(|setGlobalVariable\(/.test(scripts);
  return sets && (isMentioned || new RegExp(`\\b${name.replace(/[^\w]/g, '\\$&')}\\b`).test(scripts));
}
