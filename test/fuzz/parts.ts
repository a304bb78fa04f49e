import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';

/** Milliseconds until a script that does not come back is ended: a guard against hanging, not a measurement. */
const MOST = 20_000;

/**
 * Functions of sandbox scripts, called in a context of their own with nothing but what a script is given.
 *
 * @param files of scripts/, in the order in which they are embedded
 * @returns a function that calls one of theirs by name; it throws when that does not end
 */
export function partsOf(files: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const scope = { get: (name: string) => variables[name] };
  const context = createContext({
    ERRORS: [],
    expected: { places: [], signIn: {} },
    pm: { environment: scope, variables: { ...scope, replaceIn: (text: string) => text } },
  });
  const source = files
    .map((file) => readFileSync(new URL(`../../scripts/${file}`, import.meta.url), 'utf8'))
    .join('\n\n');
  new Script(source).runInContext(context);
  return (name: string, ...values: readonly unknown[]): unknown => {
    context.values = values;
    return new Script(`${name}(...values)`).runInContext(context, { timeout: MOST });
  };
}
