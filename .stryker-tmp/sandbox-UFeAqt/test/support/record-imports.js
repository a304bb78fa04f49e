// @ts-nocheck
// For `node --import`: writes what is imported to standard error, one specifier a line.
import { writeSync } from 'node:fs';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

// Node loads this file once more, in a thread of its own, for its hooks.
if (isMainThread) register(import.meta.url);

export async function resolve(specifier, context, next) {
  writeSync(2, `${specifier}\n`);
  return next(specifier, context);
}
