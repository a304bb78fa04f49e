import { diagnoseAnswer } from '../../doctor/answer/diagnose.ts';
import { readAnswer } from '../../doctor/answer/read-answer.ts';
import type { Diagnosis } from '../../doctor/diagnosis.ts';
import type { Io } from '../../io.ts';
import { loadProfile } from '../../providers/load.ts';
import type { DoctorArguments } from './arguments.ts';
import { readInput } from './read-input.ts';

/** Bytes; refusals are short. */
const LIMIT = 1024 * 1024;

/** `legwork doctor error`: explains an answer from a file or standard input. */
export async function examineError({ subject, provider }: DoctorArguments, io: Io): Promise<Diagnosis> {
  const profile = await loadProfile(provider, io, { standIns: true });
  const text = await readInput(subject, LIMIT, io);
  return diagnoseAnswer({ kind: 'answer', profile, answer: readAnswer(text) });
}
