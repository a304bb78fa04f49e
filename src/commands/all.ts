import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { emulate } from './emulate.ts';
import { generate } from './generate.ts';
import { login } from './login.ts';
import { merge } from './merge.ts';
import { providersCommand } from './providers.ts';
import { runCommand } from './run.ts';
import { schema } from './schema.ts';
import { token } from './token.ts';

/** All verbs, in the order in which --help lists them. */
export const commands: readonly Command[] = [
  runCommand,
  merge,
  doctor,
  login,
  token,
  generate,
  emulate,
  providersCommand,
  schema,
];
