import { isLoopback } from '../oauth/secure-url.ts';
import { type UriParts, uriParts } from './uri-parts.ts';

/** What a redirect_uri may not be, whatever is registered. */
export type RedirectUriRuleKind =
  | 'empty'
  | 'placeholder'
  | 'relative'
  | 'not a uri'
  | 'wildcard'
  | 'fragment'
  | 'user info'
  | 'plain http'
  | 'unencoded character'
  | 'not loopback';

/** A rule that a value breaks, and the part of it that shows so. */
export interface BrokenRule {
  readonly kind: RedirectUriRuleKind;
  readonly seen: string;
}

/** Which rules are asked for besides those of every server. */
export interface RegistrationRules {
  /** A client of an endpoint for native applications: http(s) on 127.0.0.1 or [::1] only. */
  readonly nativeLoopback?: boolean;
}

// Real applications are registered with a reverse-domain scheme (RFC 8252 section 7.1): those have no host.
const OWN_SCHEME = /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+$/i;

/**
 * Checks a redirect_uri against the rules for registering one: RFC 6749 section 3.1.2 (absolute, no fragment),
 * RFC 9700 section 2.1 (no patterns), and what the provider's own form takes.
 */
export function brokenRedirectUriRules(uri: string, rules: RegistrationRules = {}): BrokenRule[] {
  if (uri === '') return [{ kind: 'empty', seen: '' }];
  const placeholder = /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[\w -]*>|^(?:undefined|null|None|nil)$/.exec(uri)?.[0];
  if (placeholder !== undefined) return [{ kind: 'placeholder', seen: placeholder }];
  const parts = uriParts(uri);
  if (parts.scheme === undefined) return [{ kind: 'relative', seen: uri }];
  const scheme = parts.scheme.text.toLowerCase();
  const isWeb = scheme === 'http' || scheme === 'https';
  if (!parts.host?.text && (isWeb || !OWN_SCHEME.test(scheme))) return [{ kind: 'not a uri', seen: uri }];
  return [
    ...webRules(uri, parts, isWeb),
    ...(parts['user info'] === undefined ? [] : [{ kind: 'user info' as const, seen: '@' }]),
    ...(parts.fragment === undefined ? [] : [{ kind: 'fragment' as const, seen: `#${parts.fragment.text}` }]),
    ...(rules.nativeLoopback && !isNativeLoopback(parts)
      ? [{ kind: 'not loopback' as const, seen: parts.host?.text ?? uri }]
      : []),
  ];
}

function webRules(uri: string, parts: UriParts, isWeb: boolean): BrokenRule[] {
  const host = parts.host?.text ?? '';
  const wildcard = /\*/.exec(uri)?.[0];
  const unencoded =
    /[\s"<>\\^`{|}]|%(?![0-9a-f]{2})/i.exec(uri)?.[0] ?? /[^\p{ASCII}]/u.exec(afterHost(uri, parts))?.[0];
  const isPlain =
    isWeb &&
    parts.scheme?.text.toLowerCase() === 'http' &&
    !isLoopback(host.toLowerCase().replace(/\.$/, ''));
  const isPort = parts.port === undefined || /^\d{1,5}$/.test(parts.port.text);
  return [
    ...(isPort && (!isWeb || URL.canParse(uri) || wildcard || unencoded)
      ? []
      : [{ kind: 'not a uri' as const, seen: uri }]),
    ...(wildcard === undefined ? [] : [{ kind: 'wildcard' as const, seen: wildcard }]),
    ...(unencoded === undefined ? [] : [{ kind: 'unencoded character' as const, seen: unencoded }]),
    ...(isPlain ? [{ kind: 'plain http' as const, seen: host }] : []),
  ];
}

/** Letters of other alphabets are a matter of their own in a host name. */
function afterHost(uri: string, { path }: UriParts): string {
  return uri.slice(path.start);
}

function isNativeLoopback({ host, scheme }: UriParts): boolean {
  return /^https?$/i.test(scheme?.text ?? '') && /^(?:127\.0\.0\.1|\[::1\])$/.test(host?.text ?? '');
}
