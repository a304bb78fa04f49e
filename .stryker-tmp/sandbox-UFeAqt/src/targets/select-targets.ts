// @ts-nocheck
import picomatch from 'picomatch';
import { failure } from '../failure.ts';
import { didYouMean } from '../nearest.ts';
import type { Target } from './target.ts';

/** `*` goes over slashes and beginnings with a dot, too: names are no paths. */
const OPTIONS = { bash: true, dot: true, nonegate: true };

/**
 * The targets that any of the patterns names, in the order of the file. A pattern is a name, which means that one
 * even if it holds `*` or `[`, or a glob; with `!` in front it takes targets out again.
 *
 * @param patterns none at all: all targets
 * @throws Failure TARGET_UNKNOWN for a pattern that matches nothing
 */
export function selectTargets(targets: readonly Target[], patterns: readonly string[]): readonly Target[] {
  const names = new Set(targets.map(({ name }) => name));
  const [wanted, unwanted]: [Set<string>[], Set<string>[]] = [[], []];
  for (const pattern of patterns) {
    const takesOut = pattern.startsWith('!') && !names.has(pattern);
    const matched = matching(takesOut ? pattern.slice(1) : pattern, names);
    if (matched.size === 0) throw unknown(pattern, [...names]);
    (takesOut ? unwanted : wanted).push(matched);
  }
  return targets.filter(
    ({ name }) =>
      (wanted.length === 0 || wanted.some((some) => some.has(name))) &&
      !unwanted.some((some) => some.has(name)),
  );
}

function matching(pattern: string, names: ReadonlySet<string>): Set<string> {
  if (names.has(pattern) || pattern === '') return new Set(names.has(pattern) ? [pattern] : []);
  const matches = picomatch(pattern, OPTIONS);
  return new Set([...names].filter((name) => matches(name)));
}

function unknown(pattern: string, names: readonly string[]) {
  const suggestion = didYouMean(pattern.replace(/^!/, ''), names);
  return failure('TARGET_UNKNOWN', { pattern, suggestion, count: names.length, example: names[0] ?? '' });
}
