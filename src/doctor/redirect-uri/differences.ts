import { differencesThatCount } from '../../redirect-uri/differences-that-count.ts';
import { type Problem, problem } from '../diagnosis.ts';
import { differenceCodes } from './codes.ts';
import { markedLines } from './marked-lines.ts';
import type { RedirectUriObservation, RedirectUriPair } from './observation.ts';

/** Each component in which the request differs from the nearest registered value, as far as the provider looks at it. */
export function componentDifferences(
  { requested, nearest, verdict }: RedirectUriPair,
  { provider, applicationType }: Pick<RedirectUriObservation, 'provider' | 'applicationType'> = {},
): Problem[] {
  if (nearest === undefined || verdict.verdict === 'accepted') return [];
  // A domain has no components: only the host is compared with it.
  if (provider?.registration.takes?.value === 'domain') return [];
  const { registered } = nearest;
  const differences = differencesThatCount(
    nearest.differences,
    registered,
    provider?.redirectUris?.value,
    applicationType,
  );
  // Another host is another URL: how the rest differs besides tells nothing.
  const other = differences.find(({ kind }) => kind === 'host');
  if (other !== undefined) {
    const components = differences.map(({ component }) => component);
    return [problem('host-differs', { evidence: markedLines(requested, registered, components) })];
  }
  return differences.map(({ kind, component }) =>
    problem(differenceCodes[kind], {
      evidence: markedLines(requested, registered, kind === 'missing scheme' ? [] : [component]),
    }),
  );
}
