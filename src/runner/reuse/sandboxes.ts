import { bootSandbox, type Sandbox } from './sandbox.ts';
import { createSeats, type Seat, type Seats } from './seat.ts';
import type { StoredScripts } from './stored-scripts.ts';

/** Sandboxes that are used by many runs, side by side and one after another. */
export interface Sandboxes {
  /** A place for a run in a sandbox in which its scripts lie. */
  readonly take: (scripts: StoredScripts) => Promise<Seat>;
  /**
   * The run that had the place has ended.
   *
   * @param clean whether its scripts ran to their ends; if not, no further run shall have the sandbox
   */
  readonly giveBack: (seat: Seat, clean: boolean) => void;
}

interface Shared {
  readonly sandbox: Sandbox;
  readonly seats: Seats;
  readonly taken: Set<Seat>;
  /** By the key of the scripts: settles when they lie in the sandbox. */
  readonly stored: Map<string, Promise<void>>;
}

/**
 * Keeps a sandbox for collections of legwork's own, whose scripts leave nothing behind: booting one takes longer than
 * a whole flow. A script gets a fresh `pm` and `console` each time as ever, and hears nothing of other runs.
 *
 * @param timeout milliseconds that a script may take
 */
export function createSandboxes(timeout: number): Sandboxes {
  /** The one for the next run. */
  let current: Promise<Shared> | undefined;
  const homes = new Map<Seat, { readonly shared: Shared; readonly from: Promise<Shared> }>();

  async function boot(): Promise<Shared> {
    const sandbox = await bootSandbox(timeout);
    return { sandbox, seats: createSeats(sandbox), taken: new Set(), stored: new Map() };
  }
  function retire(from: Promise<Shared>): void {
    if (current === from) current = undefined;
  }
  function disposeIfDone({ sandbox, taken }: Shared, from: Promise<Shared>): void {
    if (taken.size === 0 && current !== from) sandbox.dispose();
  }

  return {
    async take(scripts) {
      current ??= boot();
      const from = current;
      try {
        const shared = await from;
        const seat = shared.seats.take();
        shared.taken.add(seat);
        homes.set(seat, { shared, from });
        await store(scripts, shared);
        return seat;
      } catch (error) {
        retire(from);
        throw error;
      }
    },
    giveBack(seat, clean) {
      const home = homes.get(seat);
      if (home === undefined) return;
      homes.delete(seat);
      seat.leave();
      home.shared.taken.delete(seat);
      if (!clean) retire(home.from);
      disposeIfDone(home.shared, home.from);
    },
  };
}

/** Lays scripts into a sandbox, once. */
function store(scripts: StoredScripts, { sandbox, stored }: Shared): Promise<void> {
  const known = stored.get(scripts.key);
  if (known !== undefined) return known;
  const storing = new Promise<void>((resolve, reject) => {
    sandbox.execute({ listen: 'test', script: { exec: [scripts.store] } }, {}, (error) => {
      if (error) reject(new Error(`scripts could not be stored: ${error.message}`));
      else resolve();
    });
  });
  stored.set(scripts.key, storing);
  return storing;
}
