import type { Profile } from '../providers/profile.ts';
import type { RunRequest } from '../runner/request.ts';
import type { FlowSummary } from './result-log/flow-summary.ts';

/** A collection that several jobs run, and whose refusals its profile explains. */
export interface JobCollection {
  readonly key: string;
  readonly collection: object;
  readonly profile: Profile;
}

/** One flow of one target, ready to run: plain data, so that another thread can be given it. */
export interface Job {
  readonly id: number;
  readonly targetName: string;
  /** How many flows its target has. */
  readonly flows: number;
  readonly provider: string;
  /** Of a {@link JobCollection}. */
  readonly collection: string;
  readonly request: Omit<RunRequest, 'collection' | 'explain' | 'verifyIdToken'>;
  /** Who allows which client what; left out where nobody is asked. */
  readonly grant?: { readonly holder: string; readonly scope: string };
  /** Whether it would do twice what may be done once, if it were run again. */
  readonly publishes: boolean;
}

/** What a worker is told before its first job. */
export interface WorkSettings {
  readonly collections: readonly JobCollection[];
  /** Milliseconds that a script may take. */
  readonly scriptTimeout: number;
  /** Requests to one host in a second; left out where there is no limit. */
  readonly rate?: number;
  /** Numbers that both threads see, at the places of {@link HEARTBEAT}. */
  readonly heartbeat: SharedArrayBuffer;
}

/** What the numbers of a heartbeat say: how often the worker was alive, and the id of the job whose script began last. */
export const HEARTBEAT = { beats: 0, script: 1, length: 2 } as const;

export type ToWorker =
  | { readonly type: 'job'; readonly job: Job }
  /** Ends what is under way; its results still come. */
  | { readonly type: 'interrupt' };

/** A job has ended. */
export interface Done {
  readonly type: 'done';
  readonly id: number;
  /** Its result as a line of a result log. */
  readonly line: string;
  /** The same in short: the line need not be read again to be counted. */
  readonly summary: FlowSummary;
}
