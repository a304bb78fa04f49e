import { providerOption } from '../settings/provider-option.ts';
import { defineCommand } from './command.ts';

export const generate = defineCommand({
  name: 'generate',
  summary: 'Write the Postman collections and environments of a provider.',
  options: {
    provider: providerOption,
    flow: {
      type: 'string',
      array: true,
      choices: ['client-credentials', 'three-legged', 'postman-login', 'error-responses'] as const,
      describe: 'Which flows; by default every flow that the provider offers',
    },
    out: { type: 'string', default: 'collections', describe: 'Folder to write to' },
    check: {
      type: 'boolean',
      default: false,
      describe: "Write nothing; show how the files differ from the generator's output, and fail if they do",
    },
  },
  examples: [
    ['$0 generate', 'Write the LinkedIn collections to collections/'],
    ['$0 generate --check', 'Fail when collections/ is out of date'],
    [
      '$0 generate --provider https://login.example.org --out postman',
      'Write collections for any other OAuth server',
    ],
  ],
  run: async (args, io) => (await import('./generate/generate.ts')).generateFiles(args, io),
});
