import type { Done, Job, WorkSettings } from './job.ts';
import { type StartThread, startThread, type Thread } from './thread.ts';

/** How many workers there are, and when one is given up. */
export interface PoolPlan {
  readonly workers: number;
  /** Jobs that a worker runs at once. */
  readonly each: number;
  readonly settings: Omit<WorkSettings, 'heartbeat'>;
  /** Milliseconds without a sign of life after which a worker counts as hanging. */
  readonly patience: number;
  readonly interrupted: AbortSignal;
  readonly now: () => number;
}

/** What becomes of the jobs. */
export interface PoolEvents {
  /** A job has ended. The worker gets no next job before the promise settles. */
  readonly done: (job: Job, message: Done) => Promise<void>;
  /** A job has no result, because its worker hung or died, or did not end in time when it was told to. */
  readonly lost: (job: Job, reason: string, interrupted: boolean) => Promise<void>;
}

interface Member {
  thread: Thread;
  readonly jobs: Map<number, Job>;
  beats: number;
  seenAt: number;
}

/** Milliseconds that flows have to end when the run is interrupted. */
const WIND_DOWN = 5000;

/** Milliseconds between two looks at the workers. */
const LOOK = 500;

/**
 * Lets workers run jobs until there are no more, or the run is interrupted. A job that makes its worker hang or die
 * costs only itself: the others that the worker had are run again, each alone where nobody knows which one it was.
 *
 * @param next gives the jobs; it is asked again only when a worker is free
 */
export function runPool(
  next: () => Job | undefined,
  plan: PoolPlan,
  events: PoolEvents,
  start: StartThread = startThread,
): Promise<void> {
  const members = new Set<Member>();
  /** Jobs that lost their worker: those that may share one, and those that must not. */
  const again: Job[] = [];
  const alone: Job[] = [];
  const triedAgain = new Set<number>();
  let idleDeaths = 0;
  /** Whoever has no result by now is lost. */
  let closing = false;
  let settled = false;

  return new Promise((resolve, reject) => {
    const look = setInterval(lookAfterAll, LOOK);
    plan.interrupted.addEventListener('abort', interrupt, { once: true });

    function settle(error?: unknown): void {
      if (settled) return;
      settled = true;
      clearInterval(look);
      plan.interrupted.removeEventListener('abort', interrupt);
      Promise.all([...members].map(({ thread }) => thread.end())).then(
        () => (error === undefined ? resolve() : reject(error)),
        reject,
      );
    }

    function spawn(): void {
      const member: Member = {
        jobs: new Map(),
        beats: -1,
        seenAt: plan.now(),
        thread: start(plan.settings, {
          done(message) {
            const job = member.jobs.get(message.id);
            if (job !== undefined && !closing) finish(member, job, events.done(job, message));
          },
          died: (reason) => onExit(member, `the worker that ran it died: ${reason}`),
        }),
      };
      members.add(member);
      dispatch(member);
    }

    function finish(member: Member, job: Job, reported: Promise<void>): void {
      reported.then(() => {
        member.jobs.delete(job.id);
        dispatch(member);
      }, settle);
    }

    function dispatch(member: Member): void {
      if (settled) return;
      while (!plan.interrupted.aborted && members.has(member) && member.jobs.size < plan.each) {
        const job = again.pop() ?? next();
        if (job === undefined) break;
        give(member, job);
      }
      const lonely = member.jobs.size === 0 && !plan.interrupted.aborted ? alone.pop() : undefined;
      if (lonely !== undefined) give(member, lonely);
      if ([...members].every(({ jobs }) => jobs.size === 0)) settle();
    }

    function give(member: Member, job: Job): void {
      member.jobs.set(job.id, job);
      member.thread.post({ type: 'job', job });
    }

    function lookAfterAll(): void {
      for (const member of members) {
        const beats = member.thread.beats();
        if (beats !== member.beats) {
          member.beats = beats;
          member.seenAt = plan.now();
        } else if (plan.now() - member.seenAt > plan.patience) {
          const seconds = Math.round(plan.patience / 1000);
          const culprit = member.jobs.get(member.thread.scriptOf());
          void member.thread.end();
          onExit(member, `a script of it gave no control back for ${seconds} seconds`, culprit);
        }
      }
    }

    /** @param culprit the job that it died of, where that is known */
    function onExit(member: Member, reason: string, culprit?: Job): void {
      members.delete(member);
      const jobs = [...member.jobs.values()];
      const known = culprit ?? (jobs.length === 1 ? jobs[0] : undefined);
      if (jobs.length === 0) idleDeaths += 1;
      if (idleDeaths > plan.workers) {
        settle(new Error(`workers cannot be started: ${reason}`));
        return;
      }
      const lost = jobs.map((job) => {
        if (job === known) return events.lost(job, reason, false);
        if (plan.interrupted.aborted) return events.lost(job, 'interrupted before its end', true);
        if (job.publishes) return events.lost(job, `${reason}; it is not run again`, false);
        (known === undefined || triedAgain.has(job.id) ? alone : again).push(job);
        triedAgain.add(job.id);
        return Promise.resolve();
      });
      Promise.all(lost).then(() => (plan.interrupted.aborted ? endIfIdle() : spawn()), settle);
    }

    function endIfIdle(): void {
      if ([...members].every(({ jobs }) => jobs.size === 0)) settle();
    }

    function interrupt(): void {
      for (const { thread } of members) thread.post({ type: 'interrupt' });
      endIfIdle();
      setTimeout(() => {
        if (settled) return;
        closing = true;
        const left = [...members].flatMap(({ jobs }) => [...jobs.values()]);
        Promise.all(left.map((job) => events.lost(job, 'interrupted before its end', true))).then(
          () => settle(),
          settle,
        );
      }, WIND_DOWN).unref();
    }

    for (let count = 0; count < plan.workers && !settled; count += 1) spawn();
  });
}
