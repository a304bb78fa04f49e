import type { FaultRule } from './parse-fault.ts';

/** How an answer travels badly, by faults in their order. */
const deliveries = new WeakMap<Response, readonly FaultRule[]>();

/** Notes how an answer is to be delivered; whoever writes it to a socket asks for that. */
export function deliverBadly(response: Response, faults: readonly FaultRule[]): Response {
  if (faults.length > 0) deliveries.set(response, faults);
  return response;
}

/** The faults by which an answer is to be delivered; none for most. */
export function deliveryOf(response: Response): readonly FaultRule[] {
  return deliveries.get(response) ?? [];
}
