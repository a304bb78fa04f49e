import { expect, test } from 'vitest';
import { askDoctor } from '../support/ask-doctor.ts';

/** Texts as servers, logs and clients print them: whose they are, and what was wrong. */
const rows: readonly [provider: string | null, cause: string, text: string][] = [
  [
    'linkedin',
    'duplicate',
    '{"message":"Content is a duplicate of urn:li:share:7141138937766391808","status":422}',
  ],
  [
    'linkedin',
    'duplicate',
    '{"errorDetails":{"inputErrors":[{"description":"Duplicate post is detected","code":"DUPLICATE_POST"}]},"status":400}',
  ],
  [
    'linkedin',
    'permission',
    '{"serviceErrorCode":100,"message":"Organization Or Events permissions must be used when using organization as author","status":400}',
  ],
  ['linkedin', 'request', '{"message":"Owner entity type person is not supported","status":400}'],
  [
    'linkedin',
    'request',
    '{"code":"ILLEGAL_ARGUMENT","message":"Resource method could not be resolved from request parameters.","status":400}',
  ],
  ['linkedin', 'id-token', 'Wrong issuer from token. Got: https://www.linkedin.com/oauth'],
  [null, 'id-token', "missing_claim: Missing 'nonce' claim"],
  [
    'linkedin',
    'version',
    '{"status":426,"code":"NONEXISTENT_VERSION","message":"Requested version 20250401 is not active"}',
  ],
  [
    'linkedin',
    'version',
    '{"error":"{\\"message\\":\\"426 - {\\\\\\"status\\\\\\":426,\\\\\\"code\\\\\\":\\\\\\"NONEXISTENT_VERSION\\\\\\",\\\\\\"message\\\\\\":\\\\\\"Requested version 20250401 is not active\\\\\\"}\\"}"}',
  ],
  [null, 'version', '426 Upgrade Required'],
  [null, 'version', 'HTTP/1.1 426 Upgrade Required\n\n'],
  ['linkedin', 'unknown', "Bummer, something went wrong. We're having difficulty connecting"],
  ['google', 'consent', 'App has not completed the Google verification process Error 403: access_denied'],
  ['google', 'client-id', 'The OAuth client was not found. Error 401: invalid_client'],
  [
    'google',
    'origin',
    'Error 400: redirect_uri_mismatch You can’t sign in to this app because it doesn’t comply with Google’s OAuth 2.0 policy. If you’re the app developer, register the JavaScript origin in the Google Cloud Console. Request details: origin=http://localhost:3000',
  ],
  [null, 'token', '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}'],
  ['entra', 'client-authentication', 'AADSTS7000215: Invalid client secret provided.'],
  ['entra', 'pkce', 'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin'],
  ['entra', 'origin', 'AADSTS9002326: Cross-origin token redemption is permitted only for SPA'],
  ['entra', 'scope', 'AADSTS70011: The provided value for the input parameter scope is not valid'],
  ['entra', 'client-authentication', 'AADSTS700213: No matching federated identity record'],
  ['github', 'client-authentication', 'error=incorrect_client_credentials'],
  [null, 'code', 'error=bad_verification_code'],
  ['github', 'consent', 'error=unverified_user_email'],
  [null, 'blocked', 'error=application_suspended'],
  ['github', 'redirect-uri', 'Be careful! The redirect_uri is not associated with this application.'],
  [
    'keycloak',
    'client-authentication',
    '{"error":"unauthorized_client","error_description":"Invalid client or Invalid client credentials"}',
  ],
  [null, 'code', '{"error":"invalid_grant","error_description":"Code not valid"}'],
  [
    'okta',
    'client-id',
    `{"errorCode":"invalid_client","errorSummary":"Invalid value for 'client_id' parameter."}`,
  ],
  [
    null,
    'redirect-uri-at-token',
    '{"error":{"message":"Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request","type":"OAuthException","code":100,"error_subcode":36008}}',
  ],
  [
    null,
    'redirect-uri-at-token',
    '{"error":{"message":"x","type":"OAuthException","code":100,"error_subcode":36008}}',
  ],
  [
    'x',
    'client-authentication',
    '{"error":"unauthorized_client","error_description":"Missing valid authorization header"}',
  ],
  ['x', 'redirect-uri', "Something went wrong. You weren't able to give access to the App."],
  [
    'salesforce',
    'redirect-uri',
    'error=redirect_uri_mismatch&error_description=redirect_uri%20must%20match%20configuration',
  ],
  [
    'dropbox',
    'redirect-uri',
    "Invalid redirect_uri. It must exactly match one of the redirect URIs you've pre-configured for your app (including the path).",
  ],
  [
    'shopify',
    'redirect-uri',
    'Oauth error invalid_request: The redirect_uri and application url must have matching hosts',
  ],
  [
    'strava',
    'redirect-uri',
    '{"message":"Bad Request","errors":[{"resource":"Application","field":"redirect_uri","code":"invalid"}]}',
  ],
  [null, 'request', 'invalid_request'],
  [
    null,
    'redirect-uri',
    'MSIS9224: Received invalid OAuth authorization request. The received redirect_uri parameter is not a valid registered redirect URI for the client identifier',
  ],
  [
    null,
    'client-id',
    'MSIS9223: Received invalid OAuth authorization request. The received client_id is invalid as no registered client was found with this client identifier.',
  ],
  [
    'spring',
    'redirect-uri',
    '[invalid_request] localhost is not allowed for the redirect_uri (https://localhost:5000). Use the IP literal (127.0.0.1) instead.',
  ],
  [
    null,
    'redirect-uri',
    'https://localhost:9443/authenticationendpoint/oauth2_error.do?oauthErrorCode=invalid_callback&oauthErrorMsg=Registered+callback+does+not+match+with+the+provided+url.',
  ],
  [
    'tiktok',
    'redirect-uri-at-token',
    '{"error":"invalid_grant","error_description":"Redirect_uri is not matched with the uri when requesting code."}',
  ],
  [
    null,
    'redirect-uri',
    '{"error":{"message":"Invalid redirect URI: \'http://x\'. Ensure this uri exactly matches one of the uris specified in your application settings."}}',
  ],
  [null, 'redirect-uri', '{"error":"invalid_request_redirect_uri"}'],
  [
    null,
    'redirect-uri',
    '{"error":"invalid_request","error_description":"The redirect URL does not match any of the configured values for this client."}',
  ],
  [null, 'redirect-uri', 'HTTP/1.1 200 OK\n\n{"error":"invalid_redirect_uri"}'],
  ['linkedin', 'scope', 'SCOPE "OPENID" IS NOT AUTHORIZED FOR YOUR APPLICATION'],
  ['zoom', 'redirect-uri', 'Invalid redirect: https://a.example/cb (4,700)'],
  [
    'hubspot',
    'redirect-uri-at-token',
    '{"status":"MISMATCH_REDIRECT_URI_AUTH_CODE","message":"redirect URI mismatch"}',
  ],
  ['discord', 'redirect-uri', 'Invalid OAuth2 redirect_uri'],
  [
    'x',
    'redirect-uri',
    '{"errors":[{"code":415,"message":"Callback URL not approved for this client application."}]}',
  ],
  ['facebook', 'redirect-uri', "Can't Load URL: The domain of this URL isn't included in the app's domains."],
  [null, 'client-authentication', '{"error":"invalid_client"}'],
  [null, 'scope', '{"error":"invalid_scope"}'],
  [null, 'throttled', 'HTTP/1.1 429 Too Many Requests\n\n'],
  [null, 'network', 'Error: getaddrinfo ENOTFOUND auth.example.com'],
  [null, 'network', 'Error: connect ECONNREFUSED 127.0.0.1:3000'],
  [null, 'network', 'unable to verify the first certificate'],
];

test.each(rows)('%s, %s: %s', async (provider, cause, text) => {
  const found = await askDoctor(text);
  expect({ provider: found.provider, cause: found.problems[0]?.cause }).toEqual({ provider, cause });
});
