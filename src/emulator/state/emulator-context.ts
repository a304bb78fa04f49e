import type { RandomBytes } from '../../oauth/random.ts';
import type { EmulatorConfig } from '../config/config.ts';
import type { SigningKey } from './signing-key.ts';
import type { State } from './state.ts';

/** One emulator from the inside: what it was given and what it remembers. */
export interface EmulatorContext {
  /** The provider that is played. */
  readonly provider: string;
  readonly config: EmulatorConfig;
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomBytes: RandomBytes;
  /** Makes the key on first use. */
  readonly signingKey: () => Promise<SigningKey>;
  /** Another origin of the same emulator, for scenarios that leave the host. */
  readonly secondOrigin: string | undefined;
}
