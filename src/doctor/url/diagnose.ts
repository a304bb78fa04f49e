import { type Diagnosis, type NamedText, type Problem, problem } from '../diagnosis.ts';
import { compareCommand } from '../next-command.ts';
import { endpoint } from './checks/endpoint.ts';
import { errorDiagnosis, errorRedirect } from './checks/error-redirect.ts';
import { pkce } from './checks/pkce.ts';
import { redirectUri } from './checks/redirect-uri.ts';
import { requiredParameters } from './checks/required-parameters.ts';
import { responseType } from './checks/response-type.ts';
import { scope } from './checks/scope.ts';
import { secrets } from './checks/secrets.ts';
import { state } from './checks/state.ts';
import { explainedParameters } from './meanings.ts';
import { factsOf, parameterOf, type UrlKind, type UrlObservation } from './observation.ts';

/** In the order in which a person would look: the refusal first, then what may have led to it. */
const checks: readonly ((observation: UrlObservation) => readonly Problem[])[] = [
  errorRedirect,
  endpoint,
  requiredParameters,
  responseType,
  redirectUri,
  scope,
  pkce,
  state,
  secrets,
];

/** Explains an authorization or callback address, and finds what is wrong with it. It never throws. */
export function diagnoseUrl(observation: UrlObservation): Diagnosis {
  const { use, isCut, profile, recognized } = observation;
  const problems =
    use === 'unknown' ? [problem('url-not-understood')] : checks.flatMap((check) => check(observation));
  if (isCut) problems.push(problem('too-many-parameters'));
  const [first, ...others] = problems;
  const found =
    first === undefined
      ? 'Nothing is wrong with it.'
      : `${first.title}.${others.length === 0 ? '' : ` And ${others.length} more, below.`}`;
  return {
    version: 1,
    subject: 'url',
    provider: recognized?.facts.id ?? (profile.id || null),
    summary: `${KINDS[use]} ${found}`.trim(),
    problems,
    facts: explainedParameters(observation).slice(0, isCut ? 20 : undefined),
    exact: next(observation),
    advice: advice(observation),
  };
}

/** What to do next: the redirect_uri of a request is compared, that of an error, too. */
function next(observation: UrlObservation): NamedText[] {
  const requested = parameterOf(observation, 'redirect_uri');
  const error = errorDiagnosis(observation);
  if (error !== undefined) return [...error.exact];
  if (observation.use !== 'authorization' || !requested) return [];
  return [
    compareCommand({
      requested,
      provider: factsOf(observation)?.id ?? (observation.profile.id || undefined),
    }),
  ];
}

const KINDS: Readonly<Record<UrlKind, string>> = {
  authorization: 'This is an authorization request: the URL that a browser is sent to first.',
  token: 'This is the token endpoint.',
  callback: 'This is a callback: the response of the authorization endpoint.',
  api: 'This is a request to an API.',
  unknown: '',
};

function advice(observation: UrlObservation): string[] {
  if (observation.use !== 'callback' || parameterOf(observation, 'code') === undefined) return [];
  if (parameterOf(observation, 'error') !== undefined) {
    return ['It has an error and a code: nothing was granted, so leave the code alone, and let it expire.'];
  }
  return [
    'Anyone who has seen the code can try to use it: exchange it now, or let it expire. Do not paste it into a ticket.',
    'Compare state with the one that was sent; answer 401 when it differs.',
    'Exchange the code once, at once, with the same redirect_uri as in the authorization request.',
  ];
}
