// @ts-nocheck
import type { ProblemEntry } from './entry.ts';

/** What asking the server showed. */
export const probeProblems = {
  'another-variant-registered': {
    title: 'The server refuses the requested redirect_uri and takes a variant of it',
    explanation:
      'The requested value was answered with a refusal, and a slightly different one was not: that one is registered.',
    remedy: 'Send the accepted value, or register the requested one.',
  },
  'no-variant-registered': {
    title: 'The server refuses the requested redirect_uri and all likely variants of it',
    explanation:
      'What is registered is something else altogether, or nothing, or the client_id is that of another application.',
    remedy: 'Look at the registered values where the application was made, and give them with --registered.',
  },
  'client-refused': {
    title: 'The server does not know the client_id',
    explanation:
      'It refused the client before it looked at the redirect_uri, so that nothing can be said about that.',
    remedy: 'Copy the client_id from where the application was registered.',
  },
  'probe-without-answer': {
    title: 'The server could not be asked',
    explanation: 'No answer came that could be read: no connection, a block, or an error of the server.',
    remedy: 'Check the address of the authorization endpoint and the network.',
  },
} as const satisfies Record<string, ProblemEntry>;
