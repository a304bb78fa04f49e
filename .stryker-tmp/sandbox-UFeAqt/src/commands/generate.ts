// @ts-nocheck
import { defineCommand } from './command.ts';

export const generate = defineCommand({
  name: 'generate',
  summary: 'Write the Postman collections and environments of a provider.',
  options: {
    provider: {
      type: 'string',
      default: 'linkedin',
      describe: '"linkedin", a profile file (a saved discovery document will do), or an issuer URL',
    },
    flow: {
      type: 'string',
      array: true,
      choices: ['client-credentials', 'three-legged', 'postman-login', 'refusals'] as const,
      describe: 'Which flows; all that the provider offers when left out',
    },
    out: { type: 'string', default: 'collections', describe: 'Folder to write to' },
    check: {
      type: 'boolean',
      default: false,
      describe: 'Write nothing; show how the files differ from what would be written, and fail if they do',
    },
  },
  examples: [
    ['$0 generate', 'LinkedIn, into collections/'],
    ['$0 generate --check', 'fail when collections/ is not up to date'],
    ['$0 generate --provider https://login.example.org --out postman', 'any other OAuth server'],
  ],
  run: async (args, io) => (await import('./generate/generate.ts')).generateFiles(args, io),
});
