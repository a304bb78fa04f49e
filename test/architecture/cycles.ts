import { posix } from 'node:path';
import { importsOf, type Source } from './source.ts';

/**
 * Files that import one another in a circle, by types or by values: none of them can be read, moved or tested alone.
 * One line for each circle, the shortest way around.
 */
export function circles(sources: readonly Source[]): string[] {
  const graph = new Map(sources.map((source) => [source.path, targetsOf(source)]));
  const found = new Map<string, string>();
  for (const start of graph.keys()) {
    const way = shortestWayBack(start, graph);
    if (way === undefined) continue;
    const key = [...way].sort().join(' ');
    if (!found.has(key)) found.set(key, [...way, start].join(' → '));
  }
  return [...found.values()];
}

function targetsOf({ path, text }: Source): string[] {
  return importsOf(text)
    .filter(({ specifier, kind }) => specifier.startsWith('.') && kind !== 'dynamic')
    .map(({ specifier }) => posix.normalize(posix.join(posix.dirname(path), specifier)));
}

function shortestWayBack(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const waysTo = new Map<string, string[]>([[start, [start]]]);
  // A Map grows while it is walked through, and each file is visited once.
  for (const [path, way] of waysTo) {
    for (const target of graph.get(path) ?? []) {
      if (target === start) return way;
      if (!waysTo.has(target)) waysTo.set(target, [...way, target]);
    }
  }
  return undefined;
}
