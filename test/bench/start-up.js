// @ts-check
// How long the program takes to say something, beside Newman.
import { join } from 'node:path';
import { compare, legwork, newman, run } from './measure.js';

/** @param {{ rounds: number, scratch: string }} surroundings */
export async function measure({ rounds, scratch }) {
  const newmanHelp = () => run([newman, '--help'], scratch);
  await compare(
    'legwork --help beside newman --help',
    { atMost: 0.5 },
    () => run([legwork, '--help'], scratch),
    newmanHelp,
    { rounds },
  );
  await compare(
    'legwork generate beside newman --help',
    { atMost: 0.5 },
    () => run([legwork, 'generate', '--out', join(scratch, 'collections')], scratch),
    newmanHelp,
    { rounds },
  );
}
