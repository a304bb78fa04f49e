import { list, object, text } from '../json-value.ts';
import type { CollectionObservation, CollectionRequest } from '../observation.ts';
import { formFields } from '../read-request.ts';
import { resolved } from '../resolve.ts';
import { serverRules } from '../server-rules.ts';
import { type Change, type Draft, isDraft } from './change.ts';
import { plain } from './fix-variables.ts';
import type { JsonPath } from './rewrite-json.ts';

/** Parameters of a token request (RFC 6749, 7521, 7523, 7636, 8628, 8693, 8707). All others stay in the query. */
const PARAMETERS: readonly string[] = [
  'grant_type',
  'client_id',
  'client_secret',
  'code',
  'redirect_uri',
  'refresh_token',
  'username',
  'password',
  'scope',
  'code_verifier',
  'assertion',
  'client_assertion',
  'client_assertion_type',
  'device_code',
  'subject_token',
  'subject_token_type',
  'requested_token_type',
  'actor_token',
  'actor_token_type',
  'audience',
  'resource',
];

interface At {
  readonly item: Draft;
  readonly path: JsonPath;
  readonly request: CollectionRequest;
  readonly observation: CollectionObservation;
  readonly changes: Change[];
  readonly left: string[];
}

/** Sends a token request by POST, with its parameters in a form body. */
export function fixTokenRequest({ item, path, request, observation, changes, left }: At): void {
  const draft = item.request;
  if (!isDraft(draft)) return;
  const rules = serverRules(request.address, observation);
  const takesJson = (rules?.requestBody ?? 'form') !== 'form';
  if (request.body === 'json' && takesJson) return;
  const inQuery = request.query.filter(({ key }) => PARAMETERS.includes(key));
  const type = headerOf(draft, 'content-type');
  const isRightForm = request.body === 'raw form' && /form-urlencoded/i.test(type);
  const isForm = request.body === 'urlencoded' || isRightForm;
  if (inQuery.length === 0 && (isForm || request.body === 'none') && request.method === 'POST') return;
  const old = bodyEntries(object(draft.body), request);
  const why = typeof old === 'string' ? old : whyNot(inQuery, request, observation);
  if (why !== undefined || typeof old === 'string') {
    left.push(`${request.place}: the token request is left as it is, because ${why}.`);
    return;
  }
  const present = old.filter((entry) => entry.disabled !== true).map((entry) => text(entry.key));
  const moved = inQuery.filter(({ key }) => !present.includes(key));
  const change = (what: string, before: string, after: string, ...paths: JsonPath[]) =>
    changes.push({ place: request.place, what, before, after, paths });

  if (request.method !== 'POST') {
    draft.method = 'POST';
    change('it is sent by POST', request.method, 'POST', [...path, 'request', 'method']);
  }
  if (inQuery.length > 0) {
    const names = inQuery.map(({ key }) => key).join(', ');
    draft.url = withoutParameters(
      draft.url,
      inQuery.map(({ key }) => key),
    );
    const after = text(isDraft(draft.url) ? draft.url.raw : draft.url);
    change(
      `${names}: moved from the query into the form body`,
      request.url,
      after,
      [...path, 'request', 'url'],
      [...path, 'request', 'body'],
    );
  }
  const added = moved.map(({ key, value }) => ({ key, value: decoded(value), type: 'text' }));
  if (isRightForm && added.length === 0) return;
  const kept = Object.fromEntries(
    Object.entries(object(draft.body)).filter(
      ([name]) => !['mode', 'raw', 'formdata', 'urlencoded', 'options', 'disabled'].includes(name),
    ),
  );
  draft.body = { mode: 'urlencoded', urlencoded: [...old, ...added], ...kept };
  if (request.body !== 'urlencoded' && request.body !== 'none')
    change('the body is a form (x-www-form-urlencoded)', request.body, 'urlencoded', [
      ...path,
      'request',
      'body',
    ]);
  fixHeaders(draft, item, path, change);
}

