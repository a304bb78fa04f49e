// @ts-nocheck
import { unescaped } from './redaction/escapes.ts';
import type { Secret } from './request.ts';
import { cookiesIn } from './set-cookies.ts';

/** Variables whose values are secret although nobody marked them, because a script made them. */
const PRIVATE_VARIABLE =
  /^(?:.*_)?(?:token|secret|password|passwd|verifier|cookie|csrf|seed)$|^client_assertion$|^(?:oauth_|expected_)?(?:state|nonce|code)$/i;

const PRIVATE_MEMBER = new Set(['access_token', 'refresh_token', 'id_token', 'code', 'state']);

/** Secrets among variables: those marked as such, and those whose name says what they hold. */
export function secretsInVariables(
  variables: readonly { readonly key: string; readonly value: unknown }[],
  marked: ReadonlySet<string>,
): Secret[] {
  return variables.flatMap(({ key, value }) =>
    typeof value === 'string' && (marked.has(key) || (PRIVATE_VARIABLE.test(key) && !looksPublic(value)))
      ? [{ name: key, value }]
      : [],
  );
}

/** Secrets that an answer hands out: cookies, and tokens and codes in its JSON or in the address it redirects to. */
export function secretsInAnswer(answer: {
  readonly status: number;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly body: string;
}): Secret[] {
  return [
    ...cookiesIn(answer.headers).flatMap(secretsInCookie),
    ...headerValues(answer.headers, 'location').flatMap(secretsInAddress),
    ...secretsInPage(answer.body),
    // `code` in the JSON of a refusal is the name of the error, and hiding that would help nobody.
    ...(answer.status < 400 ? secretsInJson(answer.body) : []),
  ];
}

function headerValues(headers: readonly { key: string; value: string }[], name: string): string[] {
  return headers.filter((header) => header.key.toLowerCase() === name).map((header) => header.value);
}

function secretsInCookie({ key, value }: { readonly key: string; readonly value: string }): Secret[] {
  const bare = value.trim().replace(/^"(.*)"$/, '$1');
  // `theme=dark` is no secret, and masking every "dark" would shred the report.
  if (/^[a-z_-]{1,12}$/i.test(bare)) return [];
  return [{ name: `cookie ${key}`, value: bare }];
}

/** Names of hidden fields by which a server recognises its own forms. */
const FORGERY_FIELD = /csrf|xsrf|authenticity|requestverification|_token$|^nonce$/i;

/** What a page hides in its forms against forgery: with the session's cookie it is worth as much as the cookie. */
function secretsInPage(body: string): Secret[] {
  if (!/<input/i.test(body)) return [];
  return [...body.slice(0, LONGEST_PAGE).matchAll(/<input\b[^>]{0,4000}>/gi)].flatMap(([tag]) => {
    const name = attribute(tag, 'name');
    const value = unescaped(attribute(tag, 'value'));
    return FORGERY_FIELD.test(name) && value.length >= 8 ? [{ name: `field ${name}`, value }] : [];
  });
}

const LONGEST_PAGE = 1_000_000;

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

function secretsInAddress(address: string): Secret[] {
  const parameters = address.split(/[?#]/).slice(1).join('&');
  return [...new URLSearchParams(parameters)].flatMap(([name, value]) =>
    PRIVATE_MEMBER.has(name) ? [{ name, value }] : [],
  );
}

function secretsInJson(body: string): Secret[] {
  if (!/^\s*[{[]/.test(body)) return [];
  const secrets: Secret[] = [];
  try {
    JSON.parse(body, (name, value) => {
      if (PRIVATE_MEMBER.has(name) && typeof value === 'string') secrets.push({ name, value });
      return value;
    });
  } catch {
    // Not JSON after all: nothing to learn.
  }
  return secrets;
}

function looksPublic(value: string): boolean {
  return /^https?:\/\//.test(value) || /^(true|false|null|undefined|\d{1,3})$/.test(value);
}
