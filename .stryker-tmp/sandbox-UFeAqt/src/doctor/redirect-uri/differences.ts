// @ts-nocheck
import { type Problem, problem } from '../diagnosis.ts';
import { differenceCodes } from './codes.ts';
import { markedLines } from './marked-lines.ts';
import type { RedirectUriPair } from './observation.ts';

/** Each component in which the request differs from the nearest registered value. */
export function componentDifferences({ requested, nearest }: RedirectUriPair): Problem[] {
  if (nearest === undefined) return [];
  const { registered, differences } = nearest;
  // Another host is another address: how the rest differs besides tells nothing.
  const other = differences.find(({ kind }) => kind === 'host');
  if (other !== undefined) {
    const components = differences.map(({ component }) => component);
    return [problem('host-differs', { evidence: markedLines(requested, registered, components) })];
  }
  return differences.map(({ kind, component }) =>
    problem(differenceCodes[kind], {
      evidence: markedLines(requested, registered, kind === 'missing scheme' ? [] : [component]),
    }),
  );
}
