/** Files of scripts/ that read URLs and know the redirect_uri, in the order in which they are embedded. */
export const urlFiles = [
  'sign-in/url-host.js',
  'sign-in/url-text.js',
  'sign-in/1-address.js',
  'sign-in/callback-url.js',
] as const;
