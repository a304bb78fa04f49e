/** One import or re-export of a source file. */
// @ts-nocheck

export interface Import {
  /** What stands in the quotes; empty where it is no literal. */
  readonly specifier: string;
  /** `type` costs nothing at run time, `value` is loaded with the file, `dynamic` when its line runs. */
  readonly kind: 'value' | 'type' | 'dynamic';
  /** `export … from`. */
  readonly reexports: boolean;
  /** The imported names, as they are written. */
  readonly clause: string;
}

/** A file of the program. */
export interface Source {
  /** From `src/`, with `/`: `providers/load.ts`. */
  readonly path: string;
  readonly text: string;
}

// Strings come before comments, so that "https://…" is none; a regular expression is told from a division by what
// stands before it.
const PIECES =
  /(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?<template>`(?:\\.|[^`\\])*`)|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<regex>(?<=(?:[=(,:[!&|?{};]|=>|\breturn)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/[\\\n])+\/[a-z]*)/g;

/** The code without comments; strings, templates and regular expressions stay. */
export function withoutComments(text: string): string {
  return text.replace(PIECES, (whole, ...rest) => (rest.at(-1).comment === undefined ? whole : blank(whole)));
}

/** The code without comments, and with strings and regular expressions emptied. Templates stay: they hold code. */
export function codeOnly(text: string): string {
  return text.replace(PIECES, (whole, ...rest) => {
    const { comment, string, regex } = rest.at(-1);
    if (comment !== undefined) return blank(whole);
    if (string !== undefined) return "''";
    return regex === undefined ? whole : '/./';
  });
}

/** Keeps the lines. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** All imports of a source text: `import`, `import type`, `export … from`, and dynamic `import()`. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  // A template may show an import to a reader or a browser; it is none of ours.
  const outside = code.replace(PIECES, (whole, ...rest) =>
    rest.at(-1).template === undefined ? whole : '``',
  );
  const fixed = outside.matchAll(
    /^[ \t]*(?<word>import|export)\b(?<clause>[\w\s$*{},]*?)(?:\bfrom\s*)?(?<quote>['"])(?<specifier>[^'"\n]+)\k<quote>/gm,
  );
  const dynamic = outside.matchAll(
    /(?<![.\w$])(?:import|require)\s*\(\s*(?:(['"])(?<specifier>[^'"\n]+)\1)?/g,
  );
  return [
    ...[...fixed].map(({ groups }) => fixedImport(groups ?? {})),
    ...[...dynamic].map(({ groups }) => ({
      specifier: groups?.specifier ?? '',
      kind: 'dynamic' as const,
      reexports: false,
      clause: '',
    })),
  ];
}

function fixedImport(groups: Record<string, string | undefined>): Import {
  const clause = groups.clause?.trim() ?? '';
  return {
    specifier: groups.specifier ?? '',
    kind: isTypeOnly(clause) ? 'type' : 'value',
    reexports: groups.word === 'export',
    clause,
  };
}

/** `import type { A }` and, since nothing of it is left at run time but the loading, not `import { type A }`. */
function isTypeOnly(clause: string): boolean {
  return /^type\s+[\w${*]/.test(clause) && !/^type\s+from$/.test(clause);
}
