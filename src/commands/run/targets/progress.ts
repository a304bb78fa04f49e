import picocolors from 'picocolors';
import type { Io } from '../../../io.ts';
import { withoutWorkflowCommands } from '../../../reports/workflow-commands.ts';
import type { Redacted } from '../../../runner/result.ts';
import type { FlowSummary } from '../../../runner/spool/flow-summary.ts';

/** Tells a person how far a run of many targets is. */
export interface Progress {
  /** A flow has ended. */
  readonly count: (outcome: 'passed' | 'failed' | 'not-run') => void;
  /** A flow did not pass: says so at once, as long as there are few. */
  readonly failed: (flow: FlowSummary) => void;
  /** Takes the last line away. */
  readonly end: () => void;
}

/** More of them would only push one another off the screen. */
const MOST_FAILURES = 30;

/** Milliseconds between two lines: one that is written over, and one that stays in a log. */
const LIVE = 200;
const LOGGED = 15_000;

/**
 * On a terminal one line of standard error is written over again and again; elsewhere, in CI, a line is added now and
 * then.
 *
 * @param total how many targets there are
 * @param quiet says nothing of single targets
 */
export function createProgress(
  total: number,
  io: Pick<Io, 'out' | 'err' | 'now' | 'errIsTerminal' | 'color'>,
  quiet = false,
): Progress {
  const live = io.errIsTerminal === true;
  const startedAt = io.now();
  const counts = { passed: 0, failed: 0, 'not-run': 0 };
  let failures = 0;
  let saidAt = startedAt;
  let shown = false;

  function hide(): void {
    if (shown) io.err('\r\u001B[K');
    shown = false;
  }

  return {
    count(outcome) {
      counts[outcome] += 1;
      const now = io.now();
      if (now - saidAt < (live ? LIVE : LOGGED)) return;
      saidAt = now;
      const line = progressLine(counts, total, now - startedAt);
      hide();
      io.err(live ? line : `${line}\n`);
      shown = live;
    },
    failed(flow) {
      failures += 1;
      if (failures > MOST_FAILURES + 1 || quiet) return;
      hide();
      io.out(
        failures > MOST_FAILURES
          ? '  … further ones are in the reports\n'
          : withoutWorkflowCommands(failureLine(flow, io.color)),
      );
    },
    end: hide,
  };
}

/**
 * `312 of 1000 targets, 12 failed, 14.2 a second, 48 s left`
 *
 * @param elapsed milliseconds
 */
export function progressLine(
  counts: Readonly<Record<'passed' | 'failed' | 'not-run', number>>,
  total: number,
  elapsed: number,
): string {
  const done = counts.passed + counts.failed + counts['not-run'];
  const rate = elapsed > 0 ? (done * 1000) / elapsed : 0;
  const left = rate > 0 ? Math.max(0, total - done) / rate : 0;
  return [
    `${done} of ${total} targets`,
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
    ...(counts['not-run'] > 0 ? [`${counts['not-run']} not run`] : []),
    `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)} a second`,
    `${timeText(left)} left`,
  ].join(', ');
}

/** @param seconds of a time to come */
function timeText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

function failureLine(
  { targetName = '' as Redacted, flow, outcome, cause }: FlowSummary,
  color: boolean,
): string {
  const colors = picocolors.createColors(color);
  const mark = outcome === 'failed' ? colors.red('✗') : colors.yellow('-');
  const why = outcome === 'failed' ? (cause?.title ?? '') : (cause?.text ?? '');
  return `${mark} ${targetName} ${colors.dim(`(${flow})`)}  ${why.split('\n')[0]}\n`;
}
