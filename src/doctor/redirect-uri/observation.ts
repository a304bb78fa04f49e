import type { ProviderFacts } from '../../providers/facts.ts';
import { mendedRedirectUri } from '../../redirect-uri/corrected-redirect-uri.ts';
import { judgeByRule, type RuleVerdict, strictRule } from '../../redirect-uri/judge-by-rule.ts';
import { type PastedUri, pastedUri } from '../../redirect-uri/pasted-uri.ts';
import type { ApplicationType } from '../../redirect-uri/provider-rule.ts';
import { type RedirectUriDifference, redirectUriDifferences } from '../../redirect-uri/redirect-uri.ts';
import type { RegistrationRules } from '../../redirect-uri/redirect-uri-rules.ts';
import { withMaskedValues } from '../../redirect-uri/response-parameters.ts';

/** What is known of how a provider registers and compares redirect URIs. */
export type RedirectUriProvider = Pick<ProviderFacts, 'id' | 'name' | 'redirectUris' | 'registration'>;

/** A redirect_uri, and what is registered. */
export interface RedirectUriObservation {
  readonly kind: 'redirect-uri';
  readonly requested: string;
  /** Empty: only the rules are checked. */
  readonly registered: readonly string[];
  readonly rules: RegistrationRules;
  /** By whose rule; left out: strict comparison. */
  readonly provider?: RedirectUriProvider | undefined;
  readonly applicationType?: ApplicationType | undefined;
  /** Whose rules are worth a word where no provider is named. */
  readonly others?: readonly RedirectUriProvider[];
}

/** The requested value beside the registered one that is nearest to it, as both may be shown. */
export interface RedirectUriPair {
  readonly sent: PastedUri;
  /** Without the traps of copying and pasting. */
  readonly requested: string;
  readonly nearest?: Candidate;
  /** By the rule of the provider, or by strict comparison, of the values as they stand. */
  readonly verdict: RuleVerdict;
}

/** A registered value, and how the requested one differs from it. */
interface Candidate {
  readonly pasted: PastedUri;
  readonly registered: string;
  readonly differences: readonly RedirectUriDifference[];
}

/** Judges a request, and finds the registered value that it was probably meant to match. */
export function pairOf(observation: RedirectUriObservation): RedirectUriPair {
  const verdict = verdictOf(observation);
  const isAccepted = verdict.verdict === 'accepted';
  // From here on nothing is left in it that must not be shown.
  const original = withMaskedValues(observation.requested);
  const sent = pastedUri(original);
  const requested = isAccepted ? original : sent.values[0];
  const candidates = observation.registered
    .filter((value) => !isAccepted || value === verdict.registered)
    .flatMap((value) => {
      const pasted = pastedUri(withMaskedValues(value));
      // An accepted value is compared as it stands.
      const values = isAccepted ? [pasted.original] : pasted.values;
      return values.map((registered) => ({
        pasted,
        registered,
        differences: redirectUriDifferences(requested, registered),
      }));
    });
  const [nearest] = candidates.sort(
    (one, other) => distanceAsMeant(one, requested) - distanceAsMeant(other, requested),
  );
  return { sent, requested, verdict, ...(nearest ? { nearest } : {}) };
}

function verdictOf({
  requested,
  registered,
  rules,
  provider,
  applicationType,
}: RedirectUriObservation): RuleVerdict {
  const type = applicationType ?? (rules.nativeLoopback === true ? 'native' : undefined);
  const rule = provider === undefined ? strictRule : provider.redirectUris?.value;
  return judgeByRule(rule, requested, registered, type);
}

/** Another host is farther away than everything else together. */
const WEIGHTS: Readonly<Partial<Record<RedirectUriDifference['kind'], number>>> = {
  host: 32,
  path: 4,
  'missing scheme': 3,
  port: 3,
  scheme: 2,
  query: 2,
};

function distance(differences: readonly RedirectUriDifference[]): number {
  return differences.reduce((sum, { kind }) => sum + (WEIGHTS[kind] ?? 1), 0);
}

/** Where a scheme is missing nothing else can be lined up: then the rest is compared as it was probably meant. */
function distanceAsMeant({ registered, differences }: Candidate, requested: string): number {
  const isUnlike = differences.some(({ kind }) => kind === 'missing scheme');
  const meant = isUnlike
    ? redirectUriDifferences(mendedRedirectUri(requested), mendedRedirectUri(registered))
    : [];
  return distance(differences) + distance(meant);
}
