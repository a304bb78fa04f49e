import { type Problem, problem } from '../../diagnosis.ts';
import { type SetUpObservation, settingOf } from '../observation.ts';

const NEEDED: Readonly<Record<string, string>> = {
  client_id: 'which application asks',
  client_secret: 'the password of the application',
  redirect_uri: 'where the response should go; for the three-legged flow',
};

/** Settings that a live run needs. */
export function missing(observation: SetUpObservation): Problem[] {
  return observation.settings
    .filter(
      ({ variable }) => Object.hasOwn(NEEDED, variable) && settingOf(observation, variable) === undefined,
    )
    .map(({ name, variable }) =>
      problem('setting-missing', { title: `${name} is not set`, evidence: [`${name}  ${NEEDED[variable]}`] }),
    );
}
