/**
 * Where Postman takes the answer of an authorization server, and which Postman that is. Register both.
 * Source: https://learn.microsoft.com/en-us/linkedin/shared/authentication/postman-getting-started
 */
export const postmanCallbacks = [
  {
    uri: 'https://oauth.pstmn.io/v1/callback',
    who: 'the desktop application with "Authorize using browser" ticked (the field Callback URL is greyed out)',
  },
  { uri: 'https://oauth.pstmn.io/v1/browser-callback', who: 'Postman on the web' },
] as const;

/** Whether an address is meant for Postman's own callback. */
export function isPostmanAddress(uri: string): boolean {
  return /^[a-z]*:?\/*(?:www\.)?oauth\.pstmn\.io\b/i.test(uri);
}
