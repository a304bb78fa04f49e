/**
 * A signal that is aborted after a while, or when another one is: with a TimeoutError, or its reason.
 *
 * Not `AbortSignal.any([AbortSignal.timeout(…)])`: in Node 20 nothing holds on to the inner signal, and once it is
 * collected as garbage whoever waits waits for ever.
 *
 * @param milliseconds it keeps no program alive
 */
export function timeLimit(milliseconds: number, interrupted: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const interrupt = () => controller.abort(interrupted.reason);
  const timer = setTimeout(() => {
    interrupted.removeEventListener('abort', interrupt);
    controller.abort(new DOMException('The time is up.', 'TimeoutError'));
  }, milliseconds);
  timer.unref();
  if (interrupted.aborted) interrupt();
  else interrupted.addEventListener('abort', interrupt, { once: true });
  return controller.signal;
}
