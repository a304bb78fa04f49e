// @ts-nocheck
import type {
  CollectionAuthorization,
  CollectionField,
  CollectionObservation,
  CollectionRequest,
} from './observation.ts';

type Json = Readonly<Record<string, unknown>>;
type Read = Pick<
  CollectionObservation,
  'name' | 'isCollection' | 'requests' | 'authorizations' | 'variables'
>;

interface Inherited {
  readonly place: string;
  readonly prerequest: string;
  readonly test: string;
  readonly depth: number;
}

/** Folders below each other; real collections have three or four. */
const DEEPEST = 30;

/** Reads a collection of version 2.0 or 2.1, however damaged. It never throws. */
export function readCollection(json: unknown): Read {
  const root = object(object(json).collection ?? json);
  const isCollection = Array.isArray(root.item) && typeof root.info === 'object';
  const requests: CollectionRequest[] = [];
  const authorizations: CollectionAuthorization[] = [];
  const visit = (item: Json, inherited: Inherited): void => {
    const name = text(item.name) || text(object(item.info).name) || '(no name)';
    const place =
      inherited.depth === 0 ? '' : [inherited.place, name].filter((part) => part !== '').join(' > ');
    const own: Inherited = {
      place,
      prerequest: joined(inherited.prerequest, script(item, 'prerequest')),
      test: joined(inherited.test, script(item, 'test')),
      depth: inherited.depth + 1,
    };
    const request =
      typeof item.request === 'string' ? { url: item.request, method: 'GET' } : object(item.request);
    const auth = object(item.auth ?? request.auth);
    if (typeof auth.type === 'string')
      authorizations.push({
        place: place || 'the collection',
        type: auth.type,
        settings: settings(auth[auth.type]),
      });
    if (item.request !== undefined) requests.push(requestOf(item, request, own));
    if (own.depth < DEEPEST) for (const child of list(item.item)) visit(object(child), own);
  };
  if (isCollection) visit(root, { place: '', prerequest: '', test: '', depth: 0 });
  return {
    name: text(object(root.info).name),
    isCollection,
    requests,
    authorizations,
    variables: fields(root.variable),
  };
}

function requestOf(item: Json, request: Json, { place, prerequest, test }: Inherited): CollectionRequest {
  const url = object(request.url);
  const raw = typeof request.url === 'string' ? request.url : text(url.raw);
  const [address = '', ...rest] = raw.split('?');
  const query = Array.isArray(url.query) ? fields(url.query) : formFields(rest.join('?').split('#')[0] ?? '');
  const behavior = object(item.protocolProfileBehavior);
  return {
    place,
    method: (text(request.method) || 'GET').toUpperCase(),
    address,
    query,
    ...bodyOf(object(request.body)),
    followsRedirects: behavior.followRedirects !== false,
    prerequest,
    test,
  };
}

function bodyOf(body: Json): Pick<CollectionRequest, 'fields' | 'body'> {
  if (body.disabled === true) return { fields: [], body: 'none' };
  if (body.mode === 'urlencoded') {
    const own = typeof body.urlencoded === 'string' ? formFields(body.urlencoded) : fields(body.urlencoded);
    return { fields: own, body: own.length > 0 ? 'urlencoded' : 'none' };
  }
  if (body.mode === 'raw') {
    const raw = text(body.raw).trim();
    return { fields: /^[\w.[\]-]+=/.test(raw) ? formFields(raw) : [], body: raw === '' ? 'none' : 'other' };
  }
  return {
    fields: fields(body.formdata),
    body: list(body.formdata).length > 0 || body.mode === 'file' ? 'other' : 'none',
  };
}

function formFields(form: string): CollectionField[] {
  return form
    .split('&', 200)
    .filter((pair) => pair !== '')
    .map((pair) => ({ key: pair.split('=')[0] ?? '', value: pair.split('=').slice(1).join('=') }));
}

function fields(value: unknown): CollectionField[] {
  return list(value)
    .map(object)
    .filter((entry) => entry.disabled !== true && entry.enabled !== false)
    .map((entry) => ({ key: text(entry.key) || text(entry.id), value: text(entry.value) }));
}

/** Version 2.1 has a list of settings, version 2.0 an object. */
function settings(value: unknown): Record<string, string> {
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(object(value)).map(([key, each]) => [key, text(each)]));
  return Object.fromEntries(fields(value).map(({ key, value: each }) => [key, each]));
}

function script(item: Json, listen: string): string {
  return list(item.event)
    .map(object)
    .filter((event) => event.listen === listen && event.disabled !== true)
    .map((event) => object(event.script).exec)
    .map((exec) => (Array.isArray(exec) ? exec.map(text).join('\n') : text(exec)))
    .join('\n');
}

function joined(one: string, other: string): string {
  return [one, other].filter((part) => part.trim() !== '').join('\n');
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
