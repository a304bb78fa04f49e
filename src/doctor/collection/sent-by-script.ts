import { withoutComments } from './script-secrets.ts';

/** Characters; a script may hold a whole library. */
const LONGEST = 200_000;

/** URLs that scripts send themselves: the beginning of what stands in `pm.sendRequest(…)`. */
const SENT =
  /sendRequest\(\s*(?:\{[\s\S]{0,200}?\burl\s*:\s*)?((?:['"`][^'"`\n]{0,2000}['"`]|[\w.()'"\s]{1,80}?)(?:\s*\+\s*(?:['"`][^'"`\n]{0,2000}['"`]|[\w.$]+\(['"`][\w.-]+['"`]\)|[\w.$]+)){0,12})/g;

/** Names of the parameters in URLs that a script sends by itself. */
export function parametersOfSentUrls(script: string): string[] {
  if (!script.includes('sendRequest')) return [];
  return [...withoutComments(script.slice(0, LONGEST)).matchAll(SENT)].flatMap(([, url = '']) =>
    [...url.matchAll(/[?&]([\w.-]{1,60})=/g)].map(([, name = '']) => name),
  );
}
