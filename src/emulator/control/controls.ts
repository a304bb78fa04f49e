import type { FaultRule } from '../faults/parse-fault.ts';
import type { JournalEntry } from '../journal/journal.ts';

/** Where the control plane is. Nothing of LinkedIn's lies there. */
export const CONTROL = '/_emulator';

/** What the control plane can see and change. */
export interface Controls {
  readonly journal: readonly JournalEntry[];
  readonly faults: () => readonly FaultRule[];
  /** Counting begins anew. */
  readonly setFaults: (rules: readonly FaultRule[]) => void;
  /** Seconds by which the clock of the emulator is ahead. */
  readonly ahead: () => number;
  readonly advance: (seconds: number) => void;
}

/** Names are all that the journal keeps, and paths: nobody should type a password into one, and somebody does. */
export function withoutPasswords(journal: readonly JournalEntry[]): JournalEntry[] {
  return journal.map((entry) =>
    entry.passwordIn === 'query'
      ? { ...entry, path: '(an address with a password in it)', fields: [] }
      : entry,
  );
}
