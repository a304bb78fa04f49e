// @ts-nocheck
import type { Answer } from './observation.ts';

type Reason = Pick<Answer, 'words' | 'isSuccess' | 'places' | 'error' | 'serviceErrorCode'>;

const WORDS = ['error_description', 'message', 'error_hint', 'detail', 'title', 'error_uri', 'description'];
const DEEPEST = 4;

/**
 * The reason of a refusal in a JSON answer: of OAuth (RFC 6749 section 5.2), of LinkedIn's APIs, or of a problem
 * document. The JSON may stand in a line of a log. Undefined where there is no JSON object.
 */
export function reasonInJson(text: string): Reason | undefined {
  const value = objectIn(text);
  return value === undefined ? undefined : reasonOf(value, DEEPEST);
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  const candidates = [text, ...(start !== -1 && end > start ? [text.slice(start, end + 1)] : [])];
  for (const candidate of [...candidates, ...candidates.map((each) => each.replaceAll('\\"', '"'))]) {
    const value = parsed(candidate);
    const inner = typeof value === 'string' ? parsed(value) : Array.isArray(value) ? value[0] : value;
    if (isObject(inner)) return inner;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reasonOf(value: Readonly<Record<string, unknown>>, depth: number): Reason {
  // Some clients wrap the answer: {"response":{"data":{"error":…}}}.
  const inner = ['error', 'data', 'response', 'body'].map((name) => value[name]).find(isObject);
  const isBare = textOf(value.error) === undefined && textOf(value.message) === undefined;
  if (inner !== undefined && isBare && depth > 0) return reasonOf(inner, depth - 1);
  const error = textOf(value.error) ?? textOf(value.code);
  const service = value.serviceErrorCode;
  const words = WORDS.map((name) => textOf(value[name])).filter((word) => word !== undefined);
  const isApi = service !== undefined || (value.error === undefined && value.message !== undefined);
  return {
    words: words.join(' '),
    isSuccess:
      error === undefined &&
      service === undefined &&
      (typeof value.access_token === 'string' || words.length === 0),
    places: isApi ? ['api'] : ['token', 'introspection'],
    ...(error === undefined ? {} : { error }),
    ...(typeof service === 'number' ? { serviceErrorCode: service } : {}),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 10_000) : undefined;
}
