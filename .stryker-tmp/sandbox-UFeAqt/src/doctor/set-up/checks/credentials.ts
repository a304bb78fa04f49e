// @ts-nocheck
import { visible } from '../../../oauth/characters.ts';
import { pastedUri } from '../../../oauth/pasted-uri.ts';
import { linkedin } from '../../../providers/linkedin.ts';
import { type Problem, problem } from '../../diagnosis.ts';
import { masked } from '../../mask.ts';
import { type SetUpObservation, settingOf } from '../observation.ts';

/** 14 characters, older ones 12: about ten public threads. */
const CLIENT_ID = /^[a-z0-9]{12,14}$/;
/** Older: 16 letters and digits; newer: with a prefix: about eight public threads. */
const CLIENT_SECRET = /^(?:[A-Za-z0-9]{16}|WPL_AP\d\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{6}==)$/;

/** Whether client_id and client_secret look as LinkedIn's do. */
export function credentials(observation: SetUpObservation): Problem[] {
  if (observation.profile.id !== linkedin.id) return [];
  const [id, secret] = [settingOf(observation, 'client_id'), settingOf(observation, 'client_secret')];
  const looksLikeSecret = (value = '') => /^WPL_AP\d\./.test(value);
  if (looksLikeSecret(id?.value)) {
    return [
      problem('id-and-secret-swapped', {
        evidence: [`${id?.name}  looks like a secret: ${masked(id?.value ?? '')}`],
      }),
    ];
  }
  return [
    ...(id === undefined || CLIENT_ID.test(id.value ?? '')
      ? []
      : [
          problem('client-id-shape', {
            evidence: [
              `${id.name}  ${visible((id.value ?? '').slice(0, 60))} (${id.value?.length} characters)`,
            ],
          }),
        ]),
    ...(secret === undefined || CLIENT_SECRET.test(secret.value ?? '')
      ? []
      : [
          problem('client-secret-shape', {
            evidence: [`${secret.name}  ${masked(secret.value ?? '')}`, ...hints(secret.value ?? '')],
          }),
        ]),
  ];
}

/** What can be said of a secret without showing it. */
function hints(value: string): string[] {
  return pastedUri(value).traps.map(({ kind }) => `contains  ${kind}`);
}
