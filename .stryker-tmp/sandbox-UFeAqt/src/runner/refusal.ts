// @ts-nocheck
import type { Exchange as RawExchange } from './events.ts';
import { formOf, headerOf, queryOf } from './exchange.ts';
import type { Plain } from './plain.ts';
import type { Explanation } from './result.ts';

/** What a server said when it refused: what a known error case is recognised by. */
export interface Refusal {
  readonly at: 'authorization' | 'token' | 'introspection' | 'api';
  readonly status: number;
  /** `error` of OAuth, or the code of an API error; empty where there is none. */
  readonly error: string;
  /** The description, or the words of the page. */
  readonly text: string;
}

/** Says which known case a refusal is; undefined when it is none. */
export type Explain = (refusal: Refusal) => Plain<Explanation> | undefined;

/** What an answer refuses with; undefined when nothing came back. */
export function refusalOf(raw: RawExchange): Refusal | undefined {
  const { answer } = raw;
  if (answer === undefined) return undefined;
  const at = placeOf(raw);
  const redirected = new Map(
    queryOf(headerOf(answer.headers, 'location') ?? '').map(({ name, value }) => [name, value]),
  );
  if (redirected.has('error')) {
    const text = unescapeHtml(redirected.get('error_description') ?? '');
    return { at, status: answer.status, error: redirected.get('error') ?? '', text };
  }
  return { at, status: answer.status, ...said(answer.body) };
}

function placeOf(raw: RawExchange): Refusal['at'] {
  const form = formOf(raw).map(({ name }) => name);
  if (form.includes('grant_type')) return 'token';
  if (/^Bearer/i.test(headerOf(raw.requestHeaders, 'authorization') ?? '')) return 'api';
  if (form.includes('token')) return 'introspection';
  return 'authorization';
}

function said(body: string): Pick<Refusal, 'error' | 'text'> {
  try {
    const json = JSON.parse(body) as Readonly<Record<string, unknown>> | null;
    const first = (...names: string[]) => String(names.map((name) => json?.[name]).find(Boolean) ?? '');
    return { error: first('error', 'code', 'title'), text: first('error_description', 'message', 'detail') };
  } catch {
    return { error: '', text: wordsOf(body) };
  }
}

const SILENT = ['script', 'style', 'noscript', 'template', 'svg', 'title', 'nav', 'aside', 'footer'];

/** The words of a page that a person would read. Each piece between two "<" is looked at once: pages may be hostile. */
function wordsOf(page: string): string {
  let within = '';
  const words = page
    .slice(0, 200_000)
    .split('<')
    .map((piece, index) => {
      if (index === 0) return piece;
      const name = /^\/?[a-z][a-z0-9]*/i.exec(piece)?.[0].toLowerCase() ?? '';
      if (within !== '' && name !== `/${within}`) return '';
      within = within === '' && SILENT.includes(name) ? name : '';
      const end = piece.indexOf('>');
      return within !== '' || end === -1 ? '' : piece.slice(end + 1);
    })
    .join(' ');
  return unescapeHtml(words).replace(/\s+/g, ' ').trim().slice(0, 3000);
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#0*39;|&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}
