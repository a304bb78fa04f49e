import { sharedErrorCodes } from '../../oauth/error-codes.ts';
import { readPage } from '../read-page.ts';
import { withoutBackslashes } from './json-in-text.ts';
import type { Answer } from './observation.ts';
import { pairsIn } from './pairs-in-text.ts';
import { type Head, readHead } from './read-head.ts';
import { reasonInJson } from './reason-in-json.ts';

/** Characters; a refusal is short, and what comes behind them is not looked at. */
const LONGEST = 128 * 1024;
const WORDS = 20_000;
/** Characters in which the texts of providers are looked for. */
const EVERYTHING = 40_000;

/**
 * Reads whatever a person has of an answer: a body, a status line, a whole response as curl -i prints it, an error in
 * the query of an address, or a line of a log. It never throws.
 */
export function readAnswer(pasted: string): Answer {
  const isCut = pasted.length > LONGEST;
  const text = pasted.slice(0, LONGEST).replace(/^\uFEFF/, '');
  if (text.trim() === '') return { ...NOTHING, form: 'empty', isCut };
  if (isBinary(text)) return { ...NOTHING, form: 'binary', isCut };
  const head = readHead(text);
  const status = head.status === undefined ? {} : { status: head.status };
  const body = readBody(head);
  const headers = Object.entries(head.headers).map(([name, value]) => `${name}: ${value}`);
  const everything = [...headers, body.everything].join('\n').slice(0, EVERYTHING);
  return { ...status, ...body, everything, isCut };
}

const NOTHING = { words: '', everything: '', isSuccess: false, places: [] } as const;

/** Bytes that are no UTF-8 become U+FFFD when they are read as text; NUL is in no text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 4096);
  const strange = [...sample].filter(
    (character) => character === '\uFFFD' || (character < ' ' && !/\s/.test(character)),
  );
  return sample.includes('\0') || strange.length > sample.length / 10;
}

type Body = Omit<Answer, 'status' | 'isCut'>;

function readBody({ body, headers }: Head): Body {
  const redirect = headers.location === undefined ? undefined : parametersOf(headers.location);
  if (redirect !== undefined) return redirect;
  const challenge = /\berror="([^"]{1,100})"/.exec(headers['www-authenticate'] ?? '')?.[1];
  const found = bodyOf(body.trim());
  if (challenge === undefined || found.error !== undefined) return found;
  const words = `${headers['www-authenticate']} ${found.words}`.slice(0, WORDS);
  return { ...found, error: challenge, words, isSuccess: false, places: ['api'] };
}

function bodyOf(text: string): Body {
  if (text === '') return { ...NOTHING, form: 'empty' };
  if (/^<|<!doctype|<html|<body/i.test(text)) {
    const page = readPage(text);
    const words = `${page.title} ${page.text}`.slice(0, WORDS);
    const everything = `${words} ${page.links.join(' ')}`;
    return {
      form: 'page',
      page,
      words,
      everything,
      isSuccess: false,
      places: ['authorization page', 'login'],
    };
  }
  const json = reasonInJson(text);
  if (json !== undefined) {
    const everything = unescaped(json.everything);
    return { ...json, form: 'json', everything, words: unescaped(json.words).slice(0, WORDS) };
  }
  return parametersOf(text) ?? textOf(text);
}

function textOf(text: string): Body {
  const plain = unescaped(withoutBackslashes(text.slice(0, WORDS)));
  const pairs = pairsIn(plain);
  const error = codeIn(plain, pairs);
  const number = Number(pairs.get('serviceErrorCode') ?? Number.NaN);
  return {
    form: 'text',
    words: plain,
    everything: plain,
    isSuccess: false,
    places: [],
    ...(error === undefined ? {} : { error }),
    ...(Number.isNaN(number) ? {} : { serviceErrorCode: number }),
  };
}

const SHARED_CODE = new RegExp(`(?<![\\w-])(?:${sharedErrorCodes.join('|')})(?![\\w-])`, 'i');

/** The code that a text names: alone, as people type it; in a pair; or one of those that a specification defines. */
function codeIn(text: string, pairs: ReadonlyMap<string, string>): string | undefined {
  const paired = pairs.get('error') ?? pairs.get('code');
  return (
    /^[a-z]+(?:_[a-z]+)+$/i.exec(text.trim().slice(0, 100))?.[0] ??
    (paired !== undefined && /^[a-z]+(?:_[a-z]+)*$/i.test(paired) && !isProse(paired, text)
      ? paired
      : undefined) ??
    SHARED_CODE.exec(text)?.[0].toLowerCase()
  );
}

/** "error: invalid redirect_uri" is a sentence: a word with another behind it, which is not the name of the next pair. */
function isProse(word: string, text: string): boolean {
  return (
    !word.includes('_') &&
    new RegExp(`[:=]\\s{0,3}${word} [a-z][\\w-]*(?![\\w-]*["']?\\s{0,3}[=:])`, 'i').test(text)
  );
}

/** `error=…&error_description=…` of a URL or a form; undefined where there is none. */
function parametersOf(text: string): Body | undefined {
  const start = /(?:^|[?&#\s])(?=(?:\w{0,20}error\w{0,20}|errCode|code)=)/i.exec(text.slice(0, WORDS));
  if (start === null || isLogLine(text, start.index)) return undefined;
  const query =
    text
      .slice(text.search(/[?#]/) + 1 || start.index)
      .trim()
      .split(/[\s"'<>]/)[0] ?? '';
  const parameters = [...new URLSearchParams(query.replaceAll('#', '&'))];
  const { error, words } = errorInParameters(parameters);
  return {
    form: 'parameters',
    words,
    everything: [text.slice(0, WORDS), error, words].join(' '),
    isSuccess: error === undefined && words === '' && parameters.some(([name]) => name === 'code'),
    // Some token endpoints answer in this form, too.
    places: ['authorization redirect', 'token'],
    ...(error === undefined ? {} : { error }),
  };
}

const CODE_NAMES = [/^error$/, /^error_?code$|^err_?code$/i, /error_?code$/i, /^error_?type$/i];
const WORD_NAMES = /err(?:or)?_?(?:description|msg|message|reason|hint|uri|detail)$/i;

/** The code and the words in parameters, by the names that servers give them. */
export function errorInParameters(parameters: readonly (readonly [string, string])[]): {
  readonly error: string | undefined;
  readonly words: string;
} {
  const error = CODE_NAMES.map((pattern) => parameters.find(([name]) => pattern.test(name))?.[1]).find(
    (value) => value !== undefined && value !== '',
  );
  const words = parameters.filter(([name]) => WORD_NAMES.test(name)).map(([, value]) => unescaped(value));
  return { error, words: words.join(' ').slice(0, WORDS) };
}

/** Pairs that stand in a line of a log, with words in front of them or a comma between them, are no form. */
function isLogLine(text: string, at: number): boolean {
  return (
    !/[?&#]/.test(text[at] ?? '') && (/^[^\n=]*\s[^\n=]*=/.test(text.trim()) || /=[^&\s]*,\s/.test(text))
  );
}

/** Some servers escape quotes for HTML before they encode them for the URL. */
function unescaped(text: string): string {
  return text
    .replace(/%26(quot|amp|#39|apos)%3B/gi, '&$1;')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
