import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diagnoseCollection } from '../../doctor/collection/diagnose.ts';
import type { CollectionObservation } from '../../doctor/collection/observation.ts';
import { readCollection } from '../../doctor/collection/read-collection.ts';
import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { allProviders } from '../../providers/atlas/all.ts';
import { parseJson } from '../../providers/json-text.ts';
import { loadProfile } from '../../providers/load.ts';
import { readPostmanEnvironment } from '../../settings/environment-file.ts';
import type { DoctorArguments } from './arguments.ts';
import { readWholeInput } from './read-input.ts';
import { writeFixed } from './write-fixed.ts';

/** `legwork doctor collection`: looks for OAuth mistakes, and with --fix writes a corrected copy beside the file. */
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
  return {
    ...diagnosis,
    advice: [...diagnosis.advice, ...(await writeFixed(text, json, observation, subject, io))],
  };
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
