import { ours } from '../inert.ts';
import type { NamedValue } from './flow.ts';

/**
 * What a browser asks for. One server answers an authorization request with a JSON 401 as soon as `Accept` names
 * JSON, so browser legs never do.
 */
export const htmlHeaders: readonly NamedValue[] = [
  { key: 'Accept', value: ours('text/html,application/xhtml+xml') },
  { key: 'Accept-Language', value: ours('en-US,en;q=0.9') },
];

/** What a program asks for. One introspection endpoint answers in HTML unless asked for JSON. */
export const jsonHeaders: readonly NamedValue[] = [{ key: 'Accept', value: ours('application/json') }];
