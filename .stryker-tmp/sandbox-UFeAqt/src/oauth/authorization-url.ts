/**
 * The address of an authorization request, RFC 6749 section 4.1.1. A query that the endpoint has already stays
 * (section 3.1 there), and parameters without a value are left out.
 */
// @ts-nocheck

export function authorizationUrl(endpoint: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(endpoint);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== '') url.searchParams.set(name, value);
  }
  return url.href;
}
