import type { ProviderFacts } from '../../providers/facts.ts';

type Members = Readonly<Record<string, unknown>>;

/** A token, as far as it can be read by whoever has it. */
export type ReadToken =
  | { readonly form: 'nothing' }
  | { readonly form: 'opaque'; readonly length: number }
  | { readonly form: 'encrypted'; readonly header: Members }
  | { readonly form: 'damaged'; readonly length: number }
  | { readonly form: 'JWT'; readonly header: Members; readonly claims: Members; readonly isSigned: boolean };

/** A token, and what it should fit. */
export interface TokenObservation {
  readonly kind: 'token';
  readonly token: ReadToken;
  /** Seconds since 1970. */
  readonly now: number;
  readonly expected: {
    /** The issuer of the provider; `{name}` stands for a value of the person's own. */
    readonly issuer?: string | undefined;
    readonly clientId?: string | undefined;
    readonly audience?: string | undefined;
  };
  /** The provider that was named. */
  readonly provider?: Pick<ProviderFacts, 'id' | 'name'> | undefined;
}
