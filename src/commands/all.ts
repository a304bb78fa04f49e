import type { Command } from './command.ts';
import { runCommand } from './run.ts';

/** All verbs, in the order in which --help lists them. */
export const commands: readonly Command[] = [runCommand];
