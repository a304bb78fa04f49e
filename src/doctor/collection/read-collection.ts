import { type Json, list, object, text } from './json-value.ts';
import type {
  CollectionAuthorization,
  CollectionObservation,
  CollectionRequest,
  CollectionScript,
  CollectionVariable,
} from './observation.ts';
import { fields, readRequest } from './read-request.ts';

type Read = Pick<
  CollectionObservation,
  'name' | 'isCollection' | 'isInstead' | 'requests' | 'authorizations' | 'scripts' | 'variables'
>;

interface Inherited {
  readonly place: string;
  readonly prerequest: string;
  readonly test: string;
  readonly depth: number;
  readonly followsRedirects: boolean;
  readonly authorization: CollectionAuthorization | undefined;
}

/** Folders below each other; real collections have three or four. */
const DEEPEST = 30;

/** Reads a collection of version 2.0 or 2.1, however damaged, also within `{"collection": …}`. It never throws. */
export function readCollection(json: unknown): Read {
  const root = object(object(json).collection ?? json);
  const isCollection = Array.isArray(root.item) && typeof root.info === 'object';
  const requests: CollectionRequest[] = [];
  const authorizations: CollectionAuthorization[] = [];
  const scripts: CollectionScript[] = [];
  const variables: CollectionVariable[] = [];
  const visit = (item: Json, inherited: Inherited): void => {
    const isRoot = inherited.depth === 0;
    const name = text(item.name) || text(object(item.info).name) || '(no name)';
    const place = isRoot ? '' : [inherited.place, name].filter((part) => part !== '').join(' > ');
    const called = place || 'the collection';
    const own = { prerequest: script(item, 'prerequest'), test: script(item, 'test') };
    for (const listen of ['prerequest', 'test'] as const)
      if (own[listen] !== '') scripts.push({ place: called, listen, text: own[listen] });
    for (const field of fields(item.variable)) variables.push({ place: called, ...field });
    const request = typeof item.request === 'string' ? { url: item.request } : object(item.request);
    const authorization = authorizationOf(request.auth ?? item.auth, called);
    if (authorization !== undefined) authorizations.push(authorization);
    const below: Inherited = {
      place,
      prerequest: joined(inherited.prerequest, own.prerequest),
      test: joined(inherited.test, own.test),
      depth: inherited.depth + 1,
      followsRedirects:
        switchOf(object(item.protocolProfileBehavior).followRedirects) ?? inherited.followsRedirects,
      authorization: authorization ?? inherited.authorization,
    };
    if (item.request !== undefined) {
      const { prerequest, test, followsRedirects } = below;
      requests.push({
        place,
        ...readRequest(request),
        followsRedirects,
        prerequest,
        test,
        ...(below.authorization !== undefined && { authorization: below.authorization }),
      });
    }
    if (below.depth < DEEPEST) for (const child of list(item.item)) visit(object(child), below);
  };
  if (isCollection) {
    visit(root, {
      place: '',
      prerequest: '',
      test: '',
      depth: 0,
      followsRedirects: true,
      authorization: undefined,
    });
  }
  const isInstead = isCollection ? undefined : whatItIs(root);
  return {
    name: text(object(root.info).name),
    isCollection,
    ...(isInstead !== undefined && { isInstead }),
    requests,
    authorizations,
    scripts,
    variables,
  };
}

function whatItIs(root: Json): string | undefined {
  if (Array.isArray(root.requests) && (Array.isArray(root.order) || root.folders !== undefined))
    return 'a collection of version 1';
  if (Array.isArray(root.values)) return 'an environment';
  if (typeof root.$kind === 'string') return 'a part of a collection of version 3';
  if (typeof root.openapi === 'string' || typeof root.swagger === 'string') return 'an OpenAPI description';
  return undefined;
}

function authorizationOf(value: unknown, place: string): CollectionAuthorization | undefined {
  const auth = object(value);
  if (typeof auth.type !== 'string') return undefined;
  return { place, type: auth.type, settings: settings(auth[auth.type]) };
}

/** Version 2.1 has a list of settings, version 2.0 an object. A setting that is a list of its own is kept as JSON. */
function settings(value: unknown): Record<string, string> {
  const known = (each: unknown) => (Array.isArray(each) ? JSON.stringify(each) : text(each));
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(object(value)).map(([key, each]) => [key, known(each)]));
  return Object.fromEntries(value.map(object).map(({ key, value: each }) => [text(key), known(each)]));
}

function switchOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** The lines of a script; they may be a list, one string, or the script itself. */
function script(item: Json, listen: string): string {
  return list(item.event)
    .map(object)
    .filter((event) => event.listen === listen && event.disabled !== true)
    .map((event) => (typeof event.script === 'string' ? event.script : object(event.script).exec))
    .map((exec) => (Array.isArray(exec) ? exec.map(text).join('\n') : text(exec)))
    .filter((each) => each.trim() !== '')
    .join('\n');
}

function joined(one: string, other: string): string {
  if (one.trim() === '' || other.trim() === '') return one.trim() === '' ? other : one;
  return `${one}\n${other}`;
}
