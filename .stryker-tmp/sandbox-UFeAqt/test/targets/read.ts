// @ts-nocheck
import { Failure } from '../../src/failure.ts';
import { readTargets } from '../../src/targets/read-targets.ts';

/** What is wrong with a file, line by line; empty when nothing is. */
export function problemsOf(text: string, file: string, env: Readonly<Record<string, string>> = {}): string[] {
  try {
    readTargets(text, file, env);
    return [];
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'TARGETS_INVALID') throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
}
