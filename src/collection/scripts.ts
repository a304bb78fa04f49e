import type { Script } from '../flows/flow.ts';
import { scriptFiles } from '../flows/script-files.ts';
import type { Library } from './library.ts';
import { literal } from './literal.ts';
import { type ReadScript, withoutComments } from './read-script.ts';

/** Where a script stands, and what stands there besides. */
export interface ScriptPlace {
  readonly listen: 'prerequest' | 'test';
  /** A script of the same request has looked for the library before. */
  readonly isSecond: boolean;
  readonly library: Library;
  readonly readScript: ReadScript;
}

/**
 * The lines of a Postman script: it calls the library of its collection with the facts of its step. What is not in the
 * library, the reader of the sign-in, stands behind it.
 *
 * @returns one entry per line, as Postman writes `exec`
 */
export function scriptLines(script: Script, place: ScriptPlace): string[] {
  const own = scriptFiles[script.run].filter((file) => !place.library.files.includes(file));
  return (own.length === 0 ? callOf(script, place) : inPlace(script, own, place)).split('\n');
}

function callOf(script: Script, place: ScriptPlace): string {
  const { library, readScript } = place;
  const files = scriptFiles[script.run].map((file) => readScript(file));
  const facts = Object.keys(script.facts).length === 0 ? '' : literal(script.facts);
  return [
    ...purposeOf(files.at(-1) ?? ''),
    ...looksAt(files),
    ...unlessThere(place, script.run === 'beforeProvocation' && script.facts.publishes !== true),
    `${library.name}(${library.given}).${script.run}(${facts});`,
  ].join('\n');
}

/** The first sentence of the comment in front of the function. */
function purposeOf(file: string): string[] {
  const [, comment = ''] = /^\/\*\*\n([\s\S]*?)\n \*(?:\n \* @|\/)/m.exec(file) ?? [];
  const [sentence = ''] = /^[\s\S]*?[.:](?=\s|$)/.exec(comment) ?? [comment];
  return sentence
    .replace(/:$/, '.')
    .split('\n')
    .map((line) => line.replace(/^ \*/, '//'));
}

/** legwork builds for a script only those of these parts of `pm` that its text names (src/runner/reuse). */
function looksAt(files: readonly string[]): string[] {
  const parts = ['request', 'cookies'].filter((part) => files.some((file) => file.includes(`pm.${part}`)));
  return parts.length === 0 ? [] : [`// Looks at ${parts.map((part) => `pm.${part}`).join(' and ')}.`];
}

const LACK = 'The pre-request script of the collection is missing: copy it, too.';

/**
 * What a request does that was copied without the library. Newman sends a request whose script has thrown, and a skipped
 * one counts for nothing, so there is a test that fails; Bruno counts none in front of a request, but the error.
 *
 * @param mayBeSent nothing is spent or published by it, whatever the library would have done
 */
function unlessThere({ library: { name }, listen, isSecond }: ScriptPlace, mayBeSent: boolean): string[] {
  if (isSecond) return [];
  const condition = `if (typeof ${name} === 'undefined')`;
  if (listen === 'test' || mayBeSent) return [`${condition} throw new Error('${LACK}');`];
  return [
    `${condition} {`,
    `  const lack = new Error('${LACK}');`,
    '  pm.test(lack.message, () => { throw lack; });',
    '  pm.execution.skipRequest();',
    '  throw lack;',
    '}',
  ];
}

function inPlace(script: Script, own: readonly string[], place: ScriptPlace): string {
  const { library, readScript } = place;
  const texts = own.map((file) => withoutComments(readScript(file)));
  const taken = library.names.filter((name) => texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
  return [
    unlessThere(place, true).join('\n'),
    `const {\n${taken.map((name) => `  ${name},\n`).join('')}} = ${library.name}(${library.given});`,
    `const expected = ${literal(script.facts)};`,
    ...texts,
  ].join('\n\n');
}
