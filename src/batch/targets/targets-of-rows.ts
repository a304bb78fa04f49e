import type { z } from 'zod';
import { fitsVariable, type VariableValue } from '../../inert.ts';
import { didYouMean } from '../../nearest.ts';
import { fillFromEnvironment } from './env-references.ts';
import type { Problem, Row } from './row.ts';
import type { Target } from './target.ts';
import { type TargetEntry, targetEntry, targetKeys } from './target-entry.ts';

type Env = Readonly<Record<string, string | undefined>>;
type Path = readonly PropertyKey[];

const ACTIVE =
  'two opening braces in a row, or one at its end, make Postman put another variable there; write the value itself';

/** Settings that are secret wherever they come from. */
const PRIVATE = ['client_secret', 'password'];

/** Makes targets of rows, and lists everything that is wrong with them. */
export function targetsOfRows(rows: readonly Row[], env: Env): { targets: Target[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const targets: Target[] = [];
  const taken = new Map<string, number>();
  for (const row of rows) {
    const target = targetOf(row, env, problems);
    // A row with other mistakes has taken its name all the same.
    const name = target?.name ?? row.entry.name;
    if (typeof name === 'string' && name !== '') {
      const line = taken.get(name);
      if (line === undefined) taken.set(name, row.at.line);
      else
        problems.push({
          at: row.placeOf(['name']),
          text: `the name ${shown(name)} is taken by line ${line}`,
        });
    }
    if (target !== undefined) targets.push(target);
  }
  return { targets, problems };
}

/** The target of a row; undefined when it cannot be one, and then there are problems. */
function targetOf(row: Row, env: Env, problems: Problem[]): Target | undefined {
  const before = problems.length;
  const parsed = targetEntry.safeParse(row.entry);
  const whose = nameOf(row);
  const complain = (path: Path, text: string) => problems.push({ at: row.placeOf(path), text });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) addIssue(issue, whose, complain);
    return undefined;
  }
  const secrets = new Set<string>();
  const filled = (key: string, value: string, path: Path): string => {
    const { text, fromEnvironment, problems: unfilled } = fillFromEnvironment(value, env);
    for (const problem of unfilled) complain(path, `${key}${whose}: ${problem}`);
    if (fromEnvironment) secrets.add(key);
    return text;
  };
  const {
    name,
    provider,
    flow,
    variables = {},
    scope,
    registered_redirect_uris: registered,
    ...plain
  } = parsed.data;
  const settings: Record<string, VariableValue> = {};
  const set = (key: string, value: string, path: Path) => {
    if (fitsVariable(key, value)) settings[key] = value;
    else complain(path, `${path.map(String).join('.')}${whose}: ${ACTIVE}`);
  };
  for (const [key, value] of Object.entries(plain)) set(key, filled(key, String(value), [key]), [key]);
  if (scope !== undefined) set('scope', words(filled('scope', textOf(scope), ['scope'])), ['scope']);
  for (const [key, value] of Object.entries(variables)) {
    if (targetKeys.includes(key))
      complain(['variables', key], `variables.${key}${whose}: write it as ${key}`);
    const path = ['variables', key];
    set(key, filled(key, String(value), path), path);
  }
  const target = {
    name: filled('name', name, ['name']),
    ...(provider !== undefined && { provider: filled('provider', String(provider), ['provider']) }),
    ...(registered !== undefined && {
      registeredRedirectUris: words(
        filled('registered_redirect_uris', textOf(registered), ['registered_redirect_uris']),
      ).split(' '),
    }),
    ...(flow !== undefined && { flow: words(filled('flow', textOf(flow), ['flow'])) }),
  };
  const renamed = targetEntry.shape.name.safeParse(target.name);
  if (!renamed.success)
    complain(['name'], `name: what the environment gives ${renamed.error.issues[0]?.message}`);
  const isSecret = (key: string) => secrets.has(key) || PRIVATE.includes(key);
  if (problems.length > before) return undefined;
  return { ...target, settings, secrets: Object.keys(settings).filter(isSecret), at: row.at };
}

function addIssue(
  issue: z.core.$ZodIssue,
  whose: string,
  complain: (path: Path, text: string) => void,
): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const close = didYouMean(key, targetKeys) || 'Variables of your own are written variables.NAME.';
      complain([...issue.path, key], `${shown(key)}${whose} is unknown. ${close}`);
    }
    return;
  }
  const path = issue.path.map(String).join('.');
  if (path === 'name' && issue.code === 'invalid_type') complain([], 'a target without a name');
  else if (issue.code === 'invalid_key')
    complain(issue.path, `${path}${whose}: names of variables are letters, digits, "_", "." and "-"`);
  else complain(issue.path, `${path}${whose} ${issue.message}`);
}

/** ` of "eu-1"`: says whose row it is. A name that comes out of the environment is shown as it is written. */
function nameOf(row: Row): string {
  const { name } = row.entry;
  return typeof name === 'string' ? ` of ${shown(name)}` : '';
}

function shown(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
}

function textOf(list: NonNullable<TargetEntry['scope']>): string {
  return Array.isArray(list) ? list.join(' ') : String(list);
}

function words(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}
