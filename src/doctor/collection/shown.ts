import { isPrivateName } from '../../redaction/parameters.ts';
import { createRedactor } from '../../redaction/redactor.ts';
import { isCommon } from '../../redaction/secrecy.ts';
import type { Problem } from '../diagnosis.ts';
import { quoted } from '../mask.ts';
import type { CollectionObservation } from './observation.ts';
import { isPlaceholder } from './placeholder.ts';
import { isSecretField } from './secret-name.ts';
import { storedSecretsOf } from './secrets.ts';

/** Characters of a value that is looked for everywhere; a shorter one is masked where it stands alone. */
const SHORTEST = 4;

/** Makes text from a collection fit to be shown. */
export type Mask = (text: string) => string;

/** A parameter that is a variable alone shows nothing, and says what is sent. */
const VARIABLES = /([\w.-]{1,60}=\{\{[\w.$ -]{1,80}\}\}(?=[&#\s]|$))/;

const USER_INFO = /(\/\/)[^/@\s'"`]{1,200}@/g;
const PASSWORD_IN_URL = /\/\/([^/@\s'"`:]{0,100}):([^/@\s'"`]{1,200})@/g;
const PARAMETER = /[?&#]([\w.-]{1,60})=([^&#\s'"`<>]{4,2000})/g;

const masks = new WeakMap<CollectionObservation, Mask>();

/**
 * The one gate for what a diagnosis says of a collection. It knows every literal secret of the file and of the
 * environment, and masks it in every spelling; what shows itself as a credential, a state or a code is masked, too,
 * also in names of requests that are URLs.
 */
export function maskFor(observation: CollectionObservation): Mask {
  const known = masks.get(observation);
  if (known !== undefined) return known;
  const redactor = createRedactor({ isLenient: true });
  for (const [name, value] of secretValues(observation)) {
    if (value.length >= SHORTEST && !isCommon(value)) redactor.learn(name, value);
  }
  const plain: Mask = (text) => quoted(redactor.text(text.replace(USER_INFO, '$1‹credentials›@')));
  const mask: Mask = (text) =>
    text
      .split(VARIABLES)
      .map((part, index) => (index % 2 === 1 || part === '' ? part : plain(part)))
      .join('');
  masks.set(observation, mask);
  return mask;
}

/** A problem with every text in it masked. */
export function maskedProblem(problem: Problem, mask: Mask): Problem {
  const { evidence, title, remedy } = problem;
  return { ...problem, title: mask(title), remedy: mask(remedy), evidence: evidence.map(mask) };
}

/** What must not be shown, with the name that its mask may have. */
function* secretValues(observation: CollectionObservation): Generator<readonly [string, string]> {
  const { requests, scripts, environment = {}, variables, name } = observation;
  for (const { name: label, value } of storedSecretsOf(observation)) {
    yield [label.replace(/^header /, ''), value.trim()];
    yield* basicParts(value);
  }
  for (const [key, value] of Object.entries(environment)) if (isSecretField(key)) yield [key, value];
  for (const { key, value } of variables) if (isPrivate(key, value)) yield [key, value];
  for (const { query, fields, url, place } of requests) {
    for (const { key, value } of [...query, ...fields]) {
      if (isPrivate(key, value)) yield [key, value];
      if (/%3F|[?]/.test(value)) yield* inText(decoded(value));
    }
    yield* inText(url);
    if (place.includes('//')) yield* inText(place);
  }
  for (const { text } of scripts) yield* inText(text.slice(0, 200_000));
  yield* inText(name);
}

function* inText(text: string): Generator<readonly [string, string]> {
  if (text.includes('@'))
    for (const [, , value = ''] of text.matchAll(PASSWORD_IN_URL)) yield ['password', value];
  if (text.includes('='))
    for (const [, key = '', value = ''] of text.matchAll(PARAMETER))
      if (isPrivate(key, value)) yield [key, value];
}

function isPrivate(key: string, value: string): boolean {
  return (isPrivateName(key) || isSecretField(key)) && !isPlaceholder(value) && !value.includes('{{');
}

/** `Basic` carries the two in one text; each half is masked by itself, too. */
function* basicParts(value: string): Generator<readonly [string, string]> {
  if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(value)) return;
  const plain = Buffer.from(value, 'base64').toString('latin1');
  if (/^[\x20-\x7e]+:[\x20-\x7e]+$/.test(plain)) yield ['client_secret', plain.slice(plain.indexOf(':') + 1)];
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
