import type { CredentialShape } from '../../../providers/facts.ts';
import { visible } from '../../../redirect-uri/characters.ts';
import { pastedUri } from '../../../redirect-uri/pasted-uri.ts';
import { type Problem, problem } from '../../diagnosis.ts';
import { masked } from '../../mask.ts';
import { type SetUpObservation, settingOf } from '../observation.ts';

/** Whether client_id and client_secret look as those of the provider do, where that is known. */
export function credentials(observation: SetUpObservation): Problem[] {
  const { facts } = observation.profile;
  const { clientId, clientSecret } = facts?.client ?? {};
  const [id, secret] = [settingOf(observation, 'client_id'), settingOf(observation, 'client_secret')];
  const page = facts?.registration.page.value;
  if (id?.value !== undefined && hasSign(clientSecret?.value, id.value)) {
    return [
      problem('id-and-secret-swapped', {
        evidence: [`${id.name}  looks like a secret: ${masked(id.value)}`],
      }),
    ];
  }
  return [
    ...(id?.value === undefined || fits(clientId?.value, id.value)
      ? []
      : [
          problem('client-id-shape', {
            ...words(clientId?.value, `Copy the client_id from ${page}.`),
            evidence: [`${id.name}  ${visible(id.value.slice(0, 60))} (${id.value.length} characters)`],
          }),
        ]),
    ...(secret?.value === undefined || fits(clientSecret?.value, secret.value)
      ? []
      : [
          problem('client-secret-shape', {
            ...words(
              clientSecret?.value,
              `Copy the whole client_secret from ${page}; in .env put it in quotes.`,
            ),
            evidence: [`${secret.name}  ${masked(secret.value)}`, ...hints(secret.value)],
          }),
        ]),
  ];
}

function hasSign(shape: CredentialShape | undefined, value: string): boolean {
  return shape?.sign !== undefined && new RegExp(shape.sign).test(value);
}

function fits(shape: CredentialShape | undefined, value: string): boolean {
  return shape === undefined || new RegExp(`^(?:${shape.pattern})$`).test(value);
}

function words(shape: CredentialShape | undefined, remedy: string): { explanation: string; remedy: string } {
  const { words: looks = '', otherwise } = shape ?? {};
  const said = otherwise === undefined ? '' : ` The server answers any other value with: ${otherwise}`;
  return { explanation: `A value of this provider ${looks}.${said}`, remedy };
}

/** What can be said of a secret without showing it. */
function hints(value: string): string[] {
  return pastedUri(value).traps.map(({ kind }) => `contains  ${kind}`);
}
