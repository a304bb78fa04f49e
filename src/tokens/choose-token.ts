import { commandLine } from '../command-line.ts';
import { checkPlayed, defaultTarget } from '../emulator/dialects.ts';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { type StoredToken, scopeSet } from '../login/stored-token.ts';
import { readTokens } from '../login/token-store.ts';
import { splitScope } from '../oauth/scope.ts';
import type { ClientProof } from '../oauth/token-request.ts';
import { isProviderId } from '../providers/atlas/all.ts';
import { defaultProvider } from '../providers/default-provider.ts';
import { loginOptions, type TokenArguments } from './options.ts';
import { EMULATED_ISSUER, proofOf, setUp } from './provider-setup.ts';
import type { Setup } from './setup.ts';

/** Which token is meant, and how it is renewed. */
export interface Chosen {
  readonly setup: Setup;
  readonly key: Pick<StoredToken, 'provider' | 'holder' | 'issuer' | 'clientId' | 'scopes'>;
  readonly proof: () => ClientProof;
  readonly loginCommand: string;
}

type Wanted = Pick<TokenArguments, 'flow' | 'target' | 'provider' | 'scope' | 'env-file' | 'store'>;

/**
 * Finds which token is meant: by what the command line and the settings say, and for the rest by what is stored.
 *
 * @throws Failure LOGIN_NEEDED when nothing says which application is meant and nothing is stored; SETTINGS_MISSING;
 *   those of the provider and the store
 */
export async function chooseToken(wanted: Wanted, store: string, io: Io): Promise<Chosen> {
  const setup = await setupFor(wanted, io);
  const { profile, issuer, settings } = setup;
  const loginCommand = commandFor(wanted, setup.target);
  const common = { provider: profile.id, issuer };
  if (wanted.flow === 'client-credentials') {
    const proof = proofOf(setup);
    const scopes = scopeSet(splitScope(wanted.scope ?? profile.applicationScope));
    return {
      setup,
      key: { ...common, holder: 'application', clientId: proof.id, scopes },
      proof: () => proof,
      loginCommand,
    };
  }
  const tokens = await readTokens(store, io);
  const ours = tokens.filter((token) => token.holder === 'member' && token.issuer === issuer);
  const clientId = settings.client_id || theOnlyClient(ours);
  const scope = wanted.scope ?? settings.scope;
  const mine = ours.filter((token) => token.clientId === clientId);
  const found =
    scope === undefined ? latest(mine, profile.defaultScope) : { scopes: scopeSet(splitScope(scope)) };
  if (clientId === undefined || found === undefined) {
    throw failure('LOGIN_NEEDED', { reason: nothingStored(setup, tokens), command: loginCommand });
  }
  const proof = () => {
    if (setup.target === 'live') return proofOf({ ...setup, settings: { ...settings, client_id: clientId } });
    throw failure('LOGIN_NEEDED', {
      reason: 'The emulator that issued the token has ended.',
      command: loginCommand,
    });
  };
  const key = { ...common, holder: 'member' as const, clientId, scopes: found.scopes };
  return { setup, key, proof, loginCommand };
}

/** A member's practice token is only looked up: the emulator that issued it is gone, and no other one knows it. */
async function setupFor(wanted: Wanted, io: Io): Promise<Setup> {
  const target = wanted.target ?? defaultTarget(wanted.provider);
  const args = { ...wanted, 'redirect-uri': undefined, pkce: false };
  if (target === 'live' || wanted.flow === 'client-credentials') return setUp(args, io);
  const { loadProfile } = await import('../providers/load.ts');
  const profile = await loadProfile(wanted.provider, io, { standIns: true });
  checkPlayed(wanted.provider);
  return { target, profile, issuer: EMULATED_ISSUER, settings: {}, close: async () => {} };
}

function theOnlyClient(tokens: readonly StoredToken[]): string | undefined {
  const clients = [...new Set(tokens.map(({ clientId }) => clientId))];
  if (clients.length > 1) {
    throw failure('SETTINGS_MISSING', {
      names: `client_id, which would tell the stored tokens of ${clients.join(' and ')} apart`,
    });
  }
  return clients[0];
}

/** The one with the usual scopes, or else the one that was got last. */
function latest(tokens: readonly StoredToken[], usual: readonly string[]): StoredToken | undefined {
  const isUsual = ({ scopes }: StoredToken) => scopes.join(' ') === scopeSet(usual).join(' ');
  return tokens.find(isUsual) ?? [...tokens].sort((one, other) => other.obtainedAt - one.obtainedAt)[0];
}

function nothingStored({ target, profile }: Setup, tokens: readonly StoredToken[]): string {
  const isLive = ({ provider, issuer }: StoredToken) => provider === profile.id && issuer !== EMULATED_ISSUER;
  if (target === 'emulator' && tokens.some(isLive)) {
    return `There is no stored token of the emulator. (There is one of ${profile.name} itself: add --target live.)`;
  }
  return `There is no stored token of ${target === 'emulator' ? 'the emulator' : profile.name}.`;
}

/** The command that gets the token, for a person to type. */
function commandFor(wanted: Wanted, target: 'emulator' | 'live'): string {
  const { provider, scope, store, 'env-file': envFile } = wanted;
  // Only for a provider that is known by name does the target say anything: there the emulator is the default.
  const named = {
    ...(provider === defaultProvider ? {} : { provider }),
    ...(isProviderId(provider) ? { target } : {}),
  };
  return commandLine('legwork login', loginOptions, { ...named, scope, store, 'env-file': envFile });
}
