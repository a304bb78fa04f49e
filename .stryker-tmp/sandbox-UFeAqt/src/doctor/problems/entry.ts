/** A problem that the doctor can name, in words that hold for every time it is found. */
// @ts-nocheck

export interface ProblemEntry {
  /** What is wrong, in one line. */
  readonly title: string;
  /** Why it matters: what the server does with it. */
  readonly explanation: string;
  /** What to do, where the finding has nothing more exact to say. */
  readonly remedy: string;
}
