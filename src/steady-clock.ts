/**
 * A clock that begins at the present time and never goes back: when somebody sets the computer's clock back during a
 * run, it goes on from where it was. Times are measured with it, so that none is negative.
 *
 * @param now the computer's clock, in milliseconds since 1970
 */
export function steadyClock(now: () => number): () => number {
  let last = now();
  let time = last;
  return () => {
    const present = now();
    time += Math.max(0, present - last);
    last = present;
    return time;
  };
}
