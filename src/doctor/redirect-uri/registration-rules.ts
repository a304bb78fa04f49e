import { visible } from '../../redirect-uri/characters.ts';
import { type BrokenRule, brokenRedirectUriRules } from '../../redirect-uri/redirect-uri-rules.ts';
import { type Problem, problem } from '../diagnosis.ts';
import { ruleCodes } from './codes.ts';
import type { RedirectUriObservation, RedirectUriPair, RedirectUriProvider } from './observation.ts';

/** What no registration takes, in the value that was sent and in the registered one. */
export function registrationRules(
  { requested, nearest, verdict }: RedirectUriPair,
  { provider, rules }: Pick<RedirectUriObservation, 'provider' | 'rules'>,
): Problem[] {
  // What a provider accepts by its own rule is no mistake there.
  if (provider !== undefined && verdict.verdict === 'accepted') return [];
  const values = [
    { label: 'sent', value: requested },
    ...(nearest && nearest.registered !== requested
      ? [{ label: 'registered', value: nearest.registered }]
      : []),
  ];
  return values.flatMap(({ label, value }) =>
    // What was masked is no star.
    brokenRedirectUriRules(value.replaceAll('***', 'masked'), rules)
      .filter((broken) => provider === undefined || counts(broken, label, provider))
      .map(({ kind, seen }) =>
        problem(ruleCodes[kind], {
          evidence: [
            `${label.padEnd(10)}  ${visible(value) || '(empty)'}`,
            ...(seen === value ? [] : [`found       ${visible(seen)}`]),
          ],
        }),
      ),
  );
}

/** General advice that the rule of a provider settles is left out. */
function counts(
  { kind }: BrokenRule,
  label: string,
  { redirectUris, registration }: RedirectUriProvider,
): boolean {
  if (redirectUris === undefined) return true;
  if (kind === 'plain http') return false;
  if (label === 'sent') return true;
  if (registration.takes?.value === 'domain') return false;
  const takesPatterns = redirectUris.value.ways.some(({ way }) => /star|pattern/.test(way));
  return !(takesPatterns && (kind === 'wildcard' || kind === 'unencoded character'));
}
