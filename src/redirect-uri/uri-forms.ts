import { domainToASCII } from 'node:url';

/** A way of writing the same thing differently, and how to undo it. */
interface NormalForm<Kind extends string> {
  readonly kind: Kind;
  readonly undo: (text: string) => string;
}

/** Ways to write one host: RFC 3986 section 6.2.2.1 (case), RFC 5890 (international names). */
export const hostForms = [
  { kind: 'host case', undo: (host: string) => host.toLowerCase() },
  { kind: 'trailing dot', undo: (host: string) => host.replace(/\.$/, '') },
  { kind: 'international host', undo: (host: string) => domainToASCII(host) || host },
  { kind: 'www', undo: (host: string) => host.replace(/^www\./i, '') },
] as const satisfies readonly NormalForm<string>[];

/** Ways to write one path, or paths that many servers answer alike: RFC 3986 sections 6.2.2 and 6.2.3. */
export const pathForms = [
  { kind: 'path encoding', undo: decodeAll },
  { kind: 'dot segments', undo: withoutDotSegments },
  { kind: 'trailing slash', undo: (path: string) => path.replace(/\/$/, '') },
  { kind: 'path case', undo: (path: string) => path.toLowerCase() },
] as const satisfies readonly NormalForm<string>[];

/**
 * Which ways of writing explain that two texts differ; undefined where they differ in substance.
 *
 * A form is named when undoing all the others still leaves a difference.
 */
export function differingNormalForms<Kind extends string>(
  one: string,
  other: string,
  forms: readonly NormalForm<Kind>[],
): Kind[] | undefined {
  const undoAll = (text: string, left?: NormalForm<Kind>) =>
    forms.reduce((result, form) => (form === left ? result : form.undo(result)), text);
  if (undoAll(one) !== undoAll(other)) return undefined;
  const needed = forms.filter((form) => undoAll(one, form) !== undoAll(other, form));
  // Two forms may each explain the whole: then the first that does is named.
  if (needed.length > 0) return needed.map(({ kind }) => kind);
  const first = forms.find((form) => form.undo(one) === form.undo(other)) ?? forms[0];
  return first === undefined ? undefined : [first.kind];
}

function decodeAll(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped.toUpperCase();
    }
  });
}

/** RFC 3986 section 5.2.4. */
function withoutDotSegments(path: string): string {
  const segments = path.split('/');
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '.') continue;
    if (segment === '..') {
      if (kept.length > 1) kept.pop();
    } else kept.push(segment);
  }
  const last = segments.at(-1);
  // A dot segment at the end stands for a folder: its slash stays.
  if (last === '.' || last === '..') kept.push('');
  return kept.join('/');
}
