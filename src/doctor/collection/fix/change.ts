import type { JsonPath } from './rewrite-json.ts';

/** An object of the copy, which is being changed. */
export type Draft = Record<string, unknown>;

/** One change, and where it was made. */
export interface Change {
  /** The request, folder or variable. */
  readonly place: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** Values of the file that it changed. */
  readonly paths: readonly JsonPath[];
}

/** An object that may be changed. */
export function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
