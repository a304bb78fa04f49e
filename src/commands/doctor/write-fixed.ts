import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fixCollection } from '../../doctor/collection/fix/fix-collection.ts';
import { environmentFor } from '../../doctor/collection/fix/fix-variables.ts';
import { type JsonPath, rewriteJson, type TouchedLines } from '../../doctor/collection/fix/rewrite-json.ts';
import type { CollectionObservation } from '../../doctor/collection/observation.ts';
import { maskFor } from '../../doctor/collection/shown.ts';
import { failure } from '../../failure.ts';
import { fileReason } from '../../file-reason.ts';
import type { Io } from '../../io.ts';

/**
 * Writes the corrected copy beside the file, and says what was changed, by lines of the original.
 *
 * @throws Failure FILE_UNWRITABLE, also where a copy is there already
 */
export async function writeFixed(
  text: string,
  json: unknown,
  observation: CollectionObservation,
  subject: string,
  io: Io,
): Promise<string[]> {
  const { collection, changes, left, secrets } = fixCollection(json, observation);
  const mask = maskFor(observation);
  if (changes.length === 0) return ['Nothing of this can be fixed safely by a program.', ...left.map(mask)];
  const { text: fixed, touched } = rewriteJson(text.replace(/^\uFEFF/, ''), collection);
  const file =
    subject === '-' ? 'fixed.postman_collection.json' : subject.replace(/(?:\.json)?$/, '.fixed.json');
  await writeNew(file, fixed, 0o666, io);
  const environment = file.replace(/(?:\.postman_collection)?\.json$/, '.postman_environment.json');
  if (secrets.length > 0) {
    const content = `${JSON.stringify(environmentFor(observation.name, secrets), null, 2)}\n`;
    await writeNew(environment, content, 0o600, io);
  }
  return [
    `Wrote ${file}. What is left of the list above needs a person.`,
    ...(secrets.length === 0
      ? []
      : [
          `Wrote ${environment} with the secrets: use it as the environment of the copy, and do not commit it.`,
        ]),
    ...changes.map(({ place, what, before, after, paths }) =>
      [
        `${mask(place)}: ${mask(what)}.`,
        `Before: ${mask(before)}.`,
        `After: ${mask(after)}.`,
        linesOf(touched, paths),
      ].join(' '),
    ),
    ...left.map(mask),
  ];
}

/** `Lines 12-14, 20.` of the original. */
function linesOf(touched: readonly TouchedLines[], paths: readonly JsonPath[]): string {
  const within = touched.filter((one) =>
    paths.some((path) => path.every((part, index) => index >= one.path.length || one.path[index] === part)),
  );
  const texts = [...new Set(within.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)))];
  return texts.length === 0 ? '' : `Lines ${texts.join(', ')}.`;
}

async function writeNew(file: string, content: string, mode: number, io: Io): Promise<void> {
  try {
    // A copy that was worked on already is not overwritten.
    await writeFile(resolve(io.cwd, file), content, { flag: 'wx', mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw failure(
      'FILE_UNWRITABLE',
      { file, reason: code === 'EEXIST' ? 'it exists already' : fileReason(error) },
      { cause: error },
    );
  }
}
