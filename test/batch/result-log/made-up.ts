import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultLogHead } from '../../../src/batch/result-log/result-log.ts';
import { endLine, flowLine, headLine, targetList } from '../../../src/batch/result-log/result-log-lines.ts';
import type { Redacted } from '../../../src/redaction/redacted.ts';
import type { FlowResult } from '../../../src/runner/result.ts';
import { answer, failed, flow, passed, step } from '../../reports/sample.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

/** What befalls a made-up target. */
export type Fate = 'passed' | 'mismatch' | 'odd' | 'not-run';

/** The flow of a made-up target. */
export function flowOf(name: string, fate: Fate = 'passed', more: Partial<FlowResult> = {}): FlowResult {
  const whose = { targetName: name as Redacted, provider: 'LinkedIn' as Redacted };
  switch (fate) {
    case 'passed':
      return flow('three-legged', 'scripted three-legged login', { ...whose, steps: [asked()], ...more });
    case 'not-run':
      return flow('three-legged', 'scripted three-legged login', {
        ...whose,
        outcome: 'not-run',
        reason: 'not set: LINKEDIN_PASSWORD' as Redacted,
        ...more,
      });
    case 'mismatch':
      return flow('three-legged', 'scripted three-legged login', {
        ...whose,
        outcome: 'failed',
        steps: [asked(), refused(name)],
        registeredRedirectUris: [`https://${name}.example.com/cb/` as Redacted],
        ...more,
      });
    case 'odd':
      return flow('client-credentials', 'client credentials', {
        ...whose,
        outcome: 'failed',
        steps: [
          step('Get a token', {
            outcome: 'failed',
            assertions: [failed('is answered with 200', `expected 500 of https://${name}.example.com/token`)],
            exchange: { answer: answer(500, 'Internal Server Error') },
          }),
        ],
        ...more,
      });
  }
}

function asked() {
  return step('Request the login form', {
    assertions: [passed('The page has a login form')],
    console: [{ level: 'info', text: 'asked' as Redacted }],
  });
}

function refused(name: string) {
  return step('Approve consent', {
    outcome: 'failed',
    assertions: [
      failed(
        'The callback carries a code',
        `The redirect_uri does not match: https://${name}.example.com/cb`,
      ),
    ],
    exchange: { answer: answer(400, 'Bad Request') },
    explanation: {
      id: 'rejected-redirect-uri-mismatch' as Redacted,
      title: 'The redirect_uri is none of those registered' as Redacted,
      cause: 'The redirect_uri that was sent does not equal a registered one.' as Redacted,
      remedy: 'Register exactly the one that is sent.' as Redacted,
      page: 'docs/problems/rejected-redirect-uri-mismatch.md' as Redacted,
    },
  });
}

/** The head of a made-up log. */
export function headOf(
  names: readonly string[],
  shard?: ResultLogHead['shard'],
): Omit<ResultLogHead, 'version' | 'kind'> {
  return {
    tool: 'legwork' as Redacted,
    target: 'live',
    provider: 'LinkedIn' as Redacted,
    startedAt: '2026-08-04T10:20:30.456Z' as Redacted,
    ...(shard !== undefined && { shard }),
    list: targetList(names),
  };
}

/** A whole result log as text. */
export function resultLogOf(
  flows: readonly FlowResult[],
  {
    names = flows.map(({ targetName = '' }) => targetName),
    shard,
    durationMs = 1000,
    interrupted = false,
  }: {
    readonly names?: readonly string[];
    readonly shard?: ResultLogHead['shard'];
    readonly durationMs?: number;
    readonly interrupted?: boolean;
  } = {},
): string {
  return [headLine(headOf(names, shard)), ...flows.map(flowLine), endLine({ durationMs, interrupted })].join(
    '',
  );
}

/** A folder with a file `targets.ndjson` of that content. */
export function folderWith(content: string | Buffer, folder = scratchFolder('log')): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'targets.ndjson'), content);
  return folder;
}
