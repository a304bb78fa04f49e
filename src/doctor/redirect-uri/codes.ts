import type { PasteTrapKind } from '../../redirect-uri/pasted-uri.ts';
import type { Ban } from '../../redirect-uri/provider-rule.ts';
import type { RedirectUriDifferenceKind } from '../../redirect-uri/redirect-uri.ts';
import type { RedirectUriRuleKind } from '../../redirect-uri/redirect-uri-rules.ts';
import type { CheckedCode } from '../problems/all.ts';

/** The problem that each difference is. */
export const differenceCodes = {
  scheme: 'scheme-differs',
  'scheme case': 'scheme-case',
  'missing scheme': 'relative-uri',
  'user info': 'user-info',
  host: 'host-differs',
  'loopback name': 'loopback-name',
  www: 'www-differs',
  'host case': 'host-case',
  'international host': 'international-host',
  'trailing dot': 'trailing-dot',
  port: 'port-differs',
  'default port': 'default-port',
  path: 'path-differs',
  'trailing slash': 'trailing-slash',
  'path case': 'path-case',
  'dot segments': 'dot-segments',
  'path encoding': 'path-encoding',
  query: 'query-differs',
  fragment: 'fragment-differs',
} as const satisfies Record<RedirectUriDifferenceKind, CheckedCode>;

/** The problem that each broken rule is. */
export const ruleCodes = {
  empty: 'empty-redirect-uri',
  placeholder: 'placeholder',
  relative: 'relative-uri',
  'not a uri': 'not-a-uri',
  wildcard: 'wildcard',
  fragment: 'fragment',
  'user info': 'user-info',
  'plain http': 'plain-http',
  'unencoded character': 'unencoded-character',
  'not loopback': 'not-loopback',
} as const satisfies Record<RedirectUriRuleKind, CheckedCode>;

/** The problem that each trap of copying and pasting is. */
export const trapCodes = {
  'line end': 'line-end',
  'white space': 'white-space',
  'invisible character': 'invisible-character',
  'smart character': 'smart-character',
  'html entity': 'html-entity',
  quotes: 'quotes',
  'percent-encoded value': 'percent-encoded-value',
  'double-encoded value': 'double-encoded-value',
  'joined list': 'joined-list',
  'callback URL': 'callback-url',
} as const satisfies Record<PasteTrapKind, CheckedCode>;

/** The problem that each form is which a provider rejects, whatever is registered. */
export const banCodes = {
  'plain http': 'plain-http',
  fragment: 'fragment',
  query: 'query-not-registered',
  'user info': 'user-info',
  wildcard: 'wildcard',
  host: 'form-not-accepted',
  'IP address': 'form-not-accepted',
  'custom scheme': 'form-not-accepted',
  'query parameter': 'form-not-accepted',
  characters: 'form-not-accepted',
} as const satisfies Record<Ban['ban'], CheckedCode>;
