// @ts-nocheck
// 
// Prints figures beside those of others, measured in the same run. Usage: npm run bench [-- PART… ROUNDS]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every part is a file of its own with a function `measure`; it is loaded only when it is asked for. */
const parts = ['start-up', 'runs', 'load', 'tokens', 'many-targets'];

const words = process.argv.slice(2);
const rounds = Number(words.find((word) => /^[1-9]\d*$/.test(word)) ?? 7);
const named = words.filter((word) => !/^\d+$/.test(word));
const unknown = named.find((word) => !parts.includes(word));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}" of the benchmark. There are: ${parts.join(', ')}.`);
  process.exit(1);
}

const scratch = mkdtempSync(join(tmpdir(), 'legwork-bench-'));
try {
  console.log(`Medians of ${rounds} pairs each, Node ${process.version}`);
  for (const part of named.length === 0 ? parts : named) {
    const { measure } = await import(`./${part}.js`);
    await measure({ rounds, scratch });
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
