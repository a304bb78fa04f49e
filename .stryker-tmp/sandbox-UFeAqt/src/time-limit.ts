/**
 * A signal that is aborted after a while, or when another one is: with a TimeoutError, or its reason.
 *
 * Not `AbortSignal.any([AbortSignal.timeout(…)])`: in Node 20 nothing holds on to the inner signal, and once it is
 * collected as garbage whoever waits waits for ever.
 *
 * @param milliseconds it keeps no program alive
 */
// @ts-nocheck

export function timeLimit(milliseconds: number, interrupted: AbortSignal): AbortSignal {
  const controller = new AbortController();
  if (interrupted.aborted) {
    controller.abort(interrupted.reason);
    return controller.signal;
  }
  const others = underWay(interrupted);
  others.add(controller);
  const timer = setTimeout(() => {
    others.delete(controller);
    controller.abort(new DOMException('The time is up.', 'TimeoutError'));
  }, milliseconds);
  timer.unref();
  return controller.signal;
}

const waits = new WeakMap<AbortSignal, Set<AbortController>>();

/** What ends with a signal. One listener does for all: Node warns of a leak when there are more than ten. */
function underWay(interrupted: AbortSignal): Set<AbortController> {
  const known = waits.get(interrupted);
  if (known !== undefined) return known;
  const controllers = new Set<AbortController>();
  waits.set(interrupted, controllers);
  const end = () => {
    for (const controller of controllers) controller.abort(interrupted.reason);
  };
  interrupted.addEventListener('abort', end, { once: true });
  return controllers;
}
