// @ts-nocheck
import sdk from 'postman-collection';
import type { CollectionObservation } from './observation.ts';

const VARIABLE = /\{\{([^{}]{1,200})\}\}/g;
/** Postman's own variables, such as `{{$guid}}`, stay as they are: a value made up here would say nothing. */
const OWN = '{{$';
const HELD_BACK = '\u0000$';

const lists = new WeakMap<CollectionObservation, InstanceType<typeof sdk.VariableList>>();

/** Replaces variables by Postman's SDK: the environment goes before the collection; an unknown one stays as it is. */
export function resolved(text: string, observation: CollectionObservation): string {
  if (!text.includes('{{')) return text;
  const result = sdk.Property.replaceSubstitutions(text.replaceAll(OWN, HELD_BACK), variablesOf(observation));
  return result.replaceAll(HELD_BACK, OWN);
}

function variablesOf(observation: CollectionObservation): InstanceType<typeof sdk.VariableList> {
  const known = lists.get(observation);
  if (known !== undefined) return known;
  const { environment = {}, variables } = observation;
  // The first of a name counts, and in a list of the SDK that is the last one that was put in.
  const values = new Map([...variables].reverse().map(({ key, value }) => [key, value]));
  for (const [key, value] of Object.entries(environment)) values.set(key, value);
  const entries = [...values].map(([key, value]) => ({ key, value: value.replaceAll(OWN, HELD_BACK) }));
  const list = new sdk.VariableList(null, entries);
  lists.set(observation, list);
  return list;
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
