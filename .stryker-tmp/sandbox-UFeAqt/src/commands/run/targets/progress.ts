// @ts-nocheck
import picocolors from 'picocolors';
import type { Io } from '../../../io.ts';
import { pace } from '../../../reports/many/words.ts';
import { withoutWorkflowCommands } from '../../../reports/workflow-commands.ts';
import type { Redacted } from '../../../runner/result.ts';
import type { FlowSummary } from '../../../runner/spool/flow-summary.ts';

/** Tells a person how far a run of many targets is. */
export interface Progress {
  /**
   * A flow has ended.
   *
   * @param flows how many its target has
   */
  readonly count: (flow: Pick<FlowSummary, 'targetName' | 'outcome'>, flows: number) => void;
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
  /** In targets: each flow of a target that has several is a part of one. */
  let done = 0;
  const failed = new Set<string>();
  const notRun = new Set<string>();
  let failures = 0;
  let saidAt = startedAt;
  let shown = false;

  function hide(): void {
    if (shown) io.err('\r\u001B[K');
    shown = false;
  }

  return {
    count({ targetName = '', outcome }, flows) {
      done += 1 / flows;
      if (outcome === 'failed') failed.add(targetName);
      if (outcome === 'not-run') notRun.add(targetName);
      const now = io.now();
      if (now - saidAt < (live ? LIVE : LOGGED)) return;
      saidAt = now;
      const line = progressLine({ done, failed: failed.size, notRun: notRun.size }, total, now - startedAt);
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

/** Sums of thirds and the like are not quite what they should be. */
const ROUNDING = 1e-6;

/**
 * `312 of 1000 targets, 12 failed, 14.2 a second, 48 s left`
 *
 * @param counts targets; `done` with parts of those that are under way
 * @param elapsed milliseconds
 */
export function progressLine(
  { done, failed, notRun }: Readonly<Record<'done' | 'failed' | 'notRun', number>>,
  total: number,
  elapsed: number,
): string {
  const left = done > 0 ? (Math.max(0, total - done) * elapsed) / done / 1000 : 0;
  return [
    `${Math.floor(done + ROUNDING)} of ${total} targets`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(notRun > 0 ? [`${notRun} not run`] : []),
    pace(done, elapsed),
    `${timeText(left)} left`,
  ].join(', ');
}

/** @param seconds of a time to come */
function timeText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds - ROUNDING)} s`;
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
