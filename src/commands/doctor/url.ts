import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { diagnoseUrl } from '../../doctor/url/diagnose.ts';
import { readUrl } from '../../doctor/url/read-url.ts';
import type { Io } from '../../io.ts';
import { loadProfile } from '../../providers/load.ts';
import type { DoctorArguments } from './arguments.ts';
import { readInput } from './read-input.ts';

/** Bytes; an address of more than 8 kilobytes is refused everywhere. */
const LIMIT = 256 * 1024;

/** `legwork doctor url`: explains an address, given as an argument or on standard input. */
export async function examineUrl({ subject, provider }: DoctorArguments, io: Io): Promise<Diagnosis> {
  const profile = await loadProfile(provider, io, { standIns: true });
  const text = subject === undefined || subject === '-' ? await readInput('-', LIMIT, io) : subject;
  return diagnoseUrl(readUrl(text, profile));
}
