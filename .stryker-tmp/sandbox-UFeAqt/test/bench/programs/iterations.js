// @ts-nocheck
// 
// Runs a collection so many times, one iteration after the other, in the engine of today's Postman driven directly:
// node iterations.js COLLECTION ENVIRONMENT TIMES
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const fromRuntime = createRequire(createRequire(import.meta.url).resolve('postman-runtime'));
const { Runner } = fromRuntime('postman-runtime');
const sdk = fromRuntime('postman-collection');

const [collection = '', environment = '', times = ''] = process.argv.slice(2);
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));

let requests = 0;
let failures = 0;
new Runner().run(
  new sdk.Collection(read(collection)),
  {
    environment: new sdk.VariableScope(read(environment)),
    data: Array.from({ length: Number(times) }, (_, row) => ({ row })),
    timeout: { global: 0 },
  },
  (/** @type {Error | null} */ error, /** @type {any} */ run) => {
    if (error) throw error;
    run.start({
      request: () => {
        requests += 1;
      },
      assertion(/** @type {unknown} */ _cursor, /** @type {{ error?: unknown }[]} */ assertions) {
        failures += assertions.filter((assertion) => assertion.error).length;
      },
      done(/** @type {Error | null} */ broken) {
        console.log(`requests ${requests}`);
        if (broken) throw broken;
        process.exitCode = failures > 0 ? 1 : 0;
      },
    });
  },
);
