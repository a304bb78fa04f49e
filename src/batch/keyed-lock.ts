import type { Job } from './job.ts';

/** Keeps jobs apart that would spoil one another. */
export interface Turns {
  /** The next job that may begin now; undefined when there is none. */
  readonly next: () => Job | undefined;
  /** A job that was given out has ended. */
  readonly ended: (job: Job) => void;
}

/**
 * Where the same person allows the same client other scopes, some providers revoke the tokens that were given before.
 * Such jobs wait for one another; those that ask for the same scopes do not, unless another one has waited longer.
 *
 * @param draw gives jobs in their order, and undefined when there are no more
 */
export function createKeyedLock(draw: () => Job | undefined): Turns {
  const under = new Map<string, { readonly scope: string; count: number }>();
  const waiting: Job[] = [];

  /** @param before holders for whom somebody waits already */
  function mayBegin({ grant }: Job, before: ReadonlySet<string>): boolean {
    if (grant === undefined) return true;
    const other = under.get(grant.holder);
    return !before.has(grant.holder) && (other === undefined || other.scope === grant.scope);
  }
  /** The first one that waits and need not wait any more. */
  function released(): Job | undefined {
    const before = new Set<string>();
    for (const [index, job] of waiting.entries()) {
      if (mayBegin(job, before)) {
        waiting.splice(index, 1);
        return job;
      }
      if (job.grant !== undefined) before.add(job.grant.holder);
    }
    return undefined;
  }
  function begin(job: Job): Job {
    const { grant } = job;
    if (grant === undefined) return job;
    const same = under.get(grant.holder);
    if (same === undefined) under.set(grant.holder, { scope: grant.scope, count: 1 });
    else same.count += 1;
    return job;
  }

  return {
    next() {
      const ready = released();
      if (ready !== undefined) return begin(ready);
      const before = new Set(waiting.flatMap(({ grant }) => grant?.holder ?? []));
      for (let job = draw(); job !== undefined; job = draw()) {
        if (mayBegin(job, before)) return begin(job);
        waiting.push(job);
        if (job.grant !== undefined) before.add(job.grant.holder);
      }
      return undefined;
    },
    ended({ grant }) {
      const same = grant === undefined ? undefined : under.get(grant.holder);
      if (grant === undefined || same === undefined) return;
      same.count -= 1;
      if (same.count === 0) under.delete(grant.holder);
    },
  };
}
