import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { diagnoseRedirectUri } from '../../doctor/redirect-uri/diagnose.ts';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { linkedin } from '../../providers/linkedin.ts';
import { loadProfile } from '../../providers/load.ts';
import type { DoctorArguments } from './arguments.ts';

/** `legwork doctor redirect-uri`: compares, and with --probe asks the server. */
export async function examineRedirectUri(args: DoctorArguments, io: Io): Promise<Diagnosis> {
  const { requested, registered = [], native = false, provider } = args;
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
  await checkProvider(provider, io);
  const rules = { ignoresQuery: provider === linkedin.id, nativeLoopback: native };
  return diagnoseRedirectUri({ kind: 'redirect-uri', requested, registered, rules });
}

/** A mistyped name is told, although the comparison needs nothing of the provider; nobody is asked for that. */
async function checkProvider(provider: string, io: Io): Promise<void> {
  if (!/^https?:\/\//i.test(provider)) await loadProfile(provider, io, { standIns: true });
}
