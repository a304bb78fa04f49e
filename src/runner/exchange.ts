import type { Header, Exchange as RawExchange } from './events.ts';
import type { Plain } from './plain.ts';
import type { Answer, Body, Exchange, Field, Party } from './result.ts';
import { setCookies } from './set-cookies.ts';

/** So much of a body is taken along, in characters, before it is redacted; reports get {@link SHOWN}. */
const TAKEN = 16_384;

/** So much of a body is shown, in characters. */
export const SHOWN = 4096;

/**
 * What reports want to know of an exchange. Bodies are cut; the one of the answer is always taken along here, because
 * whether its step fails shows only later.
 *
 * @param redirectUri the address that codes are sent to, where it is known
 */
export function exchangeOf(
  raw: RawExchange,
  more: { by: Exchange['by']; endedAt: number; redirectUri: string | undefined },
): Plain<Exchange> {
  const form = formOf(raw);
  const to = partyOf(raw);
  return {
    by: more.by,
    to,
    method: raw.method,
    url: raw.url,
    endedAt: more.endedAt,
    headers: raw.requestHeaders.map(fieldOf),
    query: queryOf(raw.url),
    form,
    ...(raw.requestBody === '' || form.length > 0 ? {} : { body: cut(raw.requestBody) }),
    ...(raw.error === undefined ? {} : { error: raw.error }),
    ...(raw.answer === undefined ? {} : { answer: answerOf(raw, raw.answer, to, more.redirectUri) }),
  };
}

/** The exchange without the page that it was answered with: it is kept for steps that fail. */
export function withoutPage(exchange: Plain<Exchange>): Plain<Exchange> {
  const { answer } = exchange;
  if (answer?.body === undefined || /^\s*[{[]/.test(answer.body.text)) return exchange;
  const { body: _, ...rest } = answer;
  return { ...exchange, answer: rest };
}

/** The parameters of an address, decoded; those of its fragment among them. */
export function queryOf(address: string): Plain<Field>[] {
  return fieldsOf(address.split(/[?#]/).slice(1).join('&'));
}

/** An address without query and fragment. */
export function withoutQuery(address: string): string {
  return address.split(/[?#]/)[0] ?? '';
}

/** The value of a header; undefined where there is none. */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find(({ key }) => key.toLowerCase() === name)?.value;
}

/** Fields of the form that a request carries; none when its body is something else. */
export function formOf(raw: RawExchange): Plain<Field>[] {
  if (raw.requestForm !== undefined) return raw.requestForm.map(fieldOf);
  return isForm(raw) ? fieldsOf(raw.requestBody) : [];
}

function answerOf(
  raw: RawExchange,
  answer: NonNullable<RawExchange['answer']>,
  from: Exclude<Party, 'callback'>,
  redirectUri: string | undefined,
): Plain<Answer> {
  const location = headerOf(answer.headers, 'location');
  return {
    status: answer.status,
    reason: answer.reason,
    durationMs: answer.durationMs,
    bytes: answer.bytes,
    headers: answer.headers.map(fieldOf),
    cookies: setCookies(answer.headers),
    ...(location === undefined ? {} : { redirect: redirectOf(raw.url, location, from, redirectUri) }),
    ...(answer.body === '' ? {} : { body: cut(answer.body) }),
  };
}

function redirectOf(page: string, location: string, from: Party, redirectUri: string | undefined) {
  const target = URL.canParse(location, page) ? new URL(location, page).href : location;
  const address = withoutQuery(target);
  const isCallback = redirectUri !== undefined && address === withoutQuery(redirectUri);
  return { address, parameters: queryOf(location), to: isCallback ? ('callback' as const) : from };
}

/** A token in the Authorization header is for an API; whatever else is asked for, the authorization server is. */
export function partyOf(raw: RawExchange): 'api' | 'authorization-server' {
  return /^Bearer /i.test(headerOf(raw.requestHeaders, 'authorization') ?? '')
    ? 'api'
    : 'authorization-server';
}

function isForm({ requestHeaders, requestBody }: RawExchange): boolean {
  const type = headerOf(requestHeaders, 'content-type') ?? '';
  return requestBody !== '' && /^application\/x-www-form-urlencoded/i.test(type);
}

function fieldsOf(encoded: string): Plain<Field>[] {
  return [...new URLSearchParams(encoded)].map(([name, value]) => ({ name, value }));
}

function fieldOf({ key, value }: Header): Plain<Field> {
  return { name: key, value };
}

function cut(text: string): Plain<Body> {
  return { text: text.slice(0, TAKEN), cut: text.length > TAKEN };
}
