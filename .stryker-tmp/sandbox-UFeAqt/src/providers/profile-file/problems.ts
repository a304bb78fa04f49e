// @ts-nocheck
import type { z } from 'zod';
import { didYouMean } from '../../nearest.ts';

type Issue = z.core.$ZodIssue;

/**
 * One line for each thing that is wrong: `legwork.resources[0].url must be …`.
 *
 * @param issues of zod, reported with their input
 * @param known the names that stand beside an unknown one, by the path of their object
 */
export function problemsOf(issues: readonly Issue[], known: (path: string) => readonly string[]): string[] {
  return issues.flatMap((issue) => {
    const path = pathText(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        `${pathText([...issue.path, key])} is unknown. ${didYouMean(key, known(path))}`.trim(),
      );
    }
    return `${path === '' ? 'The file' : path} ${problemOf(issue)}`;
  });
}

/** `legwork.resources[0].headers["X-Restli-Id"]` */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      return /^[\w$]+$/.test(String(part)) ? `.${String(part)}` : `[${JSON.stringify(String(part))}]`;
    })
    .join('')
    .replace(/^\./, '');
}

function problemOf(issue: Issue): string {
  if (issue.input === undefined) return 'is missing';
  // Messages of our own begin in lower case, those of zod with a capital.
  if (/^[a-z]/.test(issue.message)) return `${issue.message}${shown(issue.input)}`;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${withArticle(issue.expected)}${shown(issue.input)}`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}${shown(issue.input)}`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `must be at least ${issue.minimum}${shown(issue.input)}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${shown(issue.input)}`;
    default:
      return `is not allowed: ${issue.message}`;
  }
}

function withArticle(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a text',
    array: 'a list',
    int: 'a whole number',
    object: 'an object',
    record: 'an object',
    boolean: 'true or false',
    number: 'a number',
  };
  return names[type] ?? `of type ${type}`;
}

/** The value as it stands in the file; a whole object says less than its path does. */
function shown(input: unknown): string {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return '';
  const json = JSON.stringify(input);
  return `, not ${json.length > 60 ? `${json.slice(0, 57)}…` : json}`;
}
