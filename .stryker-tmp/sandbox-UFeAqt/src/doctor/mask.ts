// @ts-nocheck
const SECRET_NAMES = [
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'client_assertion',
  'code_verifier',
  'code',
  'state',
  'password',
  'session_password',
  'assertion',
  'token',
  'oauth2_access_token',
];

/** Names whose values nobody should see: tokens, codes, secrets, and the state, which protects a login under way. */
export function isSecretName(name: string): boolean {
  return SECRET_NAMES.includes(name.toLowerCase());
}

/**
 * A secret as it may be shown: how long it is, and how it begins where that tells its kind and gives little away.
 */
export function masked(value: string): string {
  if (value === '') return '(empty)';
  const beginning = value.length >= 24 ? value.slice(0, 3) : '';
  return `${beginning}*** (${value.length} characters)`;
}

const IN_PARAMETERS = new RegExp(`\\b(${SECRET_NAMES.join('|')})=([^&\\s"'<>#]{1,20000})`, 'gi');
const IN_JSON =
  /"(access_token|refresh_token|id_token|client_secret|code_verifier|password|state)"(\s{0,9}:\s{0,9})"([^"]{1,20000})"/gi;
const BY_SHAPE =
  /\beyJ[\w-]{10,}\.[\w-]{4,}\.[\w-]*|\bWPL_AP1\.[\w+/=.]{8,}|\bAQ[A-Z][\w-]{40,}|(?<=\bBearer )[\w.~+/-]{8,}=*|(?<=\bBasic )[\w+/]{8,}=*/g;

/** A text with the secrets in it masked: by their names in forms and JSON, and by the shapes of tokens and secrets. */
export function withoutSecrets(text: string): string {
  return text
    .replace(
      IN_JSON,
      (_whole, name: string, colon: string, value: string) => `"${name}"${colon}"${masked(value)}"`,
    )
    .replace(IN_PARAMETERS, (_whole, name: string, value: string) => `${name}=${masked(value)}`)
    .replace(BY_SHAPE, (value) => masked(value));
}
