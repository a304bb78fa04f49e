import { isLoopback } from '../oauth/secure-url.ts';
import { pastedUri } from './pasted-uri.ts';
import { uriParts } from './uri-parts.ts';

/**
 * The value that was probably meant, in a form that can be registered: without traps of copying and pasting, without
 * fragment and user info, with scheme and host in small letters (RFC 3986 section 6.2.2). What cannot be guessed, such as a missing host, stays as it is.
 */
export function mendedRedirectUri(uri: string): string {
  const value = withScheme(pastedUri(uri).values[0]);
  const parts = uriParts(value);
  if (parts.scheme === undefined || parts.host === undefined) return value;
  const scheme = parts.scheme.text.toLowerCase();
  const isDefault = parts.port?.text === ({ http: '80', https: '443' } as Record<string, string>)[scheme];
  const port = parts.port === undefined || isDefault || parts.port.text === '' ? '' : `:${parts.port.text}`;
  const query = parts.query === undefined ? '' : `?${parts.query.text}`;
  return `${scheme}://${parts.host.text.toLowerCase()}${port}${parts.path.text}${query}`;
}

/** `localhost:3000/callback` and `app.example.com/callback` lack only their beginning. */
function withScheme(value: string): string {
  if (uriParts(value).scheme !== undefined) return value;
  const host = /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#]|$)/i.exec(value)?.[2];
  if (host === undefined) return value;
  const isLocal = isLoopback(host.toLowerCase());
  if (!isLocal && !host.includes('.')) return value;
  return `${isLocal ? 'http' : 'https'}://${value.replace(/^\/\//, '')}`;
}
