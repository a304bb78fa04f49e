import type { Problem } from '../../diagnosis.ts';
import { diagnoseRedirectUri } from '../../redirect-uri/diagnose.ts';
import { type SetUpObservation, settingOf } from '../observation.ts';

/** Whether the redirect_uri can be registered at all. */
export function redirectUri(observation: SetUpObservation): readonly Problem[] {
  const requested = settingOf(observation, 'redirect_uri')?.value;
  if (requested === undefined) return [];
  const provider = observation.profile.facts;
  return diagnoseRedirectUri({ kind: 'redirect-uri', requested, registered: [], rules: {}, provider })
    .problems;
}
