// @ts-nocheck
import { Ajv2020 } from 'ajv/dist/2020.js';
import { findingsOf } from '../../../src/reports/findings.ts';
import { runResultSchema } from '../../../src/reports/run-result-schema.ts';
import { exitCodeOf } from '../../../src/runner/outcome.ts';
import { casesOf, junitProblems, parseStrictly } from '../../reports/strict-xml.ts';
import { leaksIn } from '../../support/writings.ts';
import type { Played } from './play.ts';

const fitsSchema = new Ajv2020({ formats: { 'date-time': true } }).compile(runResultSchema());

/** What is wrong with the reports of a run; empty when all five are whole and say the same. */
export function damages({ result, files, exitCode }: Played): string[] {
  const findings = findingsOf(result.flows);
  const exchanges = result.flows.flatMap(({ steps }) => steps.flatMap((step) => step.exchanges));
  const { 'report.html': html = '', 'junit.xml': junit = '', 'summary.md': markdown = '' } = files;
  const xml = parseStrictly(junit);
  const failedCases = casesOf(xml).filter(({ children }) =>
    children.some(({ name }) => name === 'failure' || name === 'error'),
  );
  const har: { log: { entries: unknown[] } } = JSON.parse(files['report.har'] ?? '');
  const checks: Readonly<Record<string, boolean>> = {
    'report.json does not fit its schema': fitsSchema(result),
    'the exit code is not that of report.json': exitCode === exitCodeOf(result),
    'the flow has not failed, or nothing says why': (exitCode === 0) === (findings.length === 0),
    'junit.xml has not the common shape': junitProblems(xml).length === 0,
    'junit.xml has other failures than report.json': failedCases.length === findings.length,
    'report.har has other exchanges than report.json': har.log.entries.length === exchanges.length,
    'report.html is not whole': /^<!doctype html>/i.test(html) && html.trimEnd().endsWith('</html>'),
    'summary.md is not whole':
      markdown.startsWith('# ') && markdown.includes('Secrets appear as their names'),
  };
  return Object.entries(checks).flatMap(([problem, isRight]) => (isRight ? [] : [problem]));
}

/** Characters of a piece of a code or token that is taken for a leak: half a token is most of a secret. */
const PIECE = 16;

/** Where secrets are left in the reports and on the terminal; empty when all is well. */
export function leaks({ files, printed, secrets, issued }: Played): string[] {
  const texts = { ...files, terminal: printed };
  const pieces = new Set(issued.flatMap((value) => piecesOf(value)));
  const parts = Object.entries(texts).flatMap(([file, text]) =>
    (text.match(/[\w-]{16,}/g) ?? [])
      .filter((word) => piecesOf(word).some((piece) => pieces.has(piece)))
      .map(() => `a part of a code, token or session in ${file}`),
  );
  const unknown = Object.entries(texts).flatMap(([file, text]) =>
    /AQ[VXTE][\w-]{20}/.test(text) ? [`what looks like a token in ${file}`] : [],
  );
  return [...leaksIn(texts, secrets), ...parts, ...unknown];
}

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - PIECE + 1) }, (_, at) => text.slice(at, at + PIECE));
}

/** How often the things travelled that must not travel twice. */
export interface Sent {
  readonly passwords: number;
  readonly codes: number;
  readonly posts: number;
  /** Passwords that were not in the body of the login form. */
  readonly strayed: number;
}

/** Counts in the journal of the emulator. */
export function sent({ journal }: Played): Sent {
  const passwords = journal.filter(({ passwordIn }) => passwordIn !== 'none');
  const count = (path: string, field?: string) =>
    journal.filter(
      (entry) =>
        entry.method === 'POST' &&
        entry.path === path &&
        (field === undefined || entry.fields.includes(field)),
    ).length;
  return {
    passwords: passwords.length,
    codes: count('/oauth/v2/accessToken', 'code'),
    posts: count('/v2/ugcPosts'),
    strayed: passwords.filter(
      ({ method, path, passwordIn }) =>
        method !== 'POST' || passwordIn !== 'body' || path !== '/checkpoint/lg/login-submit',
    ).length,
  };
}
