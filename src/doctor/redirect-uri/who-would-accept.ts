import { judgeByRule } from '../../redirect-uri/judge-by-rule.ts';
import type { RedirectUriObservation, RedirectUriPair } from './observation.ts';

/**
 * Providers that accept, by rules of their own, what a strict comparison rejects: one line, or none where a provider is
 * named or none would.
 */
export function whoWouldAccept(
  { provider, others = [], requested, registered, applicationType }: RedirectUriObservation,
  { verdict }: RedirectUriPair,
): string[] {
  if (provider !== undefined || verdict.verdict !== 'refused' || registered.length === 0) return [];
  const names = others
    .filter(
      ({ redirectUris }) =>
        judgeByRule(redirectUris?.value, requested, registered, applicationType).verdict === 'accepted',
    )
    .map(({ id, name }) => `${name} (${id})`);
  if (names.length === 0) return [];
  return [
    `By rules of their own these accept it: ${names.join(', ')}. If yours is one of them, add --provider with the name in brackets.`,
  ];
}
