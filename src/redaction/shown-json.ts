import { isTokenLike, isTokenName } from './credential.ts';
import { harmlessShape } from './harmless.ts';
import type { Redacted } from './redacted.ts';
import type { Redactor } from './redactor.ts';
import { isSettled, type Partner, shownName, shownValue } from './shown-url.ts';

/** How the values of a body are judged. */
export interface BodyRules {
  readonly partner: Partner;
  /** No value is shown, whatever it is. */
  readonly hideAll: boolean;
  readonly redactor: Redactor;
}

const TOKEN = /"(?:[^"\\]|\\[\s\S])*"|[{}[\],:]|[^\s"{}[\],:]+|\s+|"/g;

interface Level {
  readonly isObject: boolean;
  /** The name that the values of an array share. */
  readonly name: string;
  /** The member that is being read. */
  key: string;
  /** A member outside holds a credential: so does everything in it. */
  readonly within: string | undefined;
}

/**
 * JSON as it may be shown, written as it was except for what is masked: names that stand twice, numbers of any length
 * and a text that was cut off come through.
 *
 * @returns undefined for a text that does not begin like an object or array
 */
export function shownJson(text: string, rules: BodyRules): string | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const levels: Level[] = [];
  let shown = '';
  let expectsName = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    const name = level === undefined ? '' : level.isObject ? level.key : level.name;
    if (token === '{' || token === '[') {
      const within = level?.within ?? (isTokenName(name) ? name : undefined);
      levels.push({ isObject: token === '{', name, key: '', within });
      expectsName = token === '{';
      shown += token;
    } else if (token === '}' || token === ']') {
      levels.pop();
      expectsName = false;
      shown += token;
    } else if (token === ',' || token === ':') {
      expectsName = token === ',' && level?.isObject === true;
      shown += token;
    } else if (token === '"') {
      // The rest was cut off, and half a value is not shown.
      return shown;
    } else if (/^\s/.test(token)) {
      shown += token;
    } else if (expectsName && level !== undefined && token.startsWith('"')) {
      level.key = literalValue(token);
      const safe = shownName(level.key, rules.redactor);
      shown += safe === level.key ? token : JSON.stringify(safe);
    } else {
      shown += shownLeaf(token, name, level?.within, rules);
    }
  }
  return shown;
}

function shownLeaf(token: string, name: string, within: string | undefined, rules: BodyRules): string {
  if (/^(?:true|false|null)$/.test(token) && !rules.hideAll) return token;
  const value = token.startsWith('"') ? literalValue(token) : token;
  const shown =
    within !== undefined && value !== '' ? maskOf(within, value, rules) : shownMember(name, value, rules);
  return shown === value ? token : JSON.stringify(shown);
}

/** The value of a member as it may be shown. */
export function shownMember(name: string, value: string, rules: BodyRules): Redacted {
  const { partner, hideAll, redactor } = rules;
  if (hideAll && value !== '') return maskOf(name, value, rules);
  const masked = redactor.text(value);
  if (isSettled(masked, value)) return masked;
  if (partner === 'api') return isTokenLike(name, value) ? redactor.mask(name) : masked;
  const shape = harmlessShape('member', name);
  return (shape && shownValue(value, shape, redactor)) ?? redactor.mask(name || 'value');
}

function maskOf(name: string, value: string, { redactor }: BodyRules): Redacted {
  const masked = redactor.text(value);
  return isSettled(masked, value) ? masked : redactor.mask(name || 'value');
}

function literalValue(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}
