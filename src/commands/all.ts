import type { Command } from './command.ts';
import { emulate } from './emulate.ts';

/** All verbs, in the order in which --help lists them. */
export const commands: readonly Command[] = [emulate];
