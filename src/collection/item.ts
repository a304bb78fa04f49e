import type {
  EventDefinition,
  ItemDefinition,
  ItemGroupDefinition,
  RequestAuthDefinition,
  RequestBodyDefinition,
} from 'postman-collection';
import type { NamedValue, Script, Step, StepGroup } from '../flows/flow.ts';
import { isGroup } from '../flows/flow.ts';
import { inert } from '../inert.ts';
import type { Library } from './library.ts';
import { postmanUrl } from './postman-url.ts';
import type { ReadScript } from './read-script.ts';
import { type ScriptPlace, scriptLines } from './scripts.ts';
import { stableId } from './stable-id.ts';

/** What the items of a collection share. */
export interface ItemSource {
  /** Provider and flow, from which ids are made. */
  readonly ids: readonly string[];
  readonly library: Library;
  readonly readScript: ReadScript;
}

/** An item as the format and the SDK have it: the SDK's published definition says neither. */
interface PostmanRequestItem extends ItemDefinition {
  readonly event: EventDefinition[];
  readonly protocolProfileBehavior: { readonly followRedirects: boolean; readonly disableCookies: boolean };
}

/** A body with the language that Postman colors it in, which the SDK's published definition leaves out. */
interface PostmanBody extends RequestBodyDefinition {
  readonly options?: { readonly raw: { readonly language: 'json' } };
}

/** A step or group as the collection format v2.1 has it. Neither its name nor its place changes its id. */
export function postmanItem(
  part: Step | StepGroup,
  from: ItemSource,
): PostmanRequestItem | ItemGroupDefinition {
  const event = (listen: 'prerequest' | 'test', script: Script | undefined, isSecond = false) =>
    script === undefined
      ? []
      : [postmanEvent(script, { listen, isSecond, ...from }, [...from.ids, part.key])];
  const id = stableId(...from.ids, part.key);
  if (isGroup(part)) {
    return {
      id,
      name: part.name,
      description: part.description,
      item: part.steps.map((step) => postmanItem(step, from)),
      ...(part.test === undefined ? {} : { event: event('test', part.test) }),
    };
  }
  return {
    id,
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
      ...event('prerequest', part.prerequest),
      ...event('test', part.test, part.prerequest !== undefined),
    ],
    // On items, because Postman's own converter to its newer format drops it elsewhere. Redirects are steps of
    // their own; the session's cookies are the browser's and must not reach token and API endpoints.
    protocolProfileBehavior: { followRedirects: false, disableCookies: !part.browser },
    response: [],
  };
}

/** Names of headers and parameters are texts that Postman looks into, too. */
function withInertNames(entries: readonly NamedValue[]): NamedValue[] {
  for (const { key } of entries) inert(key, `The name "${key}"`, 'A variable cannot stand in a name.');
  return [...entries];
}

function postmanEvent(script: Script, place: ScriptPlace, ids: readonly string[]): EventDefinition {
  return {
    listen: place.listen,
    script: {
      id: stableId(...ids, place.listen),
      type: 'text/javascript',
      exec: scriptLines(script, place),
    },
  };
}

function postmanAuth(auth: Exclude<Step['auth'], 'inherit'>): RequestAuthDefinition {
  if (auth === 'none') return { type: 'noauth' };
  return { type: 'bearer', bearer: [{ key: 'token', value: auth.bearer, type: 'string' }] };
}

function postmanBody(body: NonNullable<Step['body']>): PostmanBody {
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
