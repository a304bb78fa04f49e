import type { NamedValue, Script, Step, StepGroup } from '../flows/flow.ts';
import { isGroup } from '../flows/flow.ts';
import { inert } from '../inert.ts';
import { postmanUrl } from './postman-url.ts';
import { type ReadScript, scriptLines } from './scripts.ts';
import { stableId } from './stable-id.ts';

/**
 * A step or group as the collection format v2.1 has it.
 *
 * @param flow what its id is made from, besides its key: neither its name nor its place changes it
 */
export function postmanItem(part: Step | StepGroup, flow: readonly string[], readScript: ReadScript): object {
  const here = [...flow, part.key];
  if (isGroup(part)) {
    return {
      id: stableId(...here),
      name: part.name,
      description: part.description,
      item: part.steps.map((step) => postmanItem(step, flow, readScript)),
      event: [postmanEvent('test', part.test, here, readScript)],
    };
  }
  return {
    id: stableId(...here),
    name: part.name,
    request: {
      method: part.method,
      header: withInertNames(part.headers),
      url: postmanUrl(part.url, withInertNames(part.query ?? [])),
      ...(part.auth === 'inherit' ? {} : { auth: postmanAuth(part.auth) }),
      ...(part.body === undefined ? {} : { body: postmanBody(part.body) }),
      description: part.description,
    },
    event: [
      ...(part.prerequest === undefined
        ? []
        : [postmanEvent('prerequest', part.prerequest, here, readScript)]),
      ...(part.test === undefined ? [] : [postmanEvent('test', part.test, here, readScript)]),
    ],
    // On items, because Postman's own converter to its newer format drops it elsewhere. Redirects are steps of
    // their own; the session's cookies are the browser's and must not reach token and API endpoints.
    protocolProfileBehavior: { followRedirects: false, disableCookies: !part.browser },
    response: [],
  };
}

/** Names of headers and parameters are texts that Postman looks into, too. */
function withInertNames(entries: readonly NamedValue[]): readonly NamedValue[] {
  for (const { key } of entries) inert(key, `The name "${key}"`, 'A variable cannot stand in a name.');
  return entries;
}

function postmanEvent(
  listen: string,
  script: Script,
  path: readonly string[],
  readScript: ReadScript,
): object {
  return {
    listen,
    script: {
      id: stableId(...path, listen),
      type: 'text/javascript',
      exec: scriptLines(script, readScript),
    },
  };
}

function postmanAuth(auth: Exclude<Step['auth'], 'inherit'>): object {
  if (auth === 'none') return { type: 'noauth' };
  return { type: 'bearer', bearer: [{ key: 'token', value: auth.bearer, type: 'string' }] };
}

function postmanBody(body: NonNullable<Step['body']>): object {
  switch (body.mode) {
    case 'form':
      return { mode: 'urlencoded', urlencoded: withInertNames(body.fields) };
    case 'encoded form':
      return { mode: 'raw', raw: `{{${body.variable}}}` };
    case 'json':
      return {
        mode: 'raw',
        raw: body.text,
        options: { raw: { language: 'json' } },
      };
  }
}
