/** Where the example application of the settings expects its callback. Nothing has to listen there. */
export const LOCAL_CALLBACK = 'http://localhost:3000/callback';

/**
 * Where Postman takes callbacks: the desktop application ("Authorize using browser") and the web application.
 * Source: https://learn.microsoft.com/en-us/linkedin/shared/authentication/postman-getting-started
 */
export const POSTMAN_CALLBACKS = [
  'https://oauth.pstmn.io/v1/callback',
  'https://oauth.pstmn.io/v1/browser-callback',
] as const;
