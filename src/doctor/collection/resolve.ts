import sdk from 'postman-collection';
import type { CollectionObservation } from './observation.ts';

const VARIABLE = /\{\{([^{}]{1,200})\}\}/g;
/** Postman's own variables, such as `{{$guid}}`, stay as they are: a value made up here would say nothing. */
const OWN = '{{$';
const HELD_BACK = '\u0000$';

/** What a collection's variables are, made once: thousands of requests ask for the same few. */
interface Known {
  readonly values: ReadonlyMap<string, string>;
  readonly list: InstanceType<typeof sdk.VariableList>;
  readonly results: Map<string, string>;
}

const known = new WeakMap<CollectionObservation, Known>();

/** Replaces variables by Postman's SDK: the environment goes before the collection; an unknown one stays as it is. */
export function resolved(text: string, observation: CollectionObservation): string {
  if (!text.includes('{{')) return text;
  const { list, results } = knownOf(observation);
  const before = results.get(text);
  if (before !== undefined) return before;
  const result = sdk.Property.replaceSubstitutions(text.replaceAll(OWN, HELD_BACK), list).replaceAll(
    HELD_BACK,
    OWN,
  );
  results.set(text, result);
  return result;
}

function knownOf(observation: CollectionObservation): Known {
  const before = known.get(observation);
  if (before !== undefined) return before;
  const { environment = {}, variables } = observation;
  // The first of a name counts, and in a list of the SDK that is the last one that was put in.
  const values = new Map([...variables].reverse().map(({ key, value }) => [key, value]));
  for (const [key, value] of Object.entries(environment)) values.set(key, value);
  const entries = [...values].map(
    ([key, value]) => new sdk.Variable({ key, value: value.replaceAll(OWN, HELD_BACK) }),
  );
  const made = {
    values,
    list: new sdk.VariableList(new sdk.Property(), entries),
    results: new Map<string, string>(),
  };
  known.set(observation, made);
  return made;
}

/** Undefined where neither environment nor collection define the variable. */
export function valueOfVariable(name: string, observation: CollectionObservation): string | undefined {
  return knownOf(observation).values.get(name);
}

/** Names of the variables that a text uses, without Postman's own such as `$guid`. */
export function variablesIn(text: string): string[] {
  if (!text.includes('{{')) return [];
  return [...text.matchAll(VARIABLE)]
    .map(([, name = '']) => name.trim())
    .filter((name) => !name.startsWith('$'));
}

const joined = new WeakMap<CollectionObservation, string>();

/** All scripts of a collection, once each. */
export function scriptsOf(observation: CollectionObservation): string {
  const known = joined.get(observation);
  if (known !== undefined) return known;
  const all = [...new Set(observation.scripts.map(({ text }) => text))].join('\n');
  joined.set(observation, all);
  return all;
}

const words = new WeakMap<CollectionObservation, ReadonlySet<string>>();

/** Whether a script of the collection gives the variable its value. */
export function isSetByScript(name: string, observation: CollectionObservation): boolean {
  const scripts = scriptsOf(observation);
  if (!/\.set\(|setEnvironmentVariable\(|setGlobalVariable\(/.test(scripts)) return false;
  // Names may be built or come from a list: what a script mentions it may also set.
  if (!/^\w+$/.test(name)) return scripts.includes(name);
  const known = words.get(observation) ?? new Set(scripts.match(/\w+/g) ?? []);
  words.set(observation, known);
  return known.has(name);
}
