import { isOneOf } from './loopback-hosts.ts';
import type { Ban } from './provider-rule.ts';
import { type UriParts, uriParts } from './uri-parts.ts';

/** Whether a ban forbids a redirect_uri. */
export function isBanned(uri: string, ban: Ban): boolean {
  const parts = uriParts(uri);
  switch (ban.ban) {
    case 'plain http':
      return schemeOf(parts) === 'http' && !isOneOf(parts.host?.text, ban.except);
    case 'host':
      return isOneOf(parts.host?.text, ban.hosts);
    case 'IP address':
      return isPublicAddress(parts.host?.text ?? '');
    case 'fragment':
      return parts.fragment !== undefined;
    case 'query':
      return parts.query !== undefined;
    case 'user info':
      return parts['user info'] !== undefined;
    case 'wildcard':
      return uri.includes('*');
    case 'custom scheme':
      return parts.scheme !== undefined && !['http', 'https'].includes(schemeOf(parts));
    case 'query parameter': {
      const names = [...new URLSearchParams(parts.query?.text ?? '').keys()];
      return names.some((name) => ban.names.includes(name.toLowerCase()));
    }
    case 'characters':
      return [...ban.characters].some((character) => uri.includes(character));
  }
}

function schemeOf({ scheme }: UriParts): string {
  return scheme?.text.toLowerCase() ?? '';
}

/** An address as a literal, other than those of the own machine. */
function isPublicAddress(host: string): boolean {
  const isLiteral = host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
  return isLiteral && !isOneOf(host, ['127.0.0.0/8', '[::1]']);
}
