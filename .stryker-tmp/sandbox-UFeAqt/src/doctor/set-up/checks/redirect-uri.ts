// @ts-nocheck
import { linkedin } from '../../../providers/linkedin.ts';
import type { Problem } from '../../diagnosis.ts';
import { diagnoseRedirectUri } from '../../redirect-uri/diagnose.ts';
import { type SetUpObservation, settingOf } from '../observation.ts';

/** Whether the redirect_uri can be registered at all. */
export function redirectUri(observation: SetUpObservation): readonly Problem[] {
  const requested = settingOf(observation, 'redirect_uri')?.value;
  if (requested === undefined) return [];
  const rules = { ignoresQuery: observation.profile.id === linkedin.id };
  return diagnoseRedirectUri({ kind: 'redirect-uri', requested, registered: [], rules }).problems;
}
