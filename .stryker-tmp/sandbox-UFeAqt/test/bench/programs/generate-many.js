// @ts-nocheck
// 
// Generates the collections of so many providers, and says how long each took: node generate-many.js COUNT
import { collectionsFor } from '../../../dist/collection/collections.js';
import { jsonFile } from '../../../dist/collection/files.js';
import { linkedin } from '../../../dist/providers/linkedin.js';

const count = Number(process.argv[2]);
const started = performance.now();
let bytes = 0;
for (let number = 0; number < count; number += 1) {
  const profile = { ...linkedin, id: `provider-${number}`, name: `Provider ${number}` };
  for (const { flow, collection } of collectionsFor(profile))
    bytes += jsonFile(flow, collection).content.length;
}
console.log(JSON.stringify({ each: (performance.now() - started) / count, bytes: bytes / count }));
