import type { Io } from '../io.ts';
import type { Printable } from '../printable/printable.ts';
import type { Redacted } from '../redaction/redacted.ts';
import { exposedSecrets } from '../run/exposed-secrets.ts';
import type { BatchArguments } from '../run/options.ts';
import type { RunParts } from '../run/parts.ts';
import { timeoutsFor } from '../run/run-request.ts';
import { notRun } from '../runner/not-run.ts';
import type { FlowResult } from '../runner/result.ts';
import { steadyClock } from '../steady-clock.ts';
import { failedFlow } from './failed-flow.ts';
import type { Job } from './job.ts';
import { createKeyedLock } from './keyed-lock.ts';
import { jobCollections, planJobs } from './plan-jobs.ts';
import { poolSize } from './pool-size.ts';
import type { Progress } from './progress.ts';
import type { TargetProviders } from './providers.ts';
import { type FlowSummary, summaryOf } from './result-log/flow-summary.ts';
import { createIndexer, type ResultLogIndex } from './result-log/result-log-index.ts';
import { flowLine } from './result-log/result-log-lines.ts';
import type { ResultLogFile } from './result-log-file.ts';
import type { Target } from './targets/target.ts';
import type { StartThread } from './thread.ts';
import { named } from './work.ts';
import { runPool } from './worker-pool.ts';

/** Milliseconds for a worker to show itself again after a script has had all of its time. */
const GRACE = 5000;

/** What a run of targets needs. */
export interface TargetRun {
  readonly targets: readonly Target[];
  readonly providers: TargetProviders;
  /** Of the targets that name none. */
  readonly provider: Redacted;
  readonly log: ResultLogFile;
  readonly progress: Progress;
  readonly args: BatchArguments;
  readonly parts: Pick<RunParts, 'environmentFor'>;
  /** Left out: threads of this process. */
  readonly start?: StartThread;
}

/** Ten thousand targets may have ten thousand short passwords. */
const MOST_WARNINGS = 10;

/**
 * Runs targets side by side. Every result goes to the result log as soon as it is there, and nothing but a short record of
 * it stays in memory.
 *
 * @returns the records, and whether the run was ended before its time
 * @throws Failure FILE_UNWRITABLE when the result log cannot be written
 */
export async function runTargets(
  run: TargetRun,
  io: Io,
): Promise<{ readonly index: ResultLogIndex; readonly cutShort: boolean }> {
  const { args, log, progress, providers } = run;
  const indexer = createIndexer(run.provider);
  const timeouts = timeoutsFor(args.timeout);
  let stopped = false;

  async function take(summary: FlowSummary, line: string, flows: number): Promise<void> {
    indexer.addSummary(summary, await log.append(line));
    progress.count(summary, flows);
    if (summary.outcome !== 'passed') progress.failed(summary);
    if (args.bail && summary.outcome === 'failed') stopped = true;
  }
  async function takeUnrun(
    flow: FlowResult,
    of: Pick<Job, 'targetName' | 'flows' | 'provider'>,
  ): Promise<void> {
    const whole = named(flow, of);
    await take(summaryOf(whole), flowLine(whole), of.flows);
  }

  const warned = new Set<string>();
  function warn(warning: Printable): void {
    const text = warning.toString();
    if (text === '' || warned.has(text) || warned.size === MOST_WARNINGS) return;
    warned.add(text);
    io.err(warning);
  }

  const planned = planJobs(run.targets, providers.of, {
    args,
    timeouts,
    environmentFor: run.parts.environmentFor,
    randomBytes: io.randomBytes,
  });
  const unrun: Promise<void>[] = [];
  const turns = createKeyedLock(() => {
    while (!stopped) {
      const { value, done } = planned.next();
      if (done === true) return undefined;
      if ('job' in value) {
        warn(exposedSecrets([value.job.request]));
        return value.job;
      }
      const taken = takeUnrun(value.result, value);
      // It is awaited at the end; a disk that fails before must not end the process with a stack trace.
      taken.catch(() => {});
      unrun.push(taken);
    }
    return undefined;
  });

  const loopback = providers.all.every((provider) => provider.loopback);
  const size = poolSize(args, { targets: run.targets.length, cores: io.processes.cores ?? 1, loopback });
  await runPool(
    () => (stopped ? undefined : turns.next()),
    {
      workers: size.workers,
      each: size.each,
      settings: {
        collections: jobCollections(providers.all),
        scriptTimeout: timeouts.script,
        ...(size.rate !== undefined && { rate: size.rate / size.workers }),
      },
      patience: timeouts.script + GRACE,
      interrupted: io.interrupted,
      now: steadyClock(io.now),
    },
    {
      async done(job, { summary, line }) {
        turns.ended(job);
        await take(summary, line, job.flows);
      },
      async lost(job, reason, interrupted) {
        turns.ended(job);
        await takeUnrun(interrupted ? interruptedFlow(job) : failedFlow(job, reason), job);
      },
    },
    run.start,
  );
  await Promise.all(unrun);
  return { index: indexer.index(), cutShort: stopped || io.interrupted.aborted };
}

function interruptedFlow({ request }: Job): FlowResult {
  return notRun(request, 'interrupted before its end', true);
}
