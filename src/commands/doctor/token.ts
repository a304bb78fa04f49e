import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { diagnoseToken } from '../../doctor/token/diagnose.ts';
import { readToken } from '../../doctor/token/read-token.ts';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { isProviderId, providers } from '../../providers/atlas/all.ts';
import { loadProfile } from '../../providers/load.ts';
import type { DoctorArguments } from './arguments.ts';
import { readInput } from './read-input.ts';

/** Bytes; a token of more than 8 kilobytes fits into no header. */
const LIMIT = 256 * 1024;

/** `legwork doctor token`: decodes a token from a file or standard input, offline, and never prints it whole. */
export async function examineToken(args: DoctorArguments, io: Io): Promise<Diagnosis> {
  const { subject, clientId, audience, namedProvider } = args;
  if (subject !== undefined && looksLikeToken(subject)) {
    throw failure('USAGE', {
      problem:
        'A token is not taken as an argument, because other programs and the shell history see arguments. Save it to a file, or give "-" and paste it.',
      command: 'doctor',
    });
  }
  const token = readToken(await readInput(subject, LIMIT, io));
  const provider =
    namedProvider !== undefined && isProviderId(namedProvider) ? await providers[namedProvider]() : undefined;
  const issuer =
    namedProvider === undefined
      ? undefined
      : provider === undefined
        ? (await loadProfile(namedProvider, io, { standIns: true })).metadata.issuer
        : provider.endpoints.issuer?.value;
  const now = Math.floor(io.now() / 1000);
  return diagnoseToken({ kind: 'token', token, now, expected: { issuer, clientId, audience }, provider });
}

function looksLikeToken(subject: string): boolean {
  return /^eyJ|^Bearer\b|^\{/i.test(subject) || (/^[\w.+/=~-]{60,}$/.test(subject) && !subject.includes('/'));
}
