import type { ErrorPlace } from '../../providers/error-case.ts';
import { readPage } from '../read-page.ts';
import type { Answer } from './observation.ts';
import { reasonInJson } from './reason-in-json.ts';

/** Characters; a refusal is short, and what comes behind them is not looked at. */
const LONGEST = 128 * 1024;
const WORDS = 20_000;

interface Head {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Reads whatever a person has of an answer: a body, a status line, a whole response as curl -i prints it, an error in
 * the query of an address, or a line of a log. It never throws.
 */
export function readAnswer(pasted: string): Answer {
  const isCut = pasted.length > LONGEST;
  const text = pasted.slice(0, LONGEST).replace(/^\uFEFF/, '');
  if (text.trim() === '') return { form: 'empty', words: '', isSuccess: false, isCut, places: [] };
  if (isBinary(text)) return { form: 'binary', words: '', isSuccess: false, isCut, places: [] };
  const head = readHead(text);
  const status = head.status === undefined ? {} : { status: head.status };
  return { ...status, ...readBody(head), isCut };
}

/** Bytes that are no UTF-8 become U+FFFD when they are read as text; NUL is in no text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 4096);
  const strange = [...sample].filter(
    (character) => character === '\uFFFD' || (character < ' ' && !/\s/.test(character)),
  );
  return sample.includes('\0') || strange.length > sample.length / 10;
}

function readHead(text: string): Head {
  let rest = text.trimStart();
  let head: Head = { headers: {}, body: rest };
  // curl -iL prints one response after the other: the last one counts.
  for (let hops = 0; hops < 20; hops++) {
    const line = /^HTTP\/[\d.]{1,4}[ \t]+(\d{3})[^\n]{0,200}/.exec(rest);
    if (line === null) break;
    const end = rest.search(/\r?\n\r?\n/);
    const lines = (end === -1 ? rest : rest.slice(0, end)).split('\n').slice(1, 200);
    rest = end === -1 ? '' : rest.slice(end).trimStart();
    head = { status: Number(line[1]), headers: Object.fromEntries(lines.flatMap(headerOf)), body: rest };
  }
  if (head.status !== undefined) return head;
  const plain = /^(?:status(?: code)?:?[ \t]{0,3})?([1-5]\d\d|999)\b(?![.,:]\d)([^\n{<]{0,60})/i.exec(rest);
  if (plain === null) return head;
  return { status: Number(plain[1]), headers: {}, body: rest.slice(plain[0].length) || (plain[2] ?? '') };
}

function headerOf(line: string): [string, string][] {
  const colon = line.indexOf(':');
  return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
}

type Body = Omit<Answer, 'status' | 'isCut'>;

function readBody({ body, headers }: Head): Body {
  const redirect = headers.location === undefined ? undefined : parametersOf(headers.location);
  if (redirect !== undefined) return redirect;
  const challenge = /\berror="([^"]{1,100})"/.exec(headers['www-authenticate'] ?? '')?.[1];
  const found = bodyOf(body.trim());
  if (challenge === undefined || found.error !== undefined) return found;
  const words = `${headers['www-authenticate']} ${found.words}`.slice(0, WORDS);
  return { ...found, error: challenge, words, places: ['api'] };
}

function bodyOf(text: string): Body {
  if (text === '') return { form: 'empty', words: '', isSuccess: false, places: [] };
  if (/^<|<!doctype|<html|<body/i.test(text)) {
    const page = readPage(text);
    const words = `${page.title} ${page.text}`.slice(0, WORDS);
    return { form: 'page', page, words, isSuccess: false, places: ['authorization page', 'login'] };
  }
  const json = reasonInJson(text);
  if (json !== undefined) return { form: 'json', ...json, words: unescaped(json.words).slice(0, WORDS) };
  const parameters = parametersOf(text);
  if (parameters !== undefined) return parameters;
  const places: ErrorPlace[] = [];
  // A bare code, as people type it.
  const error =
    /^[a-z]+(?:_[a-z]+)+$/i.exec(text.slice(0, 100))?.[0] ??
    /\berror[":= ]{1,4}([a-z]+(?:_[a-z]+)+)/i.exec(text.slice(0, WORDS))?.[1];
  return {
    form: 'text',
    words: unescaped(text).slice(0, WORDS),
    isSuccess: false,
    places,
    ...(error === undefined ? {} : { error }),
  };
}

/** `error=…&error_description=…` of an address or a form; undefined where there is none. */
function parametersOf(text: string): Body | undefined {
  const start = /(?:^|[?&#\s])(?=(?:error|error_description|code)=)/.exec(text.slice(0, WORDS));
  if (start === null) return undefined;
  const query =
    text
      .slice(text.search(/[?#]/) + 1 || start.index)
      .trim()
      .split(/[\s"'<>]/)[0] ?? '';
  const parameters = new URLSearchParams(query.replaceAll('#', '&'));
  const error = parameters.get('error') ?? undefined;
  const words = unescaped(parameters.get('error_description') ?? '').slice(0, WORDS);
  return {
    form: 'parameters',
    words,
    isSuccess: error === undefined && parameters.has('code'),
    // Some token endpoints answer in this form, too.
    places: ['authorization redirect', 'token'],
    ...(error === undefined ? {} : { error }),
  };
}

/** LinkedIn escapes quotes for HTML before it encodes them for the address. */
export function unescaped(text: string): string {
  return text
    .replace(/%26(quot|amp|#39|apos)%3B/gi, '&$1;')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
