import { createHash } from 'node:crypto';
import { knownErrors } from '../flows/expectations.ts';
import { type Flow, isGroup, type Script } from '../flows/flow.ts';
import { type ScriptName, scriptFiles } from '../flows/script-files.ts';
import type { ErrorPlace } from '../providers/error-case.ts';
import type { Profile } from '../providers/profile.ts';
import { literal } from './literal.ts';
import { type ReadScript, withoutComments } from './read-script.ts';

/** The code that the scripts of a collection share. It stands once, in the collection's own pre-request script. */
export interface Library {
  /** The global that holds it: a collection with other code, or other errors, has another one. */
  readonly name: string;
  /** Name of the collection, for messages. */
  readonly collection: string;
  readonly files: readonly string[];
  /** What it gives to scripts. */
  readonly names: readonly string[];
  /** What each script hands to it, because it is that script's own. */
  readonly given: string;
  readonly lines: readonly string[];
}

const GIVEN = 'pm, console, require, setTimeout';

/**
 * Makes the library of a flow: a factory that takes what belongs to one script and gives it the functions. It holds no
 * facts of a run, so that runs that share a sandbox may share it (decision 0010).
 *
 * @param collection name of the collection
 */
export function libraryOf(flow: Flow, profile: Profile, collection: string, readScript: ReadScript): Library {
  const scripts = scriptsIn(flow);
  const runs = new Set(scripts.map(({ run }) => run));
  const called = (Object.keys(scriptFiles) as ScriptName[]).filter(
    (run) => run !== 'signIn' && runs.has(run),
  );
  const files = [...new Set<string>(called.flatMap((run) => scriptFiles[run]))];
  const errors = knownErrors(profile, placesOf(scripts, profile));
  const texts = files.map((file) => withoutComments(readScript(file)));
  const defined = texts.flatMap((text) =>
    [...text.matchAll(/^(?:function|const) (\w+)/gm)].map(([, name = '']) => name),
  );
  // Besides what scripts call: what the reader of the sign-in, which stands behind it, names.
  const reader = runs.has('signIn') ? scriptFiles.signIn.map(readScript).join('\n') : '';
  const names = defined.filter(
    (name) => called.some((run) => run === name) || new RegExp(`\\b${name}\\b`).test(reader),
  );
  const code = [
    `const ERRORS = ${literal(errors)};`,
    ...texts,
    `return {\n${names.map((name) => `  ${name},\n`).join('')}};`,
  ].join('\n\n');
  const name = `legwork_${createHash('sha256').update(`${GIVEN}\n${code}`).digest('hex').slice(0, 8)}`;
  return {
    name,
    collection,
    files,
    names,
    given: GIVEN,
    lines: around(name, code).split('\n'),
  };
}

/** Where the scripts meet error responses. */
function placesOf(scripts: readonly Script[], profile: Profile): ErrorPlace[] {
  return scripts.flatMap(({ facts }): readonly ErrorPlace[] => {
    if ('places' in facts) return facts.places;
    if (!('case' in facts)) return [];
    return [facts.place, profile.errors[facts.case]?.place].filter((place) => place !== undefined);
  });
}

function around(name: string, code: string): string {
  return `// The library of this collection: code that its scripts share, and the error responses that the provider documents.
// It knows nothing of a run: each script hands its own pm, console, require and setTimeout to it, and its own facts.
// The same code with comments is in the folder scripts/ of legwork. Its name changes with its content, so that collections that run side by side each find their own.
if (typeof bru !== 'undefined') {
  throw new Error('Bruno imports this collection and cannot run it: use Postman, Newman, the Postman CLI or "legwork run".');
}
if (typeof ${name} === 'undefined') {
${name} = (${GIVEN}) => {
${code}
};
}`;
}

/** All scripts of a flow. */
export function scriptsIn(flow: Flow): Script[] {
  return flow.parts
    .flatMap((part) =>
      isGroup(part)
        ? [part.test, ...part.steps.flatMap((step) => [step.prerequest, step.test])]
        : [part.prerequest, part.test],
    )
    .filter((script) => script !== undefined);
}
