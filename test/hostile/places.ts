import type { Reply } from './server.ts';

/** Where a server can put a text into a response, so that legwork has something to show. */
export const PLACES: Readonly<Record<string, (text: string) => Reply>> = {
  error_description: (text) => json({ error: 'invalid_request', error_description: text }),
  'an error code': (text) => json({ error: text }),
  'a message of an API': (text) => json({ status: 400, code: 'ACCESS_DENIED', message: text }),
  'a member of any name': (text) => json({ anything: [{ deep: text }] }),
  'the name of a member': (text) => json({ error: 'x', [text]: 'y' }),
  'a text of JSON in JSON': (text) => json({ error: 'x', error_description: JSON.stringify({ a: text }) }),
  'damaged JSON': (text) => ({
    ...json({}),
    body: `{"error":"x","error_description":${JSON.stringify(text)},`,
  }),
  'a header': (text) => ({ ...json({ error: 'x' }), headers: { 'x-note': asHeader(text) } }),
  'WWW-Authenticate': (text) => ({
    status: 401,
    headers: { 'www-authenticate': `Bearer error="x", error_description="${asHeader(text)}"` },
  }),
  'the value of a cookie': (text) => ({
    ...json({ error: 'x' }),
    headers: { 'set-cookie': `a=${asHeader(text)}` },
  }),
  'the name of a cookie': (text) => ({
    ...json({ error: 'x' }),
    headers: { 'set-cookie': `c_${asHeader(text).replace(/[=;\s]/g, '_')}=1` },
  }),
  'the text behind the status': (text) => ({ ...json({ error: 'x' }), reason: asHeader(text) }),
  'the query of a redirect': (text) => to(`/elsewhere?error=x&error_description=${asHeader(text)}`),
  'the path of a redirect': (text) => to(`/elsewhere/${asHeader(text)}`),
  'the words of a page': (text) => page(`<h1>Error</h1><p>${escaped(text)}</p>`),
  'the title of a page': (text) => page(`<title>${escaped(text)}</title><p>Error</p>`),
  'a hidden field': (text) => page(`<form><input type="hidden" name="x" value="${escaped(text)}"></form>`),
  'the name of a field': (text) => page(`<form><input name="${escaped(text)}" value="1"></form>`),
  'a script of a page': (text) => page(`<script>var x = ${JSON.stringify(text)}</script><p>Error</p>`),
  'plain text': (text) => ({ status: 400, headers: { 'content-type': 'text/plain' }, body: text }),
  XML: (text) => ({
    status: 400,
    headers: { 'content-type': 'application/xml' },
    body: `<error><message>${escaped(text)}</message></error>`,
  }),
};

function json(body: unknown): Reply & { readonly body: string } {
  return { status: 400, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function page(body: string): Reply {
  return {
    status: 400,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html><body>${body}</body></html>`,
  };
}

function to(location: string): Reply {
  return { status: 302, headers: { location } };
}

/** A header has one line of Latin-1, and no client reads more than 16 kB of them. */
function asHeader(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 12_000);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
