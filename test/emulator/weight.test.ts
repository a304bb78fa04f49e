import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each([
  'src/emulator/config/settings.ts',
  'src/emulator/config/default-config.ts',
  'src/commands/emulate.ts',
])('%s can be loaded without any package', (path) => {
  expect(packagesOf(new URL(`../../${path}`, import.meta.url))).toEqual([]);
});

/** Packages that a file loads, by way of other files too; what it imports later, or as types only, does not count. */
function packagesOf(file: URL, seen = new Set<string>()): string[] {
  if (seen.has(file.href)) return [];
  seen.add(file.href);
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*?from '([^']+)';/gms);
  return [...imports]
    .map(([, specifier = '']) => specifier)
    .filter((specifier) => !specifier.startsWith('node:'))
    .flatMap((specifier) =>
      specifier.startsWith('.') ? packagesOf(new URL(specifier, file), seen) : [specifier],
    );
}
