import { type Problem, problem } from '../../diagnosis.ts';
import { diagnoseRedirectUri } from '../../redirect-uri/diagnose.ts';
import { meanings } from '../meanings.ts';
import { factsOf, isNativeEndpoint, type UrlObservation } from '../observation.ts';

/** The redirect_uri of an authorization request: how it is written in the address, and whether it can be registered. */
export function redirectUri(observation: UrlObservation): Problem[] {
  const { use, parameters } = observation;
  const index = parameters.findIndex(({ name }) => name === 'redirect_uri');
  const parameter = parameters[index];
  if (use !== 'authorization' || parameter === undefined || parameter.value === '') return [];
  const { raw, value } = parameter;
  const next = parameters[index + 1];
  const isSplit =
    next !== undefined && (next.isInFragment || (raw.includes('?') && !Object.hasOwn(meanings, next.name)));
  const rules = { nativeLoopback: isNativeEndpoint(observation) };
  const { problems } = diagnoseRedirectUri({
    kind: 'redirect-uri',
    requested: value,
    registered: [],
    rules,
    provider: factsOf(observation),
  });
  return [
    ...(isSplit
      ? [
          problem('split-redirect-uri', {
            evidence: [
              `redirect_uri  ${value}`,
              `cut off       ${next.isInFragment ? '#' : '&'}${next.name}=...`,
            ],
          }),
        ]
      : []),
    // Decoded once, and still encoded: in the address it is encoded twice.
    ...problems.map((found) =>
      found.code === 'percent-encoded-value'
        ? problem('double-encoded-value', { evidence: found.evidence })
        : found,
    ),
  ];
}
