// @ts-nocheck
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultKinds, faultText } from '../../../src/emulator/faults/catalogue.ts';
import { parseFault } from '../../../src/emulator/faults/parse-fault.ts';
import { faultTargets } from '../../../src/emulator/faults/targets.ts';

const page = readFileSync(new URL('../../../docs/faults.md', import.meta.url), 'utf8').replace(/ +/g, ' ');

test('the page on faults describes every fault and names every endpoint', () => {
  for (const kind of faultKinds) {
    const { description, value, on } = faultText(kind);
    expect(page).toContain(`| \`${kind}\` |`);
    expect(page).toContain(description.replace('{value}', 'N'));
    if (on !== undefined)
      expect(page).toContain(`${description} For ${on.map((target) => `\`${target}\``).join(', ')}. |`);
    if (value !== undefined) expect(page).toContain(`${value.of}, ${value.least} to ${value.most}`);
  }
  for (const target of faultTargets) expect(page).toContain(`\`${target}\``);
});

test('every fault that stands on the page can be read', () => {
  const written = [...page.matchAll(/`([a-z-]+(?:#[\d+-]+)?=[a-z-]+(?::\d+)?)`/g)].map(
    ([, spec = '']) => spec,
  );
  expect(written.length).toBeGreaterThan(7);
  for (const spec of written) expect(() => parseFault(spec)).not.toThrow();
});
