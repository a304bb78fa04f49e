// Prints ratios against plain Newman, measured in the same run, pair by pair: the machine may be shared and slow,
// a ratio still holds. Usage: npm run bench [-- ROUNDS]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 7);
const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'legwork-bench-'));
const legwork = join(root, 'dist/cli.js');
const newman = createRequire(import.meta.url).resolve('newman/bin/newman.js');
const collection = (flow) => join(root, `collections/linkedin-${flow}.postman_collection.json`);
const environment = join(root, 'collections/linkedin-emulator.postman_environment.json');

/** Runs a program to its end; gives the milliseconds it took. */
function run(args) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(process.execPath, args, { cwd: scratch, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject).on('close', (code) => {
      if (code !== 0) reject(new Error(`${args.join(' ')} ended with ${code}: ${complaint}`));
      else resolve(Number(process.hrtime.bigint() - started) / 1e6);
    });
  });
}

async function inTurn(...commands) {
  let total = 0;
  for (const command of commands) total += await run(command);
  return total;
}

function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

/** Measures both in turn, so that whatever slows the machine slows both. */
async function compare(title, goal, ours, theirs) {
  const pairs = [];
  await ours();
  await theirs();
  for (let round = 0; round < rounds; round += 1) pairs.push([await ours(), await theirs()]);
  const ratio = median(pairs.map(([one, other]) => one / other));
  const [one, other] = [0, 1].map((side) => Math.round(median(pairs.map((pair) => pair[side]))));
  const verdict = ratio <= goal ? 'reached' : 'missed';
  console.log(
    `${title}: ratio ${ratio.toFixed(2)} (goal: at most ${goal.toFixed(2)}, ${verdict}); ${one} ms beside ${other} ms`,
  );
}

/** Prints how large the reports are for each exchange. */
function sizes(folder) {
  const { flows } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  const exchanges = flows.flatMap((flow) => flow.steps.flatMap((step) => step.exchanges)).length;
  const files = ['report.html', 'junit.xml', 'report.json', 'report.har', 'summary.md'];
  const each = files.map((file) => `${file} ${Math.round(statSync(join(folder, file)).size / exchanges)}`);
  console.log(`Bytes of the reports for each of ${exchanges} exchanges: ${each.join(', ')}`);
}

const emulator = spawn(process.execPath, [legwork, 'emulate', '--port', '9480'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
try {
  await new Promise((resolve, reject) => {
    emulator.stdout.once('data', resolve);
    emulator.once('exit', () => reject(new Error('the emulator did not start')));
  });
  const newmanRun = (flow) => [newman, 'run', collection(flow), '--environment', environment];
  console.log(`Median of ${rounds} pairs each, whole processes, Node ${process.version}`);
  await compare(
    'legwork run (both flows, emulator and reports included) beside newman run of the same collections',
    1,
    () => run([legwork, 'run', '--reports', join(scratch, 'reports')]),
    () => inTurn(newmanRun('client-credentials'), newmanRun('three-legged')),
  );
  await compare(
    'legwork run with the default reports beside legwork run with none',
    1.1,
    () => run([legwork, 'run', '--reports', join(scratch, 'reports')]),
    () => run([legwork, 'run', '--reporter', 'none']),
  );
  sizes(join(scratch, 'reports'));
  await compare(
    'legwork --help beside newman --help',
    0.5,
    () => run([legwork, '--help']),
    () => run([newman, '--help']),
  );
  await compare(
    'legwork generate beside newman --help',
    0.5,
    () => run([legwork, 'generate', '--out', join(scratch, 'collections')]),
    () => run([newman, '--help']),
  );
} finally {
  emulator.kill();
  rmSync(scratch, { recursive: true, force: true });
}