/** Postman sends the content type that goes with the body; a header of another type, or a length, would contradict it. */
function fixHeaders(
  draft: Draft,
  item: Draft,
  path: JsonPath,
  change: (what: string, before: string, after: string, ...paths: JsonPath[]) => unknown,
): void {
  const form = 'application/x-www-form-urlencoded';
  const where: JsonPath = [...path, 'request', 'header'];
  for (const header of list(draft.header)) {
    if (!isDraft(header) || header.disabled === true) continue;
    const name = text(header.key).toLowerCase();
    if (name === 'content-type' && !/form-urlencoded/i.test(text(header.value))) {
      change('the header Content-Type is that of a form', text(header.value), form, where);
      header.value = form;
    }
    if (name === 'content-length') {
      change(
        'the header Content-Length is off: the length is another one now',
        text(header.value),
        'disabled',
        where,
      );
      header.disabled = true;
    }
  }
  if (typeof draft.header === 'string' && /content-(?:type|length)\s*:/i.test(draft.header)) {
    const fixed = draft.header
      .split('\n')
      .filter((line) => !/^\s*content-length\s*:/i.test(line))
      .map((line) => (/^\s*content-type\s*:/i.test(line) ? `Content-Type: ${form}` : line))
      .join('\n');
    if (fixed !== draft.header) change('the header Content-Type is that of a form', 'another', form, where);
    draft.header = fixed;
  }
  const behavior = object(item.protocolProfileBehavior);
  const system = object(behavior.disabledSystemHeaders);
  const wrong = Object.keys(system).filter(
    (name) => /^content-(?:length|type)$/i.test(name) && system[name] === true,
  );
  if (wrong.length === 0) return;
  const others = Object.entries(system).filter(([name]) => !wrong.includes(name));
  item.protocolProfileBehavior = { ...behavior, disabledSystemHeaders: Object.fromEntries(others) };
  change(`${wrong.join(', ')}: sent again, because a body needs it`, 'disabled', 'sent', [
    ...path,
    'protocolProfileBehavior',
  ]);
}

/** The entries of the new form; a text says why there can be none. */
function bodyEntries(body: Draft | ReturnType<typeof object>, request: CollectionRequest): Draft[] | string {
  if (body.disabled === true) return 'its body is switched off';
  switch (request.body) {
    case 'none':
      return list(body.urlencoded).filter(isDraft);
    case 'urlencoded':
      if (typeof body.urlencoded === 'string') return entriesOf(request);
      return list(body.urlencoded).filter(isDraft);
    case 'multipart': {
      const entries = list(body.formdata).filter(isDraft);
      return entries.some((entry) => entry.type === 'file')
        ? 'its form-data holds a file'
        : entries.map(asText);
    }
    case 'json': {
      const parsed = jsonOf(text(body.raw));
      if (parsed === undefined) return 'its JSON cannot be read before the variables are replaced';
      if (Object.values(parsed).some((value) => typeof value === 'object' && value !== null))
        return 'its JSON holds more than names and texts';
      return entriesOf(request);
    }
    case 'raw form':
      return formFields(text(body.raw).trim()).map(({ key, value }) => ({
        key: decoded(key),
        value: decoded(value),
        type: 'text',
      }));
    default:
      return `its body is of the kind ${request.body}`;
  }
}

function entriesOf({ fields }: CollectionRequest): Draft[] {
  return fields.map(({ key, value }) => ({ key, value, type: 'text' }));
}

function asText(entry: Draft): Draft {
  const { src: _, contentType: __, ...others } = entry;
  return { ...others, type: 'text' };
}

function jsonOf(raw: string): Draft | undefined {
  try {
    const parsed: unknown = JSON.parse(raw);
    return isDraft(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** A value that would arrive as another one, or twice. */
function whyNot(
  inQuery: CollectionRequest['query'],
  { fields }: CollectionRequest,
  observation: CollectionObservation,
): string | undefined {
  for (const { key, value } of inQuery) {
    const other = fields.find((field) => field.key === key);
    if (other !== undefined && other.value !== decoded(value))
      return `${key} is in the query and in the body, with two values`;
    if (value.includes('{{')) {
      const known = resolved(value, observation);
      // An encoded variable is made plain with it, where that is safe.
      if (/%[0-9a-f]{2}/i.test(known) && plain(known) === known)
        return `the variable in ${key} is percent-encoded`;
    }
  }
  return undefined;
}

function withoutParameters(url: unknown, names: readonly string[]): unknown {
  if (!isDraft(url)) return cut(text(url), names);
  const query = Array.isArray(url.query)
    ? url.query.filter(
        (entry) => !isDraft(entry) || entry.disabled === true || !names.includes(text(entry.key)),
      )
    : undefined;
  const raw = Object.hasOwn(url, 'raw') ? { raw: cut(text(url.raw), names) } : {};
  return { ...url, ...raw, ...(query !== undefined && { query }) };
}

function cut(raw: string, names: readonly string[]): string {
  const [, address = '', query, fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(raw) ?? [];
  if (query === undefined) return raw;
  const rest = query
    .slice(1)
    .split('&')
    .filter((pair) => !names.includes(pair.split('=')[0] ?? ''));
  return `${address}${rest.length === 0 ? '' : `?${rest.join('&')}`}${fragment}`;
}

/** In a query a value stands encoded; a form is encoded by Postman. */
function decoded(value: string): string {
  if (!/[%+]/.test(value)) return value;
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

function headerOf(draft: Draft, name: string): string {
  if (typeof draft.header === 'string')
    return new RegExp(`^\\s*${name}\\s*:\\s*(.*)$`, 'im').exec(draft.header)?.[1] ?? '';
  const entry = list(draft.header)
    .map(object)
    .find((header) => text(header.key).toLowerCase() === name && header.disabled !== true);
  return text(entry?.value);
}
