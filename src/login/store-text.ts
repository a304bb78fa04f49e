import { jsonStringEnd } from '../json-mistake.ts';
import { jsonMistake } from '../providers/json-text.ts';
import type { StoredToken } from './stored-token.ts';

const FORMAT = 'legwork tokens';
const VERSION = 1;
/** Milliseconds from 1970 to the last moment that a `Date` can be. */
const LAST_MOMENT = 8.64e15;

/** What the text of a store comes to. */
export type StoreContent =
  /** `damage` says what is wrong with it; the tokens are those that can still be used. */
  | { readonly kind: 'store'; readonly tokens: readonly StoredToken[]; readonly damage?: string }
  /** It is somebody else's file, or that of a later legwork: not to be touched. */
  | { readonly kind: 'other'; readonly reason: string };

/** A store as it is written. */
export function storeText(tokens: readonly StoredToken[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, tokens }, null, 2)}\n`;
}

/** Reads a store. One bad entry never costs the others. */
export function storeContent(text: string): StoreContent {
  // What a crash of the whole computer leaves of a file that was being written.
  if (/^[\0\s]*$/.test(text)) return { kind: 'store', tokens: [], damage: 'it is empty' };
  const mistake = jsonMistake(text);
  if (mistake !== undefined) {
    const damage = `it is damaged (not valid JSON: ${mistake})`;
    const isOurs = /^\s*\{\s*"format"\s*:\s*"legwork tokens"/.test(text);
    return isOurs
      ? { kind: 'store', tokens: rescued(text).filter(isStoredToken), damage }
      : { kind: 'other', reason: damage };
  }
  const content: { format?: unknown; version?: unknown; tokens?: unknown } | null = JSON.parse(text);
  if (content?.format !== FORMAT) return { kind: 'other', reason: 'it is not a token store' };
  if (content.version !== VERSION) {
    const version = typeof content.version === 'number' ? content.version : 'unknown';
    return { kind: 'other', reason: `it was written by another legwork (version ${version} of the format)` };
  }
  const { tokens } = content;
  if (!Array.isArray(tokens)) return { kind: 'store', tokens: [], damage: 'it has no list of tokens' };
  const good = tokens.filter(isStoredToken);
  const bad = tokens.length - good.length;
  if (bad === 0) return { kind: 'store', tokens: good };
  return { kind: 'store', tokens: good, damage: `${bad} of its ${tokens.length} entries cannot be used` };
}

/** Every object of a text, one level deep, that is valid JSON by itself. */
function rescued(text: string): unknown[] {
  const found: unknown[] = [];
  let depth = 0;
  let begin = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = (jsonStringEnd(text, at) ?? at + 1) - 1;
    if (sign === '{' && ++depth === 2) begin = at;
    if (sign !== '}') continue;
    if (depth === 2) {
      const one = text.slice(begin, at + 1);
      if (jsonMistake(one) === undefined) found.push(JSON.parse(one));
    }
    depth = Math.max(1, depth - 1);
  }
  return found;
}

/** Whether a value can be kept as a token, and read again. */
export function isStoredToken(value: unknown): value is StoredToken {
  if (typeof value !== 'object' || value === null) return false;
  const token = value as Record<string, unknown>;
  const isText = (name: string) => typeof token[name] === 'string';
  const isMaybe = (name: string, is: (name: string) => boolean) => token[name] === undefined || is(name);
  const isTime = (name: string) => {
    const time = token[name];
    return typeof time === 'number' && Math.abs(time) <= LAST_MOMENT;
  };
  const isTexts = (name: string) => {
    const list = token[name];
    return Array.isArray(list) && list.every((entry) => typeof entry === 'string');
  };
  return (
    (token.holder === 'member' || token.holder === 'application') &&
    ['provider', 'issuer', 'clientId', 'accessToken'].every(isText) &&
    isTexts('scopes') &&
    isTexts('granted') &&
    isTime('obtainedAt') &&
    ['expiresAt', 'refreshExpiresAt'].every((name) => isMaybe(name, isTime)) &&
    ['memberId', 'refreshToken'].every((name) => isMaybe(name, isText))
  );
}
