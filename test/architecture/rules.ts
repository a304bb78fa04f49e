import { posix } from 'node:path';
import { codeOnly, type Import, importsOf, type Source } from './source.ts';
import * as table from './table.ts';

/** Imports that the table does not allow; one line each, empty when all is well. */
export function forbiddenImports(source: Source): string[] {
  return importsOf(source.text)
    .filter(({ specifier }) => !specifier.startsWith('node:'))
    .flatMap((entry) => {
      const problem = entry.specifier.startsWith('.')
        ? problemInside(source, entry)
        : problemWithPackage(source, entry);
      return problem === undefined ? [] : [`${source.path} ${problem}`];
    });
}

function problemInside(source: Source, entry: Import): string | undefined {
  const target = targetOf(source, entry);
  if (!target.endsWith('.ts')) return `imports ${entry.specifier} without its ending .ts`;
  if (target.startsWith('..')) return `imports ${entry.specifier}, which is outside src`;
  const [from, to] = [placeOf(source.path), placeOf(target)];
  if (from === to && target !== source.path) return undefined;
  if (table.everywhere.includes(target) || table.everywhere.includes(`${to}/`)) return undefined;
  const allowed = table.folders[from] ?? table.rootFiles[from];
  if (allowed === undefined) return `is in "${from}", which the table does not know`;
  if (allowed.includes(to)) return undefined;
  const types = table.typesOnly[from]?.includes(to) ?? false;
  if (types && entry.kind === 'type') return undefined;
  return `may not import ${target}${types ? ' but by "import type"' : ''}`;
}

function problemWithPackage(source: Source, { specifier, kind }: Import): string | undefined {
  if (specifier === '') return 'imports something that is not a literal text';
  const name = packageOf(specifier);
  const homes = [
    ...(table.packages[name] ?? []),
    ...((kind === 'type' ? table.typePackages[name] : undefined) ?? []),
  ];
  if (homes.length === 0 && table.packages[name] === undefined)
    return `imports ${name}, which has no home in the table`;
  const isHome = homes.some((home) =>
    home.endsWith('/') ? source.path.startsWith(home) : source.path === home,
  );
  return isHome ? undefined : `may not import ${name}, whose home is ${homes.join(' and ')}`;
}

/** Packages that may have one importing file and have several. */
export function scatteredPackages(sources: readonly Source[]): string[] {
  return table.oneFile.flatMap((name) => {
    const importers = sources.filter(({ text }) =>
      importsOf(text).some(({ specifier }) => packageOf(specifier) === name),
    );
    return importers.length > 1
      ? [`${name} is imported by ${importers.map(({ path }) => path).join(' and ')}`]
      : [];
  });
}

/** Heavy packages that are loaded at once with a file, because a chain of static imports leads to them. */
export function heavyStart(entry: string, sources: readonly Source[]): string[] {
  const problems: string[] = [];
  const chains = new Map([[entry, entry]]);
  // A Map grows while it is walked through, and each file is visited once.
  for (const [path, chain] of chains) {
    const source = sources.find((candidate) => candidate.path === path);
    for (const entry of importsOf(source?.text ?? '')) {
      if (source === undefined || entry.kind !== 'value' || entry.specifier.startsWith('node:')) continue;
      if (entry.specifier.startsWith('.')) {
        const target = targetOf(source, entry);
        if (!chains.has(target)) chains.set(target, `${chain} → ${target}`);
      } else if (!table.light.includes(packageOf(entry.specifier))) {
        problems.push(`${chain} → ${entry.specifier}`);
      }
    }
  }
  return problems;
}

