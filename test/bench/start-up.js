// @ts-check
// How long the program takes to say something, beside Newman, and how long generating takes as profiles grow in number.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, legwork, median, newman, run } from './measure.js';

/** What each command does at the least: nothing of it runs a collection, so none of it may load Newman. */
const COMMANDS = [
  ['run', '--help'],
  ['generate', '--help'],
  ['doctor', '--help'],
  ['doctor', 'redirect-uri', '--requested', 'https://a.example/cb', '--registered', 'https://a.example/cb/'],
  ['login', '--help'],
  ['token', 'list'],
  ['emulate', '--help'],
  ['merge', '--help'],
  ['schema', 'profile'],
];

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
    // It loads Postman's SDK, as Newman does.
    'legwork generate beside newman --help',
    { atMost: 1 },
    () => run([legwork, 'generate', '--out', join(scratch, 'collections')], scratch),
    newmanHelp,
    { rounds },
  );
  for (const command of COMMANDS) await beside(command, newmanHelp, scratch, Math.min(rounds, 3));
  generateMany();
}

/**
 * @param {string[]} command
 * @param {() => Promise<number>} newmanHelp
 * @param {string} scratch
 * @param {number} rounds
 */
async function beside(command, newmanHelp, scratch, rounds) {
  /** @type {number[]} */
  const ratios = [];
  const store = command[0] === 'token' ? ['--store', join(scratch, 'tokens.json')] : [];
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await run([legwork, ...command, ...store], scratch, [0, 4]);
    ratios.push(ours / (await newmanHelp()));
  }
  console.log(`  legwork ${command.join(' ')}: ${median(ratios.slice(1)).toFixed(2)} of newman --help`);
}

function generateMany() {
  const program = fileURLToPath(new URL('programs/generate-many.js', import.meta.url));
  const [few, many] = [100, 1000].map((count) => {
    /** @type {{ each: number, bytes: number }} */
    const result = JSON.parse(execFileSync(process.execPath, [program, String(count)], { encoding: 'utf8' }));
    return result;
  });
  if (few === undefined || many === undefined) return;
  console.log(
    `Collections of 1000 profiles: ${many.each.toFixed(1)} ms and ${Math.round(many.bytes / 1024)} KB each, ${(many.each / few.each).toFixed(2)} of what each of 100 takes`,
  );
}
