import { jsonIn } from './json-in-text.ts';
import type { Answer } from './observation.ts';

type Reason = Pick<Answer, 'words' | 'isSuccess' | 'places' | 'error' | 'serviceErrorCode' | 'everything'>;

/** Members that say in words what is wrong, at the servers that were looked at. */
const WORDS =
  /^(?:error_?(?:description|message|summary|hint|debug|uri|detail|details|user_msg|user_title|msg|reason)|reason|message|messages|msg|detail|details|title|description|hint|cause|fault|faultstring|hints?|errors?)$/i;

/** Members that name an error, the more telling first. */
const CODES = [/^error$/, /^error_?code$/i, /^code$/, /^error_type$/, /^(?:status|type)$/];

const DEEPEST = 5;
const MOST_NODES = 2000;

interface Member {
  readonly name: string;
  readonly value: string | number | boolean | null;
  readonly depth: number;
}

/**
 * The reason of an error response in JSON: of OAuth (RFC 6749 section 5.2), of an API, of a problem document (RFC 9457),
 * nested as clients wrap it. Undefined where there is no JSON.
 */
export function reasonInJson(text: string): Reason | undefined {
  const json = jsonIn(text);
  if (json === undefined) return undefined;
  const members: Member[] = [];
  for (const value of json.values) collect('', value, 0, members);
  const words = [...new Set(members.filter(isWords).map(({ value }) => String(value)))].join(' ');
  const error = errorOf(members);
  const service = members.find(({ name }) => name === 'serviceErrorCode')?.value;
  const named = (name: string) => members.some((member) => member.name === name && member.value !== null);
  const isApi = service !== undefined || (!named('error') && named('message'));
  return {
    words,
    everything: `${json.text} ${words}`,
    isSuccess: isSuccess(members, error),
    places: isApi ? ['api'] : ['token', 'introspection'],
    ...(error === undefined ? {} : { error }),
    ...(typeof service === 'number' ? { serviceErrorCode: service } : {}),
  };
}

/** Goes through the levels one after the other, so that the outer members of a level come first. */
function collect(name: string, value: unknown, depth: number, members: Member[]): void {
  if (depth > DEEPEST || members.length > MOST_NODES) return;
  if (typeof value === 'string') {
    const inner = /[{\\]/.test(value) ? jsonIn(value) : undefined;
    members.push({ name, value: value.slice(0, 10_000), depth });
    for (const each of inner?.values ?? []) collect(name, each, depth + 1, members);
  } else if (Array.isArray(value)) {
    for (const each of value) collect(name, each, depth, members);
  } else if (typeof value === 'object' && value !== null) {
    for (const [inner, each] of Object.entries(value)) collect(inner, each, depth + 1, members);
  } else if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
    members.push({ name, value, depth });
  }
}

function isWords({ name, value }: Member): boolean {
  return typeof value === 'string' && WORDS.test(name) && (!/^errors?$/i.test(name) || !isCode(value));
}

/** A code is one word; a sentence in its place is words. */
function isCode(value: unknown): value is string {
  return (
    typeof value === 'string' && /^[\w.:-]{2,100}$/.test(value) && !/^(?:true|false|null|\d+)$/i.test(value)
  );
}

function errorOf(members: readonly Member[]): string | undefined {
  for (const pattern of CODES) {
    const found = members
      .filter(({ name, value }) => pattern.test(name) && isCode(value) && !isClientCode(value))
      .sort((one, other) => one.depth - other.depth)[0];
    if (found !== undefined) return String(found.value);
  }
  return undefined;
}

/** Node.js and axios number their own failures; what the server said stands further in. */
function isClientCode(value: string): boolean {
  return /^ERR_/.test(value);
}

/** Members that nothing but an error response has. */
const BAD =
  /^(?:error|errors|error_?(?:code|message|summary|type|description)|serviceErrorCode|fault|exception)$/i;

/** Members that show that what was wanted is there. */
const GOOD = /^(?:access_token|id_token|sub|keys|authorization_endpoint)$/;

/** Plainly a success: what was wanted is there, and nothing says that something is wrong. */
function isSuccess(members: readonly Member[], error: string | undefined): boolean {
  const isBad = members.some(
    ({ name, value }) =>
      (BAD.test(name) && value !== null && value !== '' && value !== false) ||
      (/^(?:ok|success|active)$/i.test(name) && value === false) ||
      (/^status(?:_?code)?$/i.test(name) && typeof value === 'number' && value >= 400),
  );
  if (isBad || (error !== undefined && members.some(({ name }) => /^error/.test(name)))) return false;
  return members.some(
    ({ name, value }) =>
      (GOOD.test(name) && value !== null && value !== '') || (name === 'active' && value === true),
  );
}
