import { join, resolve } from 'node:path';
import { failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import { json, say } from '../printable/printable.ts';
import { replaceFile } from '../replace-file.ts';
import { defineCommand } from './command.ts';

const schemas = {
  profile: async () => (await import('../providers/profile-file.ts')).profileFileSchema(),
  'run-result': async () => (await import('../reports/run-result-schema.ts')).runResultSchema(),
  diagnosis: async () => (await import('../doctor/diagnosis-schema.ts')).diagnosisSchema(),
  targets: async () => (await import('../batch/targets/target-entry.ts')).targetsSchema(),
};

export const schema = defineCommand({
  name: 'schema',
  summary: 'Print the JSON Schema of a file that legwork reads or writes',
  positionals: {
    name: {
      type: 'string',
      choices: ['profile', 'run-result', 'diagnosis', 'targets'] as const,
      demandOption: true,
      describe: 'Which file',
    },
  },
  options: {
    out: {
      type: 'string',
      requiresArg: true,
      describe: 'Folder to write <name>.schema.json to, instead of printing it',
    },
  },
  examples: [
    ['$0 schema profile', 'Print the schema of a profile file'],
    ['$0 schema profile --out schemas', 'Write schemas/profile.schema.json'],
    ['$0 schema run-result', 'Print the schema of report.json'],
    ['$0 schema targets', 'Print the schema of a file for "legwork run --targets"'],
  ],
  async run({ name, out }, io) {
    const text = json(await schemas[name]());
    if (out === undefined) {
      io.out(text);
      return 0;
    }
    const file = join(out, `${name}.schema.json`);
    await write(resolve(io.cwd, file), text.toString(), file);
    io.err(say`Wrote ${file}.\n`);
    return 0;
  },
});

async function write(path: string, text: string, file: string): Promise<void> {
  try {
    await replaceFile(path, text);
  } catch (error) {
    throw failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error });
  }
}
