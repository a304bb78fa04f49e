import type { Labelled } from './build.ts';
import { ownServers } from './own-servers.ts';
import { services } from './services.ts';
import { social } from './social.ts';
import { tenants } from './tenants.ts';

/** Small collections in the manner of public ones, written by hand, each with what is wrong in it. */
export const corpus: readonly Labelled[] = [...social, ...tenants, ...services, ...ownServers];
