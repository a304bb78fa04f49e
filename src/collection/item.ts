import sdk from 'postman-collection';
import type { NamedValue, Script, Step, StepGroup } from '../flows/flow.ts';
import { isGroup } from '../flows/flow.ts';
import { type ReadScript, scriptLines } from './scripts.ts';
import { stableId } from './stable-id.ts';

/** A step or group as the collection format v2.1 has it. */
export function postmanItem(part: Step | StepGroup, path: readonly string[], readScript: ReadScript): object {
  const here = [...path, part.name];
  if (isGroup(part)) {
    return {
      id: stableId(...here),
      name: part.name,
      description: part.description,
      item: part.steps.map((step) => postmanItem(step, here, readScript)),
      event: [postmanEvent('test', part.test, here, readScript)],
    };
  }
  return {
    id: stableId(...here),
    name: part.name,
    request: {
      method: part.method,
      header: part.headers.map(describedEntry),
      url: address(part),
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
      return { mode: 'urlencoded', urlencoded: body.fields.map(describedEntry) };
    case 'encoded form':
      return { mode: 'raw', raw: `{{${body.variable}}}` };
    case 'json':
      return {
        mode: 'raw',
        raw: JSON.stringify(body.value, null, 2),
        options: { raw: { language: 'json' } },
      };
  }
}

function describedEntry({ key, value, description }: NamedValue): object {
  return { key, value, ...withDescription(description) };
}

/** The address both whole and in parts: importers read the one or the other. */
function address(step: Step): object {
  const query = step.query ?? [];
  const raw = [
    step.url,
    ...query.map(({ key, value }, index) => {
      const separator = index === 0 && !step.url.includes('?') ? '?' : '&';
      return `${separator}${key}=${value}`;
    }),
  ].join('');
  const { protocol, host, port, path, query: parsed } = sdk.Url.parse(raw);
  const described = new Map(query.map((entry) => [entry.key, entry.description]));
  return {
    raw,
    ...(protocol === undefined ? {} : { protocol }),
    host,
    ...(port === undefined ? {} : { port }),
    ...(path === undefined ? {} : { path }),
    ...(parsed === undefined
      ? {}
      : {
          query: parsed.map(({ key, value }) =>
            describedEntry({ key, value, ...withDescription(described.get(key)) }),
          ),
        }),
  };
}

function withDescription(description: string | undefined): Pick<NamedValue, 'description'> {
  return description === undefined ? {} : { description };
}
