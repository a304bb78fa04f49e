import { type Json, list, object, text } from './json-value.ts';
import type { CollectionBody, CollectionField, CollectionRequest } from './observation.ts';

type Own = Omit<CollectionRequest, 'place' | 'followsRedirects' | 'prerequest' | 'test' | 'authorization'>;

/** What a request says by itself: where it goes, and what it carries. A request may be a URL alone. */
export function readRequest(request: Json): Own {
  const raw = urlText(request.url);
  const [withoutFragment = ''] = raw.split('#');
  const [address = '', ...rest] = withoutFragment.split('?');
  const url = object(request.url);
  const query = Array.isArray(url.query) ? fields(url.query) : formFields(rest.join('?'));
  const headers = headersOf(request.header);
  return {
    method: (text(request.method) || 'GET').toUpperCase(),
    address,
    url: raw,
    query,
    headers,
    ...bodyOf(object(request.body)),
  };
}

/** The list of version 2.1, an object or a string of lines of older files. Switched-off entries are left out. */
export function fields(value: unknown): CollectionField[] {
  return list(value)
    .map(object)
    .filter((entry) => entry.disabled !== true && entry.enabled !== false)
    .map((entry) => ({ key: text(entry.key) || text(entry.id), value: text(entry.value) }));
}

/** The pairs of a form, as they were written: nothing is decoded. */
export function formFields(form: string): CollectionField[] {
  return form
    .split('&', 200)
    .filter((pair) => pair !== '')
    .map((pair) => ({ key: pair.split('=')[0] ?? '', value: pair.split('=').slice(1).join('=') }));
}

/** A URL is a string, an object with `raw`, or an object of parts. */
function urlText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  const url = object(value);
  const raw = text(url.raw).trim();
  if (raw !== '') return raw;
  const joined = (part: unknown, mark: string) =>
    Array.isArray(part) ? part.map((each) => text(each) || text(object(each).value)).join(mark) : text(part);
  const host = joined(url.host, '.');
  if (host === '') return '';
  const protocol = text(url.protocol);
  const port = text(url.port);
  const path = joined(url.path, '/').replace(/^\//, '');
  return `${protocol === '' ? '' : `${protocol.replace(/:\/\/$/, '')}://`}${host}${port === '' ? '' : `:${port}`}/${path}`;
}

function headersOf(value: unknown): CollectionField[] {
  if (typeof value !== 'string') return fields(value);
  return value
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => ({
      key: line.split(':')[0]?.trim() ?? '',
      value: line.slice(line.indexOf(':') + 1).trim(),
    }));
}

function bodyOf(body: Json): { readonly fields: readonly CollectionField[]; readonly body: CollectionBody } {
  if (body.disabled === true) return { fields: [], body: 'none' };
  switch (body.mode) {
    case 'urlencoded': {
      const own = typeof body.urlencoded === 'string' ? formFields(body.urlencoded) : fields(body.urlencoded);
      return { fields: own, body: own.length > 0 ? 'urlencoded' : 'none' };
    }
    case 'raw':
      return rawBody(text(body.raw).trim());
    case 'graphql':
      return { fields: [], body: 'graphql' };
    case 'file':
      return { fields: [], body: 'file' };
    default: {
      const own = fields(body.formdata);
      return { fields: own, body: own.length > 0 ? 'multipart' : 'none' };
    }
  }
}

function rawBody(raw: string): {
  readonly fields: readonly CollectionField[];
  readonly body: CollectionBody;
} {
  if (raw === '') return { fields: [], body: 'none' };
  if (/^[{[]/.test(raw) && !/^\{\{[^{}]*\}\}$/.test(raw)) return { fields: jsonFields(raw), body: 'json' };
  if (/^[\w.[\]-]+=/.test(raw)) return { fields: formFields(raw), body: 'raw form' };
  return { fields: [], body: 'raw' };
}

const MEMBER = /"([\w.-]{1,80})"\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(\{\{[^{}]*\}\}))/g;

/** A body with {{variables}} in it need not be JSON before they are replaced: then its members are looked for. */
function jsonFields(raw: string): CollectionField[] {
  try {
    const parsed: unknown = JSON.parse(raw);
    return Object.entries(object(parsed)).map(([key, value]) => ({ key, value: text(value) }));
  } catch {
    return [...raw.slice(0, 100_000).matchAll(MEMBER)].map(([, key = '', value, variable]) => ({
      key,
      value: value ?? variable ?? '',
    }));
  }
}
