import { diagnoseAnswer } from '../../doctor/answer/diagnose.ts';
import { readAnswer } from '../../doctor/answer/read-answer.ts';
import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { Failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { allProviders } from '../../providers/atlas/all.ts';
import { recognizeProvider } from '../../providers/recognize.ts';
import type { DoctorArguments } from './arguments.ts';
import { disagreement, profileFor } from './profile-for.ts';
import { readInput } from './read-input.ts';

/** Bytes; error responses are short. */
const LIMIT = 1024 * 1024;

/** `legwork doctor error`: explains an error response from the argument itself, a file or standard input. */
export async function examineError({ subject, namedProvider }: DoctorArguments, io: Io): Promise<Diagnosis> {
  const answer = readAnswer(await textOrFile(subject, io));
  const atlas = await allProviders();
  const recognized = recognizeProvider(answer.everything, atlas);
  const profile = await profileFor(recognized, namedProvider, io);
  const diagnosis = diagnoseAnswer({ kind: 'answer', profile, answer, atlas, recognized });
  return { ...diagnosis, advice: [...diagnosis.advice, ...disagreement(recognized, namedProvider)] };
}

/** Codes of Node.js for a name that no file has, or can have. */
const NO_FILE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];

/** The file of that name, or where there is none the text itself; a name that can only be a file must be one. */
async function textOrFile(subject: string | undefined, io: Io): Promise<string> {
  try {
    return await readInput(subject, LIMIT, io);
  } catch (error) {
    const { code = '' } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
    const isMissing = error instanceof Failure && NO_FILE.includes(code);
    if (!isMissing || subject === undefined || subject === '-' || looksLikePath(subject)) throw error;
    return subject;
  }
}

function looksLikePath(subject: string): boolean {
  return /^[^\s"{}<>=?&]+$/.test(subject) && /[/\\.]/.test(subject) && !/^https?:/i.test(subject);
}
