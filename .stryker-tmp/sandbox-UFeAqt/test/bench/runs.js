// @ts-nocheck
// 
// Whole runs beside plain Newman on the same collections, and what the reports cost.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare, generated, legwork, newman, run, start } from './measure.js';

const flows = ['client-credentials', 'three-legged'];

/** @param {{ rounds: number, scratch: string }} surroundings */
export async function measure({ rounds, scratch }) {
  const reports = join(scratch, 'reports');
  const legworkRun = () => run([legwork, 'run', '--reports', reports], scratch);
  const emulator = await start([legwork, 'emulate', '--port', '9480']);
  try {
    await compare(
      'legwork run (both flows, emulator and reports included) beside newman run of the same collections',
      { atMost: 1 },
      legworkRun,
      () => newmanRuns(scratch),
      { rounds },
    );
    await compare(
      'legwork run with the default reports beside legwork run with none',
      { atMost: 1.1 },
      legworkRun,
      () => run([legwork, 'run', '--reporter', 'none'], scratch),
      { rounds },
    );
  } finally {
    emulator.stop();
  }
  printSizes(reports);
}

/** @param {string} scratch */
async function newmanRuns(scratch) {
  let total = 0;
  for (const flow of flows) {
    const collection = generated(`linkedin-${flow}.postman_collection.json`);
    const environment = generated('linkedin-emulator.postman_environment.json');
    total += await run([newman, 'run', collection, '--environment', environment], scratch);
  }
  return total;
}

/**
 * Prints how large the reports are for each exchange.
 *
 * @param {string} folder
 */
function printSizes(folder) {
  /** @type {{ flows: { steps: { exchanges: unknown[] }[] }[] }} */
  const result = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  const exchanges = result.flows.flatMap((flow) => flow.steps.flatMap((step) => step.exchanges)).length;
  const files = ['report.html', 'junit.xml', 'report.json', 'report.har', 'summary.md'];
  const each = files.map((file) => `${file} ${Math.round(statSync(join(folder, file)).size / exchanges)}`);
  console.log(`Bytes of the reports for each of ${exchanges} exchanges: ${each.join(', ')}`);
}
