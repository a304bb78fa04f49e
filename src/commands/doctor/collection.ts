import { stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diagnoseCollection } from '../../doctor/collection/diagnose.ts';
import { mendCollection } from '../../doctor/collection/mend.ts';
import type { CollectionObservation } from '../../doctor/collection/observation.ts';
import { readCollection } from '../../doctor/collection/read-collection.ts';
import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { failure } from '../../failure.ts';
import { fileReason } from '../../file-reason.ts';
import type { Io } from '../../io.ts';
import { allProviders } from '../../providers/atlas/all.ts';
import { parseJson } from '../../providers/json-text.ts';
import { loadProfile } from '../../providers/load.ts';
import { readPostmanEnvironment } from '../../settings/environment-file.ts';
import type { DoctorArguments } from './arguments.ts';
import { readWholeInput } from './read-input.ts';

/** `legwork doctor collection`: looks for OAuth mistakes, and with --fix writes a mended copy beside the file. */
export async function examineCollection(
  { subject, environment, namedProvider, fix }: DoctorArguments,
  io: Io,
): Promise<Diagnosis> {
  if (subject === undefined)
    throw failure('USAGE', { problem: 'Missing: the file of the collection.', command: 'doctor' });
  const profile =
    namedProvider === undefined ? undefined : await loadProfile(namedProvider, io, { standIns: true });
  await checkVersion(subject, io);
  const text = await readWholeInput(subject, io);
  const file = subject === '-' ? 'standard input' : subject;
  if (/^\s*\$kind:/.test(text)) throw failure('COLLECTION_VERSION_3', { file });
  const json = parseJson(text, file);
  const values =
    environment === undefined ? {} : { environment: (await readPostmanEnvironment(environment, io)).values };
  const observation: CollectionObservation = {
    kind: 'collection',
    ...(profile !== undefined && { profile }),
    providers: await allProviders(),
    ...readCollection(json),
    ...values,
  };
  const diagnosis = diagnoseCollection(observation);
  if (fix !== true || diagnosis.problems.length === 0) return diagnosis;
  return { ...diagnosis, advice: [...diagnosis.advice, ...(await writeMended(json, subject, io))] };
}

/** Since version 12 Postman keeps a collection as a folder of YAML files. */
async function checkVersion(subject: string, io: Io): Promise<void> {
  if (subject === '-') return;
  const folder = resolve(io.cwd, subject);
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) throw failure('COLLECTION_VERSION_3', { file: subject });
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
