import type { Reporter, TestModule, TestSpecification } from 'vitest/node';
import type { Kind } from '../kinds.ts';

/** Files between two lines of progress. */
const STEP = 20;

/** Fewer files are a choice of a person, who sees how they go. */
const FEW = 10;

/** Says how long a run will take, how far it is, how long it took, and what was skipped. */
export class ProgressReporter implements Reporter {
  readonly #kind: Kind;
  readonly #write: (line: string) => void;
  readonly #now: () => number;
  #begun = 0;
  #files = 0;
  #ended = 0;
  #failed = 0;

  constructor(kind: Kind, write: (line: string) => void = console.log, now: () => number = Date.now) {
    this.#kind = kind;
    this.#write = write;
    this.#now = now;
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#begun = this.#now();
    this.#files = specifications.length;
    if (this.#files < FEW) return;
    const { name, usual, most } = this.#kind;
    this.#write(
      `${this.#files} files, ${name}: about ${spoken(usual)} on two idle cores (limit ${spoken(most)}).`,
    );
  }

  onTestModuleEnd(module: TestModule): void {
    this.#ended += 1;
    if (!module.ok()) this.#failed += 1;
    if (this.#files < FEW || this.#ended % STEP !== 0) return;
    const failed = this.#failed === 0 ? '' : `, ${this.#failed} failed`;
    this.#write(`--- ${this.#ended} of ${this.#files} files${failed}, ${spoken(this.#seconds())}`);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const line of skipped(modules)) this.#write(`NOT RUN: ${line}`);
    if (this.#files < FEW) return;
    const { name, most } = this.#kind;
    const late = this.#seconds() > most ? `, which is more than its limit of ${spoken(most)}` : '';
    this.#write(`This took ${spoken(this.#seconds())} for ${name}${late}.`);
  }

  #seconds(): number {
    return Math.round((this.#now() - this.#begun) / 1000);
  }
}

/** One line for each file with tests that were skipped. */
function skipped(modules: readonly TestModule[]): string[] {
  return modules.flatMap((module) => {
    const names = [...module.children.allTests('skipped')].map(({ fullName }) => fullName);
    return names.length === 0 ? [] : [`${module.relativeModuleId}: ${names.length} skipped, ${names[0]}`];
  });
}

function spoken(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
