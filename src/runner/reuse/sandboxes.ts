import { createHosts, type Host, type Hosts } from './host.ts';
import { bootSandbox, type Sandbox } from './sandbox.ts';
import type { StoredScripts } from './stored-scripts.ts';

/** Sandboxes that are used by many runs, side by side and one after another. */
export interface Sandboxes {
  /** A place for a run in a sandbox in which its scripts lie. */
  readonly take: (scripts: StoredScripts) => Promise<Host>;
  /**
   * The run that had the place has ended.
   *
   * @param clean whether its scripts ran to their ends; if not, no further run shall have the sandbox
   */
  readonly giveBack: (host: Host, clean: boolean) => void;
}

/** A sandbox, and how many runs have a place in it or are about to. */
interface Home {
  readonly booted: Promise<Booted>;
  uses: number;
}

interface Booted {
  readonly sandbox: Sandbox;
  readonly hosts: Hosts;
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
  /** Where the next run goes. */
  let current: Home | undefined;
  const homes = new Map<Host, Home>();

  function leave(home: Home, clean: boolean): void {
    home.uses -= 1;
    if (!clean && current === home) current = undefined;
    if (home.uses === 0 && current !== home) home.booted.then(({ sandbox }) => sandbox.dispose(), ignore);
  }

  return {
    async take(scripts) {
      current ??= { booted: boot(timeout), uses: 0 };
      const home = current;
      // At once: whoever leaves meanwhile must not take it for empty.
      home.uses += 1;
      try {
        const booted = await home.booted;
        await store(scripts, booted);
        const host = booted.hosts.take();
        homes.set(host, home);
        return host;
      } catch (error) {
        leave(home, false);
        throw error;
      }
    },
    giveBack(host, clean) {
      const home = homes.get(host);
      if (home === undefined) return;
      homes.delete(host);
      host.leave();
      leave(home, clean);
    },
  };
}

async function boot(timeout: number): Promise<Booted> {
  const sandbox = await bootSandbox(timeout);
  return { sandbox, hosts: createHosts(sandbox), stored: new Map() };
}

/** Of a sandbox that could not be booted nothing is left to throw away; whoever wanted it has been told. */
function ignore(): void {}

/** Lays scripts into a sandbox, once. */
function store(scripts: StoredScripts, { sandbox, stored }: Booted): Promise<void> {
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
