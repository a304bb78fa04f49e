import { sameText } from './same-text.ts';

/** What the query of a redirect back to the application says: RFC 6749 sections 4.1.2 and 4.1.2.1. */
export type CallbackAnswer =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'refused'; readonly error: string; readonly description: string }
  /** It speaks for the right login, and cannot be used: a parameter is there twice, or the issuer is another one. */
  | { readonly kind: 'unusable'; readonly problem: string }
  /** It belongs to another login, or to none: a stale tab, or somebody who wants to slip in an answer of their own. */
  | { readonly kind: 'foreign' }
  /** Neither a code nor an error. */
  | { readonly kind: 'empty' };

/** What a callback must repeat. */
export interface ExpectedCallback {
  readonly state: string;
  readonly issuer: string;
  /** Whether an answer without `iss` is refused: RFC 9207 section 2.4. */
  readonly issuerRequired: boolean;
}

/** Parameters that decide something; given twice, two readers could read two different answers. */
const SINGLE = ['code', 'state', 'error', 'error_description', 'iss'];

/**
 * Reads a callback. The state is compared first, in constant time: what does not belong to this login is not read.
 *
 * Descriptions are decoded once more from HTML, because some servers escape quotes before they form-encode them.
 */
export function readCallback(query: URLSearchParams, expected: ExpectedCallback): CallbackAnswer {
  if (!query.has('code') && !query.has('error')) return { kind: 'empty' };
  if (!sameText(query.get('state') ?? '', expected.state)) return { kind: 'foreign' };
  const twice = SINGLE.find((name) => query.getAll(name).length > 1);
  if (twice !== undefined) return { kind: 'unusable', problem: `it has the parameter "${twice}" twice` };
  const issuer = query.get('iss');
  if (issuer === null && expected.issuerRequired) {
    return { kind: 'unusable', problem: 'it does not say who it comes from (no "iss", RFC 9207)' };
  }
  if (issuer !== null && issuer !== expected.issuer) {
    return { kind: 'unusable', problem: `it comes from the issuer "${issuer}", not "${expected.issuer}"` };
  }
  const error = query.get('error');
  if (error !== null) {
    return { kind: 'refused', error, description: plainQuotes(query.get('error_description') ?? '') };
  }
  const code = query.get('code') ?? '';
  return code === '' ? { kind: 'unusable', problem: 'its code is empty' } : { kind: 'code', code };
}

function plainQuotes(text: string): string {
  return text.replace(/&(?:quot|#34|#x22);/gi, '"').replace(/&amp;/gi, '&');
}
