// @ts-nocheck
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import type { Io } from '../io.ts';
import { randomToken } from '../oauth/random.ts';
import { makePrivateFolder } from './private-file.ts';

/** Milliseconds after which a lock is taken to be forgotten: nothing that is done under one takes half as long. */
const FORGOTTEN = 120_000;
/** Milliseconds that somebody waits for a lock in all. */
const PATIENCE = 60_000;
const SHORTEST_WAIT = 20;
const LONGEST_WAIT = 250;

export type LockIo = Pick<Io, 'now' | 'sleep' | 'randomBytes' | 'processes' | 'interrupted'>;

interface Owner {
  readonly process: number;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Tells two locks of the same process apart. */
  readonly id: string;
}

/**
 * Does something that only one process may do at a time. The lock is a file beside the locked one that names its
 * owner; the lock of a process that is gone, or that is two minutes old, is taken away.
 *
 * @param file what is locked; the lock is `file.lock`
 * @param meanwhile asked each time before waiting: whoever has the lock may do what was wanted. A value ends the wait
 * @param work done under the lock
 * @throws Failure LOCK_BUSY when it was not to be had within a minute; FILE_UNWRITABLE
 */
export async function withLock<Result>(
  file: string,
  work: () => Promise<Result>,
  io: LockIo,
  meanwhile: () => Promise<Result | undefined> = async () => undefined,
): Promise<Result> {
  const lock = `${file}.lock`;
  const mine: Owner = {
    process: io.processes.id,
    host: hostname(),
    since: io.now(),
    id: randomToken(io.randomBytes, 12),
  };
  await makePrivateFolder(dirname(file)).catch((error) => {
    throw unwritable(file, error);
  });
  let waited = 0;
  for (let wait = SHORTEST_WAIT; !(await take(lock, { ...mine, since: io.now() })); wait = longer(wait)) {
    const done = await meanwhile();
    if (done !== undefined) return done;
    const owner = await ownerOf(lock);
    if (owner === undefined) continue;
    if (isGone(owner, io)) {
      await takeAway(lock, owner, io);
      continue;
    }
    if (waited > PATIENCE || io.interrupted.aborted) {
      throw failure('LOCK_BUSY', { file, owner: owner.process, lock });
    }
    // Waiters that began together shall not come back together.
    const jittered = wait * (0.5 + (io.randomBytes(1)[0] ?? 0) / 255);
    waited += jittered;
    await io.sleep(jittered, io.interrupted);
  }
  try {
    return await work();
  } finally {
    if ((await ownerOf(lock))?.id === mine.id) await rm(lock, { force: true });
  }
}

/** A link is made whole or not at all: nobody ever sees a lock without its owner. */
async function take(lock: string, owner: Owner): Promise<boolean> {
  const draft = `${lock}.${owner.id}`;
  try {
    await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
    await link(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(lock, error);
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}

function unwritable(file: string, error: unknown) {
  return failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error });
}

/** Undefined when nobody has it. */
async function ownerOf(lock: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(await readFile(lock, 'utf8')) as Owner;
    return { ...owner, id: String(owner.id) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    // Not a lock of ours; its age decides.
    const since = await stat(lock).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    return { process: 0, host: '', since, id: '' };
  }
}

function isGone(owner: Owner, { now, processes }: LockIo): boolean {
  if (Math.abs(now() - owner.since) > FORGOTTEN) return true;
  return owner.host === hostname() && owner.process > 0 && !processes.isAlive(owner.process);
}

/**
 * Two who see the same forgotten lock must not both remove it: the second would remove the first one's new lock. So
 * whoever removes one holds a lock for that, looks again, and only then removes it.
 */
async function takeAway(lock: string, seen: Owner, io: LockIo): Promise<void> {
  const broom = `${lock}.removal`;
  const mine = { ...seen, process: io.processes.id, since: io.now(), id: randomToken(io.randomBytes, 12) };
  if (!(await take(broom, mine))) {
    const other = await ownerOf(broom);
    if (other !== undefined && isGone(other, io)) await rm(broom, { force: true });
    await io.sleep(SHORTEST_WAIT, io.interrupted);
    return;
  }
  try {
    if ((await ownerOf(lock))?.id === seen.id) await rm(lock, { force: true });
  } finally {
    await rm(broom, { force: true });
  }
}

function longer(wait: number): number {
  return Math.min(wait * 1.5, LONGEST_WAIT);
}
