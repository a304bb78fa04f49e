// @ts-nocheck
import type { Profile } from '../providers/profile.ts';
import { clientCredentials } from './client-credentials.ts';
import type { Flow, FlowId } from './flow.ts';
import { postmanLogin } from './postman-login.ts';
import { refusals } from './refusals.ts';
import { threeLegged } from './three-legged.ts';

interface FlowEntry {
  readonly make: (profile: Profile) => Flow;
  /** Why a provider does not offer the flow; undefined when it does. */
  readonly obstacle: (profile: Profile) => string | undefined;
  /** Whether it can run without a person. */
  readonly unattended: boolean;
  /** Whether `run` takes it when no flow is named; a flow that only provokes refusals is run when it is asked for. */
  readonly byDefault: boolean;
}

const needsCodes = (profile: Profile) =>
  profile.metadata.authorization_endpoint === undefined || !profile.grants.includes('authorization_code')
    ? 'its metadata names no authorization endpoint, or not the grant authorization_code'
    : undefined;

/** Every flow that legwork knows, in the order in which they run. */
export const flows = {
  'client-credentials': {
    make: clientCredentials,
    obstacle: (profile) =>
      profile.grants.includes('client_credentials')
        ? undefined
        : 'its metadata does not list the grant client_credentials',
    unattended: true,
    byDefault: true,
  },
  'three-legged': { make: threeLegged, obstacle: needsCodes, unattended: true, byDefault: true },
  'postman-login': {
    make: postmanLogin,
    obstacle: (profile) =>
      needsCodes(profile) ??
      (profile.memberResources.length === 0 ? 'no API is known that a token could be tried on' : undefined),
    unattended: false,
    byDefault: false,
  },
  refusals: {
    make: refusals,
    obstacle: (profile) =>
      needsCodes(profile) ??
      (Object.values(profile.errors).some(({ text }) => text !== undefined)
        ? undefined
        : 'its refusals are not known word for word, so there is nothing to compare with'),
    unattended: true,
    byDefault: false,
  },
} as const satisfies Record<FlowId, FlowEntry>;

export const flowIds = Object.keys(flows) as FlowId[];
