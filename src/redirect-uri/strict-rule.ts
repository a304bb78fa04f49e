import type { RedirectUriRule } from './provider-rule.ts';

/**
 * What the standards ask of every server: the same text (RFC 6749 section 3.1.2.3, RFC 9700 section 2.1), except for
 * the port of a loopback address of a native application (RFC 8252 section 7.3).
 */
export const strictRule: RedirectUriRule = {
  leniencies: [{ ignores: 'port', of: ['127.0.0.1', '[::1]'], registered: 'any', for: ['native'] }],
  ways: [{ way: 'same text' }],
};
