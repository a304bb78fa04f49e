// @ts-nocheck
import type { ErrorCase } from '../error-case.ts';

const AUTHORIZATION_CODE_FLOW =
  'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow';

/** Heading of every error page of LinkedIn's authorization endpoint. Seen in about ten public threads. */
export const ERROR_PAGE_HEADING = 'Bummer, something went wrong.';

/** How LinkedIn's authorization endpoint says no: first on a page of its own, then by redirect. */
export const authorizationErrors = {
  redirect_uri_mismatch: {
    place: 'authorization page',
    // The documentation's table says 401; the status of the real page was never recorded.
    status: 401,
    text: 'The redirect_uri does not match the registered value',
    otherTexts: ['invalid redirect_uri. This value must match a URL registered with the API Key.'],
    cause:
      'The redirect_uri of the request is not one of those registered for the application, character by character.',
    remedy:
      'Open the application in the developer portal, tab "Auth", and register exactly the redirect_uri that was sent, or send exactly one that is registered. Scheme, host, port, path and a trailing slash all count; "localhost" is not "127.0.0.1".',
    source: `${AUTHORIZATION_CODE_FLOW}; aspnet-contrib/AspNet.Security.OAuth.Providers#648; pennersr/django-allauth#2822; nvh95/react-linkedin-login-oauth2#53`,
    confidence: 'observed',
  },
  unknown_client_id: {
    place: 'authorization page',
    status: 401,
    text: 'The passed in client_id is invalid "{client_id}"',
    cause:
      'LinkedIn knows no application with this client_id. "None" or "undefined" means that a setting was empty.',
    remedy: 'Copy the Client ID from the developer portal, tab "Auth", without spaces, into client_id.',
    source: `${AUTHORIZATION_CODE_FLOW}; Open Liberty's test suite matches this text`,
    confidence: 'observed',
  },
  unauthorized_scope: {
    place: 'authorization redirect',
    error: 'unauthorized_scope_error',
    // The quotes are HTML-escaped before they are form-encoded: %26quot%3B in the address.
    text: 'Scope &quot;{scope}&quot; is not authorized for your application',
    otherTexts: ['Scope "{scope}" is not authorized for your application'],
    cause:
      'One of the scopes asked for is not granted to the application. The whole request is refused; the first such scope is named.',
    remedy:
      'Add the product that grants the scope in the developer portal, tab "Products", or leave the scope out. r_liteprofile and r_emailaddress were retired on 1 August 2023: ask for "openid profile email" instead.',
    source:
      'cuongdevjs/reactjs-social-login#178; n8n-io/n8n#14654; appwrite/appwrite#6212; tigillo/linkedin-cli#3',
    confidence: 'observed',
  },
  authorization_parameter_missing: {
    place: 'authorization redirect',
    error: 'invalid_request',
    text: 'You need to pass the "{parameter}" parameter',
    cause: 'A required parameter is missing from the authorization request.',
    remedy:
      'Send the parameter that is named. LinkedIn requires response_type, client_id, redirect_uri and scope.',
    source: 'aspnet-contrib/AspNet.Security.OAuth.Providers#402; overture-stack/ego#548',
    confidence: 'observed',
  },
  unsupported_response_type: {
    place: 'authorization redirect',
    error: 'unsupported_response_type',
    text: 'We only support a response_type of "code" but you passed "{response_type}"',
    cause:
      'LinkedIn knows only the authorization code flow; the implicit flow (response_type=token) does not exist.',
    remedy: 'Send response_type=code and exchange the code at the token endpoint.',
    source: 'zalando/oauth2-client-js#28',
    confidence: 'observed',
  },
  native_pkce_not_enabled: {
    place: 'authorization page',
    status: 401,
    // That LinkedIn must enable it is documented; what it answers otherwise was never recorded.
    text: 'This application is not allowed to use the native PKCE flow',
    cause: 'The application asks the endpoint for native clients, which LinkedIn has not enabled for it.',
    remedy: 'Use the ordinary authorization endpoint without PKCE, or ask LinkedIn to enable native PKCE.',
    source: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow-native',
    confidence: 'inferred',
  },
  user_cancelled_login: {
    place: 'authorization redirect',
    error: 'user_cancelled_login',
    text: 'The user cancelled LinkedIn login',
    cause: 'The member left the login page by Cancel.',
    remedy: 'Nothing is misconfigured: start again and sign in.',
    source: AUTHORIZATION_CODE_FLOW,
    confidence: 'documented',
  },
  user_cancelled_authorize: {
    place: 'authorization redirect',
    error: 'user_cancelled_authorize',
    text: 'The user cancelled the authorization',
    cause: 'The member refused the consent page.',
    remedy: 'Nothing is misconfigured: start again and allow the request.',
    source: AUTHORIZATION_CODE_FLOW,
    confidence: 'documented',
  },
  access_denied_before_2017: {
    place: 'authorization redirect',
    error: 'access_denied',
    text: 'the user denied your request',
    cause: 'The member refused the consent page (wording of 2013 to 2016).',
    remedy: 'Start again and allow the request.',
    source: 'public threads of 2013 to 2016',
    confidence: 'observed',
    past: true,
  },
  invalid_scope_before_2018: {
    place: 'authorization redirect',
    error: 'invalid_scope',
    text: 'Your application has not been authorized for the scope "{scope}"',
    cause: 'The scope is not granted to the application (wording up to 2017).',
    remedy: 'Add the product that grants the scope, or leave the scope out.',
    source: 'public threads up to 2017',
    confidence: 'observed',
    past: true,
  },
} as const satisfies Record<string, ErrorCase>;
