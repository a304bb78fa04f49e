import type { FlowResult } from '../runner/result.ts';

/** A part of an address, and whether the other one differs there. */
export interface Stretch {
  readonly text: string;
  readonly differs: boolean;
}

/** A redirect_uri that was refused. */
export interface RefusedRedirect {
  readonly asked: string;
  /** The registered one that is nearest, and both in stretches; left out where none is known. */
  readonly registered?: { readonly asked: readonly Stretch[]; readonly nearest: readonly Stretch[] };
  /** All that are registered. */
  readonly all: readonly string[];
}

/** The redirect_uri that a flow failed for; undefined when it did not. */
export function refusedRedirect(flow: FlowResult): RefusedRedirect | undefined {
  const refused = flow.steps.some(
    ({ outcome, explanation, assertions }) =>
      outcome === 'failed' &&
      (/redirect-uri/.test(explanation?.id ?? '') ||
        assertions.some((one) =>
          /redirect_uri does not match|invalid redirect_uri/i.test(one.message ?? ''),
        )),
  );
  const leg = flow.legs.find((one) => one.kind === 'authorization');
  if (!refused || leg?.kind !== 'authorization' || leg.redirectUri === undefined) return undefined;
  const asked: string = leg.redirectUri;
  const all = flow.registeredRedirectUris ?? [];
  const pairs = all.map((one) => compare(asked, one));
  const nearest = pairs.sort((one, other) => differences(one) - differences(other))[0];
  return { asked, all, ...(nearest === undefined ? {} : { registered: nearest }) };
}

function differences({ asked, nearest }: { asked: readonly Stretch[]; nearest: readonly Stretch[] }): number {
  return [...asked, ...nearest].reduce((sum, { text, differs }) => sum + (differs ? text.length : 0), 0);
}

/** Addresses are short; the longest common subsequence is found the plain way, in at most this many characters. */
const LONGEST = 500;

/** Both texts in stretches, those that the other one does not have marked. */
function compare(one: string, other: string): { asked: Stretch[]; nearest: Stretch[] } {
  const [a, b] = [[...one].slice(0, LONGEST), [...other].slice(0, LONGEST)];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] as Uint16Array;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  // Of two addresses that have little in common, single letters that happen to agree say nothing.
  if (at(0, 0) < 0.6 * Math.max(a.length, b.length)) return compareEnds(one, other);
  const [asked, nearest]: [Stretch[], Stretch[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      extend(asked, a[i] ?? '', false);
      extend(nearest, b[j] ?? '', false);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      extend(asked, a[i] ?? '', true);
      i += 1;
    } else {
      extend(nearest, b[j] ?? '', true);
      j += 1;
    }
  }
  return { asked, nearest };
}

/** Marks everything between the common beginning and the common end. */
function compareEnds(one: string, other: string): { asked: Stretch[]; nearest: Stretch[] } {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const stretches = (text: string): Stretch[] =>
    [
      { text: text.slice(0, start), differs: false },
      { text: text.slice(start, text.length - end), differs: true },
      { text: text.slice(text.length - end), differs: false },
    ].filter(({ text: stretch }) => stretch !== '');
  return { asked: stretches(one), nearest: stretches(other) };
}

function extend(stretches: Stretch[], text: string, differs: boolean): void {
  const last = stretches.at(-1);
  if (last?.differs === differs) stretches[stretches.length - 1] = { text: last.text + text, differs };
  else stretches.push({ text, differs });
}
