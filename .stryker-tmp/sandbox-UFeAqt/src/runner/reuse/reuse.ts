// @ts-nocheck
import type { Shared } from '../newman.ts';
import { type ListedRequest, requestsOf } from '../requests-of.ts';
import { storeScripts } from './stored-scripts.ts';

/** What runs of the same collection share: each of them still has variables, cookies and a sandbox of its own. */
export interface Reuse extends Shared {
  /** All requests of the collection, in its order. */
  readonly requests: readonly ListedRequest[];
}

/** Prepares a collection of legwork's own for many runs. */
export function reuseFor(collection: object, shared: Pick<Shared, 'sandboxes' | 'agents'>): Reuse {
  return { ...shared, scripts: storeScripts(collection), requests: requestsOf(collection) };
}
