import type { ProviderId } from './atlas/all.ts';

/** The provider that is meant where nobody names one. */
export const defaultProvider = 'linkedin' satisfies ProviderId;
