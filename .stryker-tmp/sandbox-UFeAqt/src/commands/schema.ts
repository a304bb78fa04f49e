// @ts-nocheck
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import { makeFolder } from '../make-folder.ts';
import { defineCommand } from './command.ts';

const schemas = {
  profile: async () => (await import('../providers/profile-file.ts')).profileFileSchema(),
  'run-result': async () => (await import('../reports/run-result-schema.ts')).runResultSchema(),
  diagnosis: async () => (await import('../doctor/diagnosis-schema.ts')).diagnosisSchema(),
  targets: async () => (await import('../targets/target-entry.ts')).targetsSchema(),
};

export const schema = defineCommand({
  name: 'schema',
  summary: 'Print the JSON Schema of a file that legwork reads or writes',
  positionals: {
    name: {
      type: 'string',
      choices: ['profile', 'run-result', 'diagnosis', 'targets'] as const,
      demandOption: true,
      describe: 'Which kind of file',
    },
  },
  options: {
    out: {
      type: 'string',
      requiresArg: true,
      describe: 'Folder to write <name>.schema.json to, in place of printing',
    },
  },
  examples: [
    ['$0 schema profile', 'print the schema of a profile file'],
    ['$0 schema profile --out schemas', 'write schemas/profile.schema.json'],
    ['$0 schema run-result', 'print the schema of report.json'],
    ['$0 schema targets', 'print the schema of a file for "legwork run --targets"'],
  ],
  async run({ name, out }, io) {
    const text = `${JSON.stringify(await schemas[name](), null, 2)}\n`;
    if (out === undefined) {
      io.out(text);
      return 0;
    }
    const file = join(out, `${name}.schema.json`);
    await write(resolve(io.cwd, file), text, file);
    io.err(`Wrote ${file}.\n`);
    return 0;
  },
});

async function write(path: string, text: string, file: string): Promise<void> {
  try {
    await makeFolder(dirname(path));
    await writeFile(path, text);
  } catch (error) {
    throw failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error });
  }
}
