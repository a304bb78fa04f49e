import type { Dialect } from './dialect.ts';

/**
 * The scopes of a request, by the delimiter of the provider. Another delimiter does not divide: `read write` is one
 * scope where a comma is expected, and none that exists.
 *
 * @returns undefined where the text cannot be a list of scopes of this provider
 */
export function requestedScopes({ facts, additions }: Dialect, text: string): string[] | undefined {
  const delimiters = [
    facts.client.scopeDelimiter?.value ?? ' ',
    ...(additions.furtherScopeDelimiters?.value ?? []),
  ];
  let scopes = [text];
  for (const delimiter of delimiters) scopes = scopes.flatMap((scope) => scope.split(delimiter));
  scopes = scopes.map((scope) => scope.trim()).filter((scope) => scope !== '');
  return scopes.some((scope) => /[\s,]/.test(scope)) ? undefined : [...new Set(scopes)];
}

/** The scopes of a token response, in the form of the provider. */
export function grantedScope({ facts }: Dialect, scopes: readonly string[]): string | readonly string[] {
  const delimiter = facts.client.grantedScopeDelimiter?.value ?? ' ';
  return delimiter === 'array' ? scopes : scopes.join(delimiter);
}
