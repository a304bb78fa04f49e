import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diagnoseCollection } from '../../doctor/collection/diagnose.ts';
import { mendCollection } from '../../doctor/collection/mend.ts';
import { readCollection } from '../../doctor/collection/read-collection.ts';
import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { failure } from '../../failure.ts';
import { fileReason } from '../../file-reason.ts';
import type { Io } from '../../io.ts';
import { parseJson } from '../../providers/json-text.ts';
import { loadProfile } from '../../providers/load.ts';
import { readPostmanEnvironment } from '../../settings/environment-file.ts';
import type { DoctorArguments } from './arguments.ts';
import { readWholeInput } from './read-input.ts';

/** `legwork doctor collection`: looks for OAuth mistakes, and with --fix writes a mended copy beside the file. */
export async function examineCollection(
  { subject, environment, provider, fix }: DoctorArguments,
  io: Io,
): Promise<Diagnosis> {
  if (subject === undefined)
    throw failure('USAGE', { problem: 'Missing: the file of the collection.', command: 'doctor' });
  const profile = await loadProfile(provider, io, { standIns: true });
  const json = parseJson(await readWholeInput(subject, io), subject === '-' ? 'standard input' : subject);
  const values =
    environment === undefined ? {} : { environment: (await readPostmanEnvironment(environment, io)).values };
  const diagnosis = diagnoseCollection({ kind: 'collection', profile, ...readCollection(json), ...values });
  if (fix !== true || diagnosis.problems.length === 0) return diagnosis;
  return { ...diagnosis, advice: [...diagnosis.advice, ...(await writeMended(json, subject, io))] };
}

async function writeMended(json: unknown, subject: string, io: Io): Promise<string[]> {
  const { collection, changes } = mendCollection(json);
  if (changes.length === 0) return ['Nothing of this can be mended safely by a program.'];
  const file =
    subject === '-' ? 'mended.postman_collection.json' : subject.replace(/(?:\.json)?$/, '.mended.json');
  try {
    // A copy that was worked on already is not overwritten.
    await writeFile(resolve(io.cwd, file), `${JSON.stringify(collection, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw failure(
      'FILE_UNWRITABLE',
      { file, reason: code === 'EEXIST' ? 'it exists already' : fileReason(error) },
      { cause: error },
    );
  }
  return [`Wrote ${file}. What is left of the list above needs a person.`, ...changes];
}
