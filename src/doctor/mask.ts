import { withoutCredentials } from '../redaction/credential.ts';
import { harmlessShape } from '../redaction/harmless.ts';
import { isPrivateName } from '../redaction/parameters.ts';
import { createRedactor, type Redactor } from '../redaction/redactor.ts';
import type { Diagnosis } from './diagnosis.ts';

/** Names whose values nobody should see: tokens, codes, secrets, and the state, which protects a login under way. */
export function isSecretName(name: string): boolean {
  return isPrivateName(name);
}

/**
 * A secret as it may be shown: how long it is, and how it begins where that tells its kind and gives little away.
 */
export function masked(value: string): string {
  if (value === '') return '(empty)';
  const beginning = value.length >= 24 ? value.slice(0, 3) : '';
  return `${beginning}*** (${value.length} characters)`;
}

/** What tokens and secrets of well-known providers, JSON Web Tokens and the credentials of a request look like. */
const BY_SHAPE =
  /\beyJ[\w-]{10,}\.[\w-]{4,}\.[\w-]*|\bWPL_AP1\.[\w+/=.]{8,}|\bAQ[A-Z][\w-]{40,}|(?<=\bBearer )[\w.~+/-]{8,}=*|(?<=\bBasic )[\w+/]{8,}=*/g;

const IN_PARAMETERS = /(?<![\w.-])([\w.-]{1,80})=([^&\s"'<>#]{1,20000})/g;

const IN_JSON = /"([\w.-]{1,80})"(\s{0,9}:\s{0,9})"([^"]{1,20000})"/g;

/**
 * A text with the secrets in it masked: by the shapes of tokens and secrets, and by their names in forms, JSON and
 * whatever else the reports know.
 */
export function withoutSecrets(text: string): string {
  const byShape = text
    .replace(IN_JSON, (whole, name: string, colon: string, value: string) =>
      name !== 'code' && isSecretName(name) ? `"${name}"${colon}"${masked(value)}"` : whole,
    )
    .replace(IN_PARAMETERS, (whole, name: string, value: string) =>
      isSecretName(name) ? `${name}=${masked(value)}` : whole,
    )
    .replace(BY_SHAPE, (value) => masked(value));
  return createRedactor({ isLenient: true }).text(byShape);
}

/** Words of a server: what looks like a credential in them is masked, too, wherever it stands. */
export function quoted(text: string): string {
  return withoutCredentials(withoutSecrets(text), masked);
}

/** The value of a parameter that somebody pasted: shown when its name is known to be harmless. */
export function shownValue(name: string, value: string): string {
  if (value === '') return '(empty)';
  if (isSecretName(name)) return masked(value);
  return harmlessShape('query', name) === undefined ? masked(value) : withoutSecrets(value);
}

/** A diagnosis without the secrets that the redactor knows, and without those that show themselves. */
export function sealedDiagnosis(diagnosis: Diagnosis, redactor: Redactor): Diagnosis {
  return sealed(diagnosis, redactor) as Diagnosis;
}

function sealed(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.text(value);
  if (Array.isArray(value)) return value.map((member) => sealed(member, redactor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, sealed(member, redactor)]));
}
