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
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      return /^[\w$]+$/.test(String(part)) ? `.${String(part)}` : `[${JSON.stringify(String(part))}]`;
    })
    .join('')
    .replace(/^\./, '');
}

function problemOf(issue: Issue): string {
  // Messages of our own begin in lower case; they are complete as they stand, but for the value.
  if (issue.code === 'custom' || (issue.code === 'invalid_format' && !issue.message.startsWith('Invalid'))) {
    return `${issue.message}${shown(issue.input)}`;
  }
  if (issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${withArticle(issue.expected)}${shown(issue.input)}`;
  if (issue.code === 'invalid_value') {
    return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}${shown(issue.input)}`;
  }
  if (issue.code === 'invalid_union') return `has the wrong type${shown(issue.input)}`;
  return `is not allowed${shown(issue.input)}: ${issue.message}`;
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

function shown(input: unknown): string {
  if (input === undefined) return '';
  const json = JSON.stringify(input);
  return `, not ${json.length > 60 ? `${json.slice(0, 57)}…` : json}`;
}
