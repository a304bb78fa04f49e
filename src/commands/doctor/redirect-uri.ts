import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { diagnoseRedirectUri } from '../../doctor/redirect-uri/diagnose.ts';
import type { RedirectUriProvider } from '../../doctor/redirect-uri/observation.ts';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { allProviders, isProviderId, providers } from '../../providers/atlas/all.ts';
import { loadProfile } from '../../providers/load.ts';
import type { DoctorArguments } from './arguments.ts';

/** `legwork doctor redirect-uri`: compares by the provider's own rule, and with --probe asks the server. */
export async function examineRedirectUri(args: DoctorArguments, io: Io): Promise<Diagnosis> {
  const { requested, registered = [], applicationType, namedProvider } = args;
  if (requested === undefined) {
    throw failure('USAGE', {
      problem: 'Missing: --requested, the redirect_uri that is sent.',
      command: 'doctor',
    });
  }
  if (args.probe === true) {
    const { examineByProbe } = await import('./probe.ts');
    return examineByProbe(args, io);
  }
  const provider = namedProvider === undefined ? undefined : await ruleOf(namedProvider, io);
  return diagnoseRedirectUri({
    kind: 'redirect-uri',
    requested,
    registered,
    rules: {},
    applicationType,
    provider,
    others: provider === undefined ? await allProviders() : [],
  });
}

/**
 * What the atlas knows of a provider; of a profile file and an issuer nothing is known but that they exist. A mistyped
 * name is told; no issuer is asked for a comparison.
 */
async function ruleOf(name: string, io: Io): Promise<RedirectUriProvider | undefined> {
  if (isProviderId(name)) return providers[name]();
  if (!/^https?:\/\//i.test(name)) await loadProfile(name, io, { standIns: true });
  return undefined;
}
