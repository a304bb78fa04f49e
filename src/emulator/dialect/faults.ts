import { failure } from '../../failure.ts';
import { faultText } from '../faults/catalogue.ts';
import type { FaultRule } from '../faults/parse-fault.ts';
import type { FaultTarget } from '../faults/targets.ts';

/** Endpoints that a dialect does not have. */
const WITHOUT: readonly FaultTarget[] = ['introspection', 'revocation'];
/** What goes wrong in the same way at every provider; the other faults in place of an endpoint are LinkedIn's own. */
const ANYWHERE: readonly string[] = ['status', 'redirect-loop', 'cookie-pin'];

/**
 * Makes sure that faults can be played in a dialect.
 *
 * @throws Failure FAULT_INVALID
 */
export function checkDialectFaults(rules: readonly FaultRule[], provider: string): void {
  for (const { spec, target, kind } of rules) {
    if (WITHOUT.includes(target)) {
      throw failure('FAULT_INVALID', {
        spec,
        problem: `the emulated ${provider} has no endpoint "${target}".`,
      });
    }
    if (faultText(kind).when === 'instead' && !ANYWHERE.includes(kind)) {
      throw failure('FAULT_INVALID', {
        spec,
        problem: `"${kind}" is a fault of the emulated LinkedIn only.`,
      });
    }
  }
}
