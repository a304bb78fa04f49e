import { mendedRedirectUri } from '../../redirect-uri/corrected-redirect-uri.ts';
import { type PastedUri, pastedUri } from '../../redirect-uri/pasted-uri.ts';
import { type RedirectUriDifference, redirectUriDifferences } from '../../redirect-uri/redirect-uri.ts';
import type { RegistrationRules } from '../../redirect-uri/redirect-uri-rules.ts';

/** A redirect_uri, and what is registered. */
export interface RedirectUriObservation {
  readonly kind: 'redirect-uri';
  readonly requested: string;
  /** Empty: only the rules are checked. */
  readonly registered: readonly string[];
  readonly rules: RegistrationRules;
}

/** The requested value beside the registered one that is nearest to it. */
export interface RedirectUriPair {
  readonly sent: PastedUri;
  /** Without the traps of copying and pasting. */
  readonly requested: string;
  readonly nearest?: Candidate;
  /** Whether the server would take the value as it stands. */
  readonly isAccepted: boolean;
}

/** A registered value, and how the requested one differs from it. */
interface Candidate {
  readonly pasted: PastedUri;
  readonly registered: string;
  readonly differences: readonly RedirectUriDifference[];
}

/** Finds the registered value that a request was probably meant to match. */
export function pairOf({ requested, registered, rules }: RedirectUriObservation): RedirectUriPair {
  const sent = pastedUri(requested);
  const rule = { anyLoopbackPort: rules.nativeLoopback === true };
  const isAccepted = registered.some((value) => redirectUriDifferences(requested, value, rule).length === 0);
  const candidates = registered.flatMap((value) => {
    const pasted = pastedUri(value);
    // An accepted value is compared as it stands.
    const values = redirectUriDifferences(requested, value, rule).length === 0 ? [value] : pasted.values;
    return values.map((one) => ({
      pasted,
      registered: one,
      differences: redirectUriDifferences(isAccepted ? requested : sent.values[0], one, rule),
    }));
  });
  const [nearest] = candidates.sort(
    (one, other) => distanceAsMeant(one, requested) - distanceAsMeant(other, requested),
  );
  return {
    sent,
    requested: isAccepted ? requested : sent.values[0],
    isAccepted,
    ...(nearest ? { nearest } : {}),
  };
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