/** Effects that must come in by `Io`, reached for directly. */
export function reachedEffects(source: Source): string[] {
  if (source.path === 'cli.ts') return [];
  const allowed = table.exceptions[source.path]?.effects ?? [];
  const code = codeOnly(source.text);
  const fromCrypto = importsOf(source.text).filter(({ specifier }) => /^(node:)?crypto$/.test(specifier));
  const imports = importsOf(source.text).map(({ specifier }) => specifier);
  const found: Record<table.Effect, boolean> = {
    process:
      /(?<![.\w$'])process\s*(?:\.|\[|\?\.)/.test(code) ||
      imports.some((name) => /^(node:)?process$/.test(name)),
    'Date.now': /\bDate\s*\.\s*now\b/.test(code),
    'new Date()': /\bnew\s+Date\s*(?:\(\s*\)|(?![\s(\w]))/.test(code),
    'performance.now': /\bperformance\s*\.\s*now\b/.test(code),
    'Math.random': /\bMath\s*\.\s*random\b/.test(code),
    // No effect, but time-limit.ts says why nothing may wait for it.
    'AbortSignal.timeout': /\bAbortSignal\s*\.\s*timeout\b/.test(code),
    'the global fetch': usesGlobalFetch(code),
    'randomness of crypto':
      /\bcrypto\s*\.\s*(?:random\w+|getRandomValues)\b/.test(code) ||
      fromCrypto.some(({ clause }) => /\b(?:random\w+|getRandomValues|webcrypto)\b/.test(clause)),
  };
  return Object.entries(found)
    .filter(([effect, isThere]) => isThere && !allowed.includes(effect as table.Effect))
    .map(([effect]) => `${source.path} uses ${effect}`);
}

/** A method may be called fetch, and so may a function or a parameter that hides the global one. */
function usesGlobalFetch(code: string): boolean {
  if (/\bglobalThis\s*\.\s*fetch\b/.test(code)) return true;
  const isHidden =
    /\bfunction\s+fetch\b|[(,]\s*fetch\s*:\s*(?:typeof\b|[A-Z])|\bconst\s*\{[^}]*\bfetch\b[^}]*\}\s*=/;
  // The declaration of a method has a body behind its brackets.
  return !isHidden.test(code) && /(?<![.\w$])fetch\s*\((?![^()]*\)\s*(?::[^{;=]+)?\{)/.test(code);
}

/** Default exports, and re-exports in any file but the one barrel. */
export function forbiddenExports(source: Source): string[] {
  const problems: string[] = [];
  const code = codeOnly(source.text);
  // A declaration of somebody else's package says what that package has.
  if (source.path.endsWith('.d.ts')) return [];
  if (/\bexport\s+default\b|\bas\s+default\b/.test(code))
    problems.push(`${source.path} has a default export`);
  const reexports = importsOf(source.text).filter((entry) => entry.reexports);
  if (source.path !== 'index.ts' && reexports.length > 0) {
    problems.push(`${source.path} is a second barrel: only index.ts exports what other files declare`);
  }
  if (reexports.some(({ clause }) => clause.includes('*')))
    problems.push(`${source.path} exports without names`);
  return problems;
}

const DRAWERS = ['util', 'utils', 'helper', 'helpers', 'manager', 'managers', 'service', 'services'];

/** File and folder names that are not kebab-case, or that name a drawer and not a thing. */
export function badNames(path: string): string[] {
  // Postman's two places for scripts are written as a second ending.
  const parts = path
    .replace(/(\.d)?\.[jt]s$/, '')
    .replace(/\.(prerequest|test)$/, '')
    .split('/');
  const words = parts.flatMap((part) => part.split('-'));
  return [
    ...(parts.every((part) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(part)) ? [] : [`${path} is not kebab-case`]),
    ...words
      .filter((word) => DRAWERS.includes(word))
      .map((word) => `${path} is called "${word}", which says nothing`),
  ];
}

/** Postman runs a script as it stands: there is nothing that an import could lead to. */
export function importsInScript(source: Source): string[] {
  const isImport = importsOf(source.text).some(
    ({ kind, reexports, clause }) => kind !== 'dynamic' || reexports || clause,
  );
  const isDynamic = /(?<![.\w$])import\s*\(/.test(codeOnly(source.text));
  const exports = /^\s*export\b/m.test(codeOnly(source.text));
  return isImport || isDynamic || exports ? [`${source.path} imports or exports`] : [];
}

function targetOf(source: Source, { specifier }: Import): string {
  return posix.normalize(posix.join(posix.dirname(source.path), specifier));
}

/** The folder right below src, or the file itself. */
function placeOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
