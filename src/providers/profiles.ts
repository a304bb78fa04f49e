import type { ProblemCause } from './facts.ts';
import { linkedinCauses } from './linkedin/problem-causes.ts';
import { linkedin } from './linkedin.ts';
import type { Profile } from './profile.ts';

/** Providers of which more is known than their entry of the atlas says, by their names; the others are made from it. */
export const profiles = { linkedin } as const satisfies Readonly<Record<string, Profile>>;

/** The name of an error case in one of these profiles: `redirect_uri_mismatch`. */
export type ErrorKey = {
  [Id in keyof typeof profiles]: keyof (typeof profiles)[Id]['errors'];
}[keyof typeof profiles];

/** What is behind each of these cases, from the fixed list. */
export const ownCauses: Readonly<Record<string, ProblemCause | undefined>> = { ...linkedinCauses };

/** The profile of a provider that has one of its own; undefined for every other name. */
export function ownProfile(provider: string): Profile | undefined {
  return Object.hasOwn(profiles, provider) ? profiles[provider as keyof typeof profiles] : undefined;
}
