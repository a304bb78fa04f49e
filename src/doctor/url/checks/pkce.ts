import { type Problem, problem } from '../../diagnosis.ts';
import { factsOf, isNativeEndpoint, parameterOf, type UrlObservation } from '../observation.ts';

/** PKCE where the provider does not take it, missing where it must be, or its secret in the address. */
export function pkce(observation: UrlObservation): Problem[] {
  if (observation.use !== 'authorization') return [];
  const { endpoint } = observation;
  const [challenge, method, verifier] = ['code_challenge', 'code_challenge_method', 'code_verifier'].map(
    (name) => parameterOf(observation, name),
  );
  const isNative = isNativeEndpoint(observation);
  const isSent = challenge !== undefined || method !== undefined;
  const rule = factsOf(observation)?.client.pkce?.value;
  const wants = isNative || rule === 'required' || (rule !== 'rejected' && isSent);
  const takesPlain = rule !== undefined && factsOf(observation)?.client.pkceMethods?.value.includes('plain');
  return [
    ...(verifier === undefined ? [] : [problem('verifier-in-url')]),
    ...(rule === 'rejected' && !isNative && (isSent || verifier !== undefined)
      ? [problem('pkce-on-ordinary-endpoint', { evidence: [`address  ${endpoint}`] })]
      : []),
    ...(wants && (!challenge || (method !== 'S256' && !takesPlain))
      ? [
          problem('challenge-missing', {
            evidence: [
              `code_challenge         ${challenge ?? '(missing)'}`,
              `code_challenge_method  ${method ?? '(missing)'}`,
            ],
          }),
        ]
      : []),
  ];
}
