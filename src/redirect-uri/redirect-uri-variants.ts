import { mendedRedirectUri } from './corrected-redirect-uri.ts';
import { postmanCallbacks } from './postman-callbacks.ts';
import { uriParts } from './uri-parts.ts';

/** A redirect_uri that may be registered in place of another one, and how it differs. */
export interface RedirectUriVariant {
  readonly uri: string;
  readonly label: string;
}

type Change = (uri: string) => string;

const otherSlash: Change = (uri) => {
  const { path } = uriParts(uri);
  const text = path.text.endsWith('/') ? path.text.slice(0, -1) : `${path.text}/`;
  return uri.slice(0, path.start) + text + uri.slice(path.end);
};
const otherScheme: Change = (uri) =>
  uri.startsWith('https:') ? uri.replace('https:', 'http:') : uri.replace(/^http:/, 'https:');
const otherLoopback: Change = (uri) =>
  uri.replace(
    /^(https?:\/\/)(localhost|127\.0\.0\.1|\[::1\])(?=[:/?]|$)/,
    (_whole, scheme: string, host: string) => scheme + (host === 'localhost' ? '127.0.0.1' : 'localhost'),
  );
const otherWww: Change = (uri) =>
  uri.replace(
    /^(https?:\/\/)(www\.)?(?=[\w-]+\.[a-z])/i,
    (_whole, scheme: string, www?: string) => scheme + (www ? '' : 'www.'),
  );
const lowerPath: Change = (uri) => {
  const { path } = uriParts(uri);
  return uri.slice(0, path.start) + path.text.toLowerCase() + uri.slice(path.end);
};
const withoutQuery: Change = (uri) => uri.split('?')[0] ?? uri;
const withoutPort: Change = (uri) => uri.replace(/^(https?:\/\/(?:\[[^\]]*\]|[^:/?#]+)):\d+/, '$1');

const changes: readonly (readonly [label: string, ...changes: Change[]])[] = [
  ['slash at the end added or left out', otherSlash],
  ['localhost and 127.0.0.1 exchanged', otherLoopback],
  ['http and https exchanged', otherScheme],
  ['with or without www', otherWww],
  ['without its query', withoutQuery],
  ['path in small letters', lowerPath],
  ['without its port', withoutPort],
  ['both slash and loopback name changed', otherLoopback, otherSlash],
  ['both slash and scheme changed', otherScheme, otherSlash],
];

/** A value that nobody can have registered (RFC 6761 section 6.4): a server that takes it checks only later. */
export const CONTROL_REDIRECT_URI = 'https://legwork-control.invalid/callback';

/** How many values there are at most, the requested one and the control included. */
const MOST_VARIANTS = 14;

/**
 * The values that are likely to be registered when the requested one is not, most likely first; the requested one
 * stands at the beginning.
 *
 * @param registered what the person believes to be registered
 */
export function redirectUriVariants(requested: string, registered: readonly string[]): RedirectUriVariant[] {
  const mended = mendedRedirectUri(requested);
  const all = [
    { uri: requested, label: 'as requested' },
    ...registered.map((uri) => ({ uri, label: 'said to be registered' })),
    { uri: mended, label: 'without what copying left' },
    ...changes.map(([label, ...steps]) => ({
      label,
      uri: steps.reduce((uri, change) => change(uri), mended),
    })),
    ...postmanCallbacks.map(({ uri }) => ({ uri, label: "Postman's callback" })),
  ];
  return all
    .filter(({ uri }, index) => all.findIndex((other) => other.uri === uri) === index)
    .slice(0, MOST_VARIANTS - 1);
}
