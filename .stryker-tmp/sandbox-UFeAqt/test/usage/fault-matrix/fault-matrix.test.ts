// @ts-nocheck
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { faultKinds } from '../../../src/emulator/faults/catalogue.ts';
import { type Case, cases, everyday } from './cases.ts';
import { sent } from './judge.ts';
import { COMMAND, cells, keyOf, page, type Row, readPage, rowOf } from './page.ts';
import { type Played, play } from './play.ts';

const file = new URL('../../../docs/fault-matrix.md', import.meta.url);

/** `1` plays and writes the whole matrix; a part of a fault, such as `=stall`, only those rows. */
const wanted = process.env.LEGWORK_WRITE_MATRIX ?? '';
const isWriting = wanted !== '';
const played = isWriting ? cases.filter(({ fault }) => wanted === '1' || fault.includes(wanted)) : everyday;

/** What no run may do, whatever goes wrong. */
function expectHonesty({ flow }: Case, run: Played, row: Row): void {
  expect(row.reports).toBe('whole, masked');
  expect([0, 4]).toContain(row.exitCode);
  const { passwords, codes, posts, strayed } = sent(run);
  expect(strayed, 'passwords that were not in the login form').toBe(0);
  if (flow === 'refusals') return;
  for (const [what, count] of Object.entries({ passwords, codes, posts })) {
    expect(count, `${what} that were sent`).toBeLessThanOrEqual(1);
  }
}

const committed = readFileSync(file, 'utf8');
const rows = new Map(readPage(committed));

describe(isWriting ? 'the matrix' : 'what is tried of the matrix each time', () => {
  test.each(played)('$flow: $fault', { timeout: 120_000 }, async (one) => {
    const run = await play(one);
    const row = rowOf(run);
    expectHonesty(one, run, row);
    const hint = `docs/fault-matrix.md says something else. If this is right: ${COMMAND}`;
    if (!isWriting) expect(cells(row), hint).toBe(rows.get(keyOf(one)));
    rows.set(keyOf(one), cells(row));
  });

  test.runIf(isWriting)('the page is written', () => {
    expect(cases.filter((one) => !rows.has(keyOf(one)))).toEqual([]);
    writeFileSync(file, page(rows, cases));
  });
});

test.skipIf(isWriting)(
  'the page is what is made of its rows, and has one for every place of the matrix',
  () => {
    expect([...readPage(committed).keys()].sort(), COMMAND).toEqual(cases.map(keyOf).sort());
    expect(committed, COMMAND).toBe(page(readPage(committed), cases));
  },
);

test('every page that it leads to is there', () => {
  for (const [, path = ''] of committed.matchAll(/\]\(([^)]+\.md)\)/g)) {
    expect(existsSync(new URL(path, file)), path).toBe(true);
  }
});

test('every fault of the catalogue is in the matrix', () => {
  for (const kind of faultKinds) {
    expect(cases.some(({ fault }) => new RegExp(`=${kind}(:|$)`).test(fault))).toBe(true);
    expect(everyday.some(({ fault }) => new RegExp(`=${kind}(:|$)`).test(fault))).toBe(true);
  }
});
