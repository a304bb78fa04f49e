// @ts-nocheck
import { type PastedUri, pastedUri } from '../../oauth/pasted-uri.ts';
import { type RedirectUriDifference, redirectUriDifferences } from '../../oauth/redirect-uri.ts';
import type { RegistrationRules } from '../../oauth/redirect-uri-rules.ts';

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
  readonly nearest?: {
    readonly pasted: PastedUri;
    readonly registered: string;
    readonly differences: readonly RedirectUriDifference[];
  };
  /** Whether the server would take the value as it stands. */
  readonly isAccepted: boolean;
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
  const [nearest] = candidates.sort((one, other) => distance(one.differences) - distance(other.differences));
  return {
    sent,
    requested: isAccepted ? requested : sent.values[0],
    isAccepted,
    ...(nearest ? { nearest } : {}),
  };
}

/** Another host is farther away than any number of slashes. */
function distance(differences: readonly RedirectUriDifference[]): number {
  const weights: Readonly<Record<string, number>> = {
    host: 8,
    path: 4,
    'missing scheme': 3,
    port: 3,
    scheme: 2,
    query: 2,
  };
  return differences.reduce((sum, { kind }) => sum + (weights[kind] ?? 1), 0);
}
