// @ts-nocheck
import { unescaped } from './escapes.ts';

/** Parameters whose values are nobody's business, whether the value is known or not. */
const PRIVATE_NAMES =
  'code|state|nonce|access_token|refresh_token|id_token|token|client_secret|client_assertion|code_verifier|password|session_password|csrfToken|loginCsrfParam';

/** The same in JSON. `code` and `state` are not among them: errors have codes. */
const PRIVATE_MEMBERS =
  'access_token|refresh_token|id_token|client_secret|client_assertion|code_verifier|password';

const PARAMETER = /((?:^|[?&#;\s"'([{<>]|%3F|%26|%23)([\w.~-]+)(?:=|%3D))([^&\s"'<>#;,)]+)/gi;

const MEMBER = /(\b([\w.-]+)\\*["']?\s*:\s*\\*["'])([^"'\\]+)/g;

const ALWAYS = new RegExp(`^(?:${PRIVATE_NAMES})$`, 'i');
const ALWAYS_MEMBER = new RegExp(`^(?:${PRIVATE_MEMBERS})$`, 'i');

/** Looks up what a whole value is called, when it is a secret that is too short or too common to be looked for. */
export type Lookup = (name: string, value: string) => string | undefined;

/** Masks values of parameters and of members that are private by name, and those that the lookup knows. */
export function maskParameters(text: string, lookup: Lookup): string {
  return text
    .replace(PARAMETER, (whole, start: string, name: string, value: string) =>
      masked(whole, start, lookup(name, unescaped(value)) ?? (ALWAYS.test(name) ? name : undefined), value),
    )
    .replace(MEMBER, (whole, start: string, name: string, value: string) =>
      masked(
        whole,
        start,
        lookup(name, unescaped(value)) ?? (ALWAYS_MEMBER.test(name) ? name : undefined),
        value,
      ),
    );
}

/** Whether the value of this parameter is private, whatever it is. */
export function isPrivateName(name: string): boolean {
  return ALWAYS.test(name);
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
  const told = ['‹', '{{', '%7B%7B'].some((beginning) => value.includes(beginning));
  return label === undefined || told ? whole : `${start}‹${label}›`;
}
