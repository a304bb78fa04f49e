import { createHash } from 'node:crypto';

/**
 * A UUID that depends on nothing but its keys, so that generating twice gives the same bytes.
 *
 * @param keys from the outermost to the innermost: provider, flow, step, script
 */
export function stableId(...keys: readonly string[]): string {
  const hex = createHash('sha256')
    .update(['legwork', ...keys].join('\n'))
    .digest('hex');
  // Version 8 (RFC 9562 section 5.8): the content is the maker's own.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
