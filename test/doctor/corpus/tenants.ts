import {
  basic,
  bearer,
  CLIENT,
  CODE,
  DRAWS_STATE,
  EXCHANGE,
  folder,
  get,
  KEEPS_TOKEN,
  labelled,
  oauth2,
  PKCE,
  post,
  withQuery,
} from './build.ts';

const ENTRA = 'https://login.microsoftonline.com/{{tenant}}/oauth2/v2.0';
const KEYCLOAK = 'https://sso.example.com/realms/shop/protocol/openid-connect';
const AUTH0 = 'https://shop.eu.auth0.com';
const OKTA = 'https://shop.okta.com/oauth2/default/v1';

/** Entra ID, Azure AD B2C, Auth0, Okta, Keycloak, Cognito, Salesforce. */
export const tenants = [
  labelled(
    'entra, an application alone',
    [],
    [
      post('Token', `${ENTRA}/token`, {
        form: { ...CLIENT, scope: 'https://graph.microsoft.com/.default' },
        test: KEEPS_TOKEN,
      }),
      get('Users', 'https://graph.microsoft.com/v1.0/users', {
        headers: { Authorization: 'Bearer {{access_token}}' },
      }),
    ],
  ),
  labelled(
    'entra, the host begins with login and redirects are followed',
    [],
    [
      get('Keys', 'https://login.microsoftonline.com/common/discovery/v2.0/keys'),
      post('Token', `${ENTRA}/token`, { form: CLIENT }),
    ],
  ),
  labelled(
    'entra, hybrid',
    ['state-not-compared'],
    [
      get(
        'Ask',
        withQuery(`${ENTRA}/authorize`, {
          ...CODE,
          ...PKCE,
          response_type: 'code%20id_token',
          response_mode: 'form_post',
          state: '{{$guid}}',
          nonce: '{{$guid}}',
        }),
      ),
    ],
  ),
  labelled(
    'entra, the password of a person',
    ['password-grant'],
    [
      post('Token', `${ENTRA}/token`, {
        form: {
          ...CLIENT,
          grant_type: 'password',
          username: '{{username}}',
          password: '{{password}}',
          scope: 'user.read',
        },
      }),
    ],
  ),
  labelled(
    'entra, both ways to say who the client is',
    ['two-client-authentications'],
    [post('Token', `${ENTRA}/token`, { form: CLIENT, auth: basic('{{client_id}}', '{{client_secret}}') })],
  ),
  labelled(
    'entra, a device code',
    [],
    [
      post('Device code', `${ENTRA}/devicecode`, {
        form: { client_id: '{{client_id}}', scope: 'user.read' },
      }),
      post('Token', `${ENTRA}/token`, {
        form: {
          grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
          client_id: '{{client_id}}',
          device_code: '{{device_code}}',
        },
      }),
    ],
  ),
  labelled(
    'entra, placeholders of a guide',
    [],
    [
      post('Token', `${ENTRA}/token`, {
        form: {
          grant_type: 'client_credentials',
          client_id: '<application id>',
          client_secret: '<your client secret>',
          scope: '[insert scope]',
        },
      }),
    ],
  ),
  labelled(
    'entra, the end of a line in the secret',
    ['line-end'],
    [post('Token', `${ENTRA}/token`, { form: { ...CLIENT, client_secret: '{{client_secret}}\n' } })],
  ),
  labelled(
    'b2c, the policy in the query',
    [],
    [
      post('Token', 'https://shop.b2clogin.com/shop.onmicrosoft.com/oauth2/v2.0/token?p=B2C_1_signin', {
        form: EXCHANGE,
      }),
    ],
  ),
  labelled(
    'b2c, two question marks',
    ['second-question-mark', 'pkce-missing'],
    [
      get(
        'Ask',
        withQuery(
          'https://shop.b2clogin.com/shop.onmicrosoft.com/oauth2/v2.0/authorize?p=B2C_1_signin',
          CODE,
        ),
      ),
    ],
  ),
  labelled(
    'auth0, JSON as its pages have it',
    [],
    [
      post('Token', `${AUTH0}/oauth/token`, {
        jsonBody: { ...CLIENT, audience: 'https://shop.example/api' },
        headers: { 'Content-Type': 'application/json' },
      }),
    ],
  ),
  labelled(
    'auth0, a secret in the JSON',
    ['stored-secret'],
    [
      post('Token', `${AUTH0}/oauth/token`, {
        jsonBody: {
          ...CLIENT,
          client_secret: 'Zq8-made-up-secret-Zq8-made-up-secret-Zq8-made-up-secret-Zq8-mad',
        },
      }),
    ],
  ),
  labelled(
    'auth0, the tab of the collection',
    ['state-missing', 'oauth-tab-without-token'],
    [get('Orders', 'https://api.shop.example/orders'), get('Order', 'https://api.shop.example/orders/1')],
    {
      auth: oauth2({
        grant_type: 'authorization_code_with_pkce',
        challengeAlgorithm: 'S256',
        authUrl: `${AUTH0}/authorize`,
        accessTokenUrl: `${AUTH0}/oauth/token`,
        clientId: '{{client_id}}',
        scope: 'openid profile',
      }),
    },
  ),
  labelled(
    'okta, Basic and scopes of its own',
    [],
    [
      post('Token', `${OKTA}/token`, {
        form: { grant_type: 'client_credentials', scope: 'orders.read' },
        auth: basic('{{client_id}}', '{{client_secret}}'),
      }),
      post('Introspect', `${OKTA}/introspect`, {
        form: { token: '{{access_token}}' },
        auth: basic('{{client_id}}', '{{client_secret}}'),
      }),
    ],
  ),
  labelled('okta, a tab with a token', [], [get('Orders', 'https://api.shop.example/orders')], {
    auth: oauth2({ accessToken: '{{access_token}}', addTokenTo: 'header' }),
  }),
  labelled(
    'okta, an application without a secret and without PKCE',
    ['pkce-missing', 'state-missing'],
    [
      get(
        'Ask',
        withQuery(`${OKTA}/authorize`, {
          response_type: 'code',
          client_id: '{{client_id}}',
          redirect_uri: '{{redirect_uri}}',
          scope: 'openid',
        }),
      ),
      post('Token', `${OKTA}/token`, {
        form: {
          grant_type: 'authorization_code',
          code: '{{code}}',
          redirect_uri: '{{redirect_uri}}',
          client_id: '{{client_id}}',
        },
      }),
    ],
  ),
  labelled(
    'okta, Basic written out',
    ['stored-secret'],
    [
      post('Token', `${OKTA}/token`, {
        form: { grant_type: 'client_credentials' },
        headers: { Authorization: 'Basic bWFkZS11cC1pZDptYWRlLXVwLXNlY3JldC0xMjM=' },
      }),
    ],
  ),
  labelled(
    'keycloak, multipart',
    ['token-request-not-a-form'],
    [post('Token', `${KEYCLOAK}/token`, { multipart: CLIENT })],
  ),
  labelled(
    'keycloak, the password of an administrator in variables',
    ['password-grant', 'stored-secret'],
    [
      post('Token', 'https://sso.example.com/realms/master/protocol/openid-connect/token', {
        form: {
          grant_type: 'password',
          client_id: 'admin-cli',
          username: '{{admin_user}}',
          password: '{{admin_password}}',
        },
      }),
    ],
    { variables: { admin_user: 'admin', admin_password: 'Zq8-made-up-password' } },
  ),
  labelled(
    'keycloak, plain http',
    ['plain-endpoint'],
    [post('Token', 'http://sso.example.com/realms/shop/protocol/openid-connect/token', { form: CLIENT })],
  ),
  labelled(
    'keycloak, on this computer',
    [],
    [post('Token', 'http://localhost:8080/realms/shop/protocol/openid-connect/token', { form: CLIENT })],
  ),
  labelled(
    'keycloak, a token in a variable of a folder',
    ['stored-secret'],
    [
      folder(
        'Users',
        [
          get('List', 'https://sso.example.com/admin/realms/shop/users', {
            auth: bearer('{{kc_access_token}}'),
          }),
        ],
        {
          variable: [
            { key: 'kc_access_token', value: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWRlLXVwIn0.c2lnbmF0dXJl' },
          ],
        },
      ),
    ],
  ),
  labelled(
    'keycloak, a request without a grant',
    ['grant-type-missing'],
    [
      post('Token', `${KEYCLOAK}/token`, {
        form: { client_id: '{{client_id}}', client_secret: '{{client_secret}}' },
      }),
    ],
  ),
  labelled(
    'cognito, nothing wrong',
    [],
    [
      get(
        'Ask',
        withQuery('https://shop.auth.us-east-1.amazoncognito.com/oauth2/authorize', { ...CODE, ...PKCE }),
        { prerequest: DRAWS_STATE },
      ),
      post('Token', 'https://shop.auth.us-east-1.amazoncognito.com/oauth2/token', {
        form: {
          grant_type: 'authorization_code',
          code: '{{code}}',
          redirect_uri: '{{redirect_uri}}',
          client_id: '{{client_id}}',
          code_verifier: '{{code_verifier}}',
        },
        test: [
          "pm.test('same state', () => pm.expect(pm.variables.get('returned_state')).to.equal(pm.variables.get('state')));",
        ],
      }),
    ],
  ),
  labelled(
    'cognito, two callbacks',
    ['redirect-uris-not-equal', 'pkce-missing'],
    [
      get(
        'Ask',
        withQuery('https://shop.auth.us-east-1.amazoncognito.com/oauth2/authorize', {
          ...CODE,
          redirect_uri: 'https%3A%2F%2Fshop.example%2Fcb',
        }),
      ),
      post('Token', 'https://shop.auth.us-east-1.amazoncognito.com/oauth2/token', {
        form: { ...EXCHANGE, redirect_uri: 'https://shop.example/cb/' },
      }),
    ],
  ),
  labelled(
    'salesforce, user name, password and security token',
    ['password-grant', 'stored-secret'],
    [
      post('Login', 'https://login.salesforce.com/services/oauth2/token', {
        form: {
          ...CLIENT,
          grant_type: 'password',
          username: 'made-up@shop.example',
          password: 'Zq8MadeUpPassZq8MadeUpToken',
        },
      }),
    ],
  ),
  labelled(
    'salesforce, JWT bearer',
    [],
    [
      post('Token', 'https://login.salesforce.com/services/oauth2/token', {
        form: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: '{{jwt}}' },
      }),
    ],
  ),
];
