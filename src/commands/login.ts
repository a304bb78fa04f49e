import { loginOptions } from '../tokens/options.ts';
import { defineCommand } from './command.ts';

/** `legwork login`: a person signs in with a browser, and the token is stored. */
export const login = defineCommand({
  name: 'login',
  summary: 'Sign in with your own browser (captchas included) and store the token.',
  options: loginOptions,
  examples: [
    ['$0 login', 'Practice with the emulator'],
    ['$0 login --target live', 'Get a token from LinkedIn, with LINKEDIN_CLIENT_ID and _SECRET set'],
    ['$0 login --target live --no-browser', 'On a machine without a browser: paste the URL'],
  ],
  run: async (args, io) => (await import('../tokens/run-login.ts')).runLogin(args, io),
});
