import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { diagnoseUrl } from '../../doctor/url/diagnose.ts';
import type { UrlObservation } from '../../doctor/url/observation.ts';
import { parameterOf } from '../../doctor/url/observation.ts';
import { readUrl } from '../../doctor/url/read-url.ts';
import type { Io } from '../../io.ts';
import { anyServer } from '../../providers/any-server.ts';
import { allProviders } from '../../providers/atlas/all.ts';
import type { ProviderFacts } from '../../providers/facts.ts';
import { providerOfHost } from '../../providers/provider-of-host.ts';
import { type RecognizedProvider, recognizeProvider } from '../../providers/recognize.ts';
import type { DoctorArguments } from './arguments.ts';
import { disagreement, profileFor } from './profile-for.ts';
import { readInput } from './read-input.ts';

/** Bytes; a URL of more than 8 kilobytes is rejected everywhere. */
const LIMIT = 256 * 1024;

/** `legwork doctor url`: explains a URL, given as an argument or on standard input. */
export async function examineUrl({ subject, namedProvider }: DoctorArguments, io: Io): Promise<Diagnosis> {
  const text = subject === undefined || subject === '-' ? await readInput('-', LIMIT, io) : subject;
  const atlas = await allProviders();
  const recognized = recognizedBy(readUrl(text, anyServer), atlas);
  const profile = await profileFor(recognized, namedProvider, io);
  const diagnosis = diagnoseUrl({ ...readUrl(text, profile), atlas, recognized });
  return { ...diagnosis, advice: [...diagnosis.advice, ...disagreement(recognized, namedProvider)] };
}

/** Whose URL it is: by its host, and at a callback by the words of the error. */
function recognizedBy(
  observation: UrlObservation,
  atlas: readonly ProviderFacts[],
): RecognizedProvider | undefined {
  const { endpoint } = observation;
  const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
  const facts = providerOfHost(host, atlas);
  if (facts !== undefined) return { facts, reason: `by the host ${host}` };
  const words = ['error', 'error_description', 'error_uri']
    .map((name) => parameterOf(observation, name) ?? '')
    .join(' ');
  return words.trim() === '' ? undefined : recognizeProvider(words, atlas);
}
