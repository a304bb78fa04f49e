import { type Diagnosis, diagnosisExitCode } from '../../doctor/diagnosis.ts';
import { sealedDiagnosis } from '../../doctor/mask.ts';
import { withProviderNotes } from '../../doctor/provider-notes.ts';
import { diagnosisText } from '../../doctor/text.ts';
import type { ExitCode } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { json, say } from '../../printable/printable.ts';
import { isProviderId, providers } from '../../providers/atlas/all.ts';
import type { ProviderFacts } from '../../providers/facts.ts';
import type { DoctorArguments } from './arguments.ts';
import { examineCollection } from './collection.ts';
import { examineError } from './error.ts';
import { redactorForDoctor } from './known-secrets.ts';
import { examineRedirectUri } from './redirect-uri.ts';
import { examineSetUp } from './set-up.ts';
import { examineToken } from './token.ts';
import { examineUrl } from './url.ts';

/**
 * Observes what was asked for, judges it, and prints the diagnosis.
 *
 * @returns 4 when problems were found
 * @throws Failure for wrong usage and for files that cannot be read
 */
export async function examine(args: DoctorArguments, io: Io): Promise<ExitCode> {
  const told = withProviderNotes(...(await diagnosed(args, io)));
  const diagnosis = sealedDiagnosis(told, await redactorForDoctor(args, io));
  io.out(args.json === true ? json(diagnosis) : say`${diagnosisText(diagnosis)}`);
  return diagnosisExitCode(diagnosis);
}

/** The diagnosis, and what is known of the provider that it is about. */
async function diagnosed(args: DoctorArguments, io: Io): Promise<[Diagnosis, ProviderFacts | undefined]> {
  const diagnosis = await diagnose(args, io);
  const { provider } = diagnosis;
  return [diagnosis, provider !== null && isProviderId(provider) ? await providers[provider]() : undefined];
}

async function diagnose(args: DoctorArguments, io: Io): Promise<Diagnosis> {
  switch (args.what) {
    case 'error':
      return examineError(args, io);
    case 'collection':
      return examineCollection(args, io);
    case 'url':
      return examineUrl(args, io);
    case 'token':
      return examineToken(args, io);
    case 'redirect-uri':
      return examineRedirectUri(args, io);
    default:
      return examineSetUp(args, io);
  }
}
