import { failure } from './failure.ts';

/*
 * The one gate between values that come from outside (a server, a discovery document, a store, a profile file, a file
 * of targets) and Postman, which replaces {{name}} in URLs, headers, bodies and in the values of variables, and again in
 * what comes of that. The types below can be made here only: what goes past the gate does not compile.
 */

declare const gate: unique symbol;

/** Text in which Postman finds nothing to replace, wherever it is put. */
export type Inert = string & { readonly [gate]: 'inert' };

/** Text of a profile's resource: it may use the few variables that are meant for that. */
export type ResourceText = string & { readonly [gate]: 'inert' | 'resource' };

/** Text of a URL, header or body: what is replaced in it, legwork has meant to be replaced. */
export type Template = string & { readonly [gate]: 'inert' | 'resource' | 'template' };

/** What a Postman variable may hold. */
export type VariableValue = string & { readonly [gate]: 'inert' | 'resource' | 'encoded' | 'own' };

/**
 * Whether Postman finds nothing to replace in a text, nor in it and what follows: of two variables side by side, one
 * may end with the first brace and the other begin with the second (measured in Newman and in today's runtime).
 */
export function isInert(text: string): text is Inert {
  return !text.includes('{{') && !text.endsWith('{');
}

/**
 * Lets a value from outside through when it is inert.
 *
 * @param what names the value for a person: `The member_id in the token store`
 * @param remedy what to do about it, a sentence
 * @throws Failure VALUE_NOT_INERT, which does not show the value: it may be a secret
 */
export function inert(text: string, what: string, remedy: string): Inert {
  if (isInert(text)) return text;
  throw failure('VALUE_NOT_INERT', { what, remedy });
}

/** A text without a value that is not known when the program is compiled: `never` for those. */
type Literal<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text;

/** Text that stands in the source code of legwork, variables included. The compiler takes nothing else. */
export function ours<const Text extends string>(
  text: Literal<Text>,
): Text extends `${string}{${string}` ? Template : Inert {
  return text as never;
}

/** A setting that a person made for this run: in the environment, a .env file, or an environment of Postman's. */
export function own(text: string): VariableValue {
  return text as VariableValue;
}

/** All settings that a person made. */
export function ownSettings(settings: Readonly<Record<string, string>>): Record<string, VariableValue> {
  return settings as Record<string, VariableValue>;
}

/**
 * Variables that the scripts alone read, and percent-encode in the form or query that carries them: any text arrives as
 * it is. The Authorization tab of `postman-login` reads them by itself; the scripts of that collection refuse there.
 */
const ENCODED: ReadonlySet<string> = new Set([
  'client_id',
  'client_secret',
  'redirect_uri',
  'scope',
  'username',
  'password',
  'callback_url',
  'other_client_id',
  'other_client_secret',
  'no_refresh_client_id',
  'no_refresh_client_secret',
]);

/** Whether a value from outside may be kept in the variable of that name. */
export function fitsVariable(name: string, text: string): text is VariableValue {
  return ENCODED.has(name) || isInert(text);
}

/**
 * The values of variables by their names, when each may be kept there.
 *
 * @param where they come from: `the token store`
 * @throws Failure VALUE_NOT_INERT for the first that may not
 */
export function variableValues(
  values: Readonly<Record<string, string>>,
  where: string,
  remedy: string,
): Record<string, VariableValue> {
  for (const [name, text] of Object.entries(values)) {
    if (!fitsVariable(name, text))
      throw failure('VALUE_NOT_INERT', { what: `The ${name} in ${where}`, remedy });
  }
  return values as Record<string, VariableValue>;
}

/** Variables that the resources of a profile may use; none of them is a secret. docs/profiles.md lists them. */
const resourceVariables = [
  'api_base_url',
  'member_id',
  'issuer',
  'userinfo_endpoint',
  'application_api_url',
] as const;

/** The same for people: `{{api_base_url}}, {{member_id}} …` */
export const resourceNames = resourceVariables.map((name) => `{{${name}}}`).join(', ');

const KNOWN = new RegExp(`\\{\\{(?:${resourceVariables.join('|')})\\}\\}`, 'g');

/** Whether Postman would replace nothing in the text of a resource but the variables that are meant for it. */
export function isResourceText(text: string): text is ResourceText {
  // A brace in front of a variable could meet the first one of its value.
  return text.split(KNOWN).every(isInert);
}

/**
 * The text of a resource of a profile: its URL, a header, or its JSON body.
 *
 * @param what names the place for a person: `The header X-Tenant of "Read projects"`
 * @throws Failure VALUE_NOT_INERT
 */
export function resourceText(text: string, what: string): ResourceText {
  if (isResourceText(text)) return text;
  throw failure('VALUE_NOT_INERT', {
    what,
    remedy: `A resource may use ${resourceNames} and no other variable.`,
  });
}

/** A JSON body of a resource as text. Its structure brings no two braces together, because each has a line of its own. */
export function resourceJson(value: unknown, what: string): ResourceText {
  return resourceText(JSON.stringify(value, null, 2), what);
}
