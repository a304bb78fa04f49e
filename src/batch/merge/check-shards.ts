import { type Failure, failure } from '../../failure.ts';
import type { ResultLogHead } from '../result-log/result-log.ts';

/** The head of a result log, and the folder that it was found in. */
export interface Shard {
  readonly folder: string;
  readonly head: ResultLogHead;
}

/** Folders that a message lists. */
const MOST = 20;

/**
 * Refuses what is not, or not all of, one run.
 *
 * @returns the head of one of them; what it says is true of all but its shard and its beginning
 * @throws Failure MERGE_REFUSED which names folders
 */
export function checkShards(shards: readonly Shard[]): ResultLogHead {
  const [first] = shards;
  if (first === undefined) throw new TypeError('there is no shard');
  for (const other of shards.slice(1)) {
    const problem = difference(first, other);
    if (problem !== undefined) throw problem;
  }
  checkNumbers(shards);
  return first.head;
}

/** Why two shards are not of one run. */
function difference(one: Shard, other: Shard): Failure | undefined {
  const [a, b] = [one.head, other.head];
  const both = `${one.folder} and ${other.folder}`;
  if (a.shard === undefined || b.shard === undefined) {
    const whole = a.shard === undefined ? one : other;
    const problem = `${whole.folder} holds a whole run and no shard of one: ${both} cannot be joined.`;
    return refused(problem, 'Give the folders of one run only: its shards, or a single whole run.');
  }
  if (a.shard.total !== b.shard.total) {
    const problem = `${both} are of different divisions: shard ${inWords(a.shard)} and shard ${inWords(b.shard)}.`;
    return refused(
      problem,
      'All jobs of a run must be told the same number of shards. Is one of them from another run?',
    );
  }
  if (a.list.digest !== b.list.digest || a.list.count !== b.list.count) {
    const problem = `${both} are of different lists of targets (${a.list.count} and ${b.list.count} targets).`;
    return refused(problem, 'All jobs of a run must read the same file and select the same targets.');
  }
  if (a.target !== b.target) {
    return refused(`${both} were run against different targets: ${a.target} and ${b.target}.`, SAME_COMMAND);
  }
  if (a.provider !== b.provider) {
    return refused(
      `${both} were run against different providers: ${a.provider} and ${b.provider}.`,
      SAME_COMMAND,
    );
  }
  return undefined;
}

const SAME_COMMAND = 'All jobs of a run must be given the same options, besides their shard.';

function checkNumbers(shards: readonly Shard[]): void {
  const total = shards[0]?.head.shard?.total;
  if (total === undefined) return;
  const folders = new Map<number, string>();
  for (const { folder, head } of shards) {
    const index = head.shard?.index ?? 0;
    const before = folders.get(index);
    if (before !== undefined) {
      const problem = `Shard ${index}/${total} is there twice: ${before} and ${folder}.`;
      throw refused(problem, 'Leave one of them out. Was a job repeated, or told the shard of another one?');
    }
    folders.set(index, folder);
  }
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter(
    (index) => !folders.has(index),
  );
  if (missing.length === 0) return;
  const which = missing.slice(0, MOST).join(', ') + (missing.length > MOST ? ' …' : '');
  const there = [...folders].sort(([one], [other]) => one - other).slice(0, MOST);
  throw refused(
    `Of ${total} shards ${missing.length} ${missing.length === 1 ? 'is' : 'are'} missing: ${which}.`,
    `There are ${there.map(([index, folder]) => `${index} (${folder})`).join(', ')}. Collect the reports of every job, also of those that failed.`,
  );
}

/** Refuses a target that two shards have run: then they were not divided alike. */
export function doubledTarget(name: string, one: string, other: string): Failure {
  return refused(
    `The target "${name}" is in two shards: ${one} and ${other}.`,
    'All jobs of a run must be given the same timings of a former run, or none.',
  );
}

/** Refuses shards whose targets are not those of the list that they name. */
export function otherTargets(folders: readonly string[]): Failure {
  return refused(
    `The targets in ${folders.slice(0, MOST).join(', ')} are not those of the list that they were divided from.`,
    'The files were changed, or are of different runs.',
  );
}

function refused(problem: string, remedy: string): Failure {
  return failure('MERGE_REFUSED', { problem, remedy });
}

function inWords({ index, total }: { readonly index: number; readonly total: number }): string {
  return `${index}/${total}`;
}
