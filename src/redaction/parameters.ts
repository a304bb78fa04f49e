import { isTokenLike, isTokenName } from './credential.ts';
import { unescaped } from './escapes.ts';
import { maskMembers } from './members.ts';

/** Parameters whose values are nobody's business, whether the value is known or not. */
const PRIVATE = /^(?:code|state|nonce|csrf_?token|loginCsrfParam)$/i;

/** In a URL: what stands between the question mark and the end. */
const IN_URL = /([?&#]([\w.~-]+)=)([^&\s"'<>#;,)]+)/g;

/** The same where the URL is itself a parameter of another. */
const IN_ENCODED_URL = /((?:%3F|%26|%23)([\w.~-]+)%3D)((?:(?!%26|%23)[^&\s"'<>#;,)])+)/gi;

/** In a cookie, a form, a sentence. */
const ELSEWHERE = /((?:^|[;\s"'([{<>])([\w.~-]+)=)([^&\s"'<>#;,)]+)/g;

/** `;jsessionid=…`, as servlets write it into paths. */
const MATRIX = /(;(\w{1,80})=)([^/?#&;\s"'<>]+)/g;

const SESSION = /sess|sid$|ticket|token|^cfid$/i;

/** What free text is judged by. */
export interface ParameterRules {
  /** What a whole value is called, when it is a secret that is too short or too common to be looked for. */
  readonly lookup: (name: string, value: string) => string | undefined;
  /** The value of a parameter of a URL as it may be shown; undefined where it is to be masked. */
  readonly shown: (name: string, value: string) => string | undefined;
  /** The name as a mask may have it. */
  readonly label: (name: string) => string;
}

/**
 * Masks what parameters and members carry in free text: in URLs everything that is on no list of harmless names,
 * elsewhere what is private by its name, and what the lookup knows.
 */
export function maskParameters(text: string, rules: ParameterRules): string {
  const { lookup, shown, label } = rules;
  const inUrl = (whole: string, start: string, name: string, value: string) => {
    const plain = unescaped(value.replaceAll('+', ' '));
    const known = lookup(name, plain);
    if (known === undefined && shown(name, plain) === plain) return whole;
    return masked(whole, start, known ?? label(name), value);
  };
  const elsewhere = (whole: string, start: string, name: string, value: string) => {
    const isPrivate = isPrivateName(name) || isTokenLike(name, value);
    return masked(
      whole,
      start,
      lookup(name, unescaped(value)) ?? (isPrivate ? label(name) : undefined),
      value,
    );
  };
  const withoutSessions = text.includes(';')
    ? text.replace(MATRIX, (whole, start: string, name: string, value: string) =>
        SESSION.test(name) ? masked(whole, start, label(name), value) : whole,
      )
    : text;
  const withoutParameters = !/=|%3D/i.test(withoutSessions)
    ? withoutSessions
    : withoutSessions.replace(IN_URL, inUrl).replace(IN_ENCODED_URL, inUrl).replace(ELSEWHERE, elsewhere);
  return maskMembers(withoutParameters, { lookup, label });
}

/** Whether the value of this parameter is private, whatever it is. */
export function isPrivateName(name: string): boolean {
  return PRIVATE.test(name) || isTokenName(name);
}

/** Credentials of HTTP Basic are masked even if nobody told which part of them is secret. */
export function maskBasic(text: string): string {
  return text.replace(/\b(Basic +)([A-Za-z0-9+/]+={0,2})/g, (whole, scheme: string, credentials: string) =>
    /^[\x20-\x7e]+:[\x20-\x7e]*$/.test(Buffer.from(credentials, 'base64').toString('latin1'))
      ? `${scheme}‹credentials›`
      : whole,
  );
}

function masked(whole: string, start: string, label: string | undefined, value: string): string {
  // `abc***` is what the doctor makes of a secret.
  const told =
    ['‹', '{{', '%7B%7B', '…'].some((beginning) => value.startsWith(beginning)) ||
    /^.{0,3}\*\*\*$/.test(value);
  return label === undefined || told ? whole : `${start}‹${label}›`;
}
