import type { Printable } from '../printable/printable.ts';
import { joined, say } from '../printable/printable.ts';
import { whyNotHidden } from '../redaction/secrecy.ts';
import type { Secret } from '../runner/request.ts';

/** So many are named; in a run of many targets there may be thousands. */
const MOST = 10;

/** Settings that a person could replace by a better secret; cookies and tokens are the server's own. */
const SET_BY_PEOPLE = /^(?!cookie |access_token$|random_seed$)/;

/**
 * Warnings about secrets that legwork cannot hide in running text, because they are words or numbers that every report
 * has; empty where there are none.
 */
export function exposedSecrets(requests: readonly { readonly secrets: readonly Secret[] }[]): Printable {
  const lines = new Map<string, Printable>();
  for (const { name, value } of requests.flatMap(({ secrets }) => secrets)) {
    const reason = SET_BY_PEOPLE.test(name) ? whyNotHidden(value) : undefined;
    if (reason === undefined || lines.size === MOST) continue;
    lines.set(
      `${name} ${reason}`,
      say`Warning: ${name} cannot be hidden in all of the output: ${reason}. It is masked only where it stands alone or is the whole value of a parameter. Choose a secret of at least 8 characters with digits.\n`,
    );
  }
  return joined([...lines.values()]);
}
