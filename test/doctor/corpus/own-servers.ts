import {
  basic,
  CLIENT,
  CODE,
  COMPARES_STATE,
  DRAWS_STATE,
  EXCHANGE,
  folder,
  get,
  labelled,
  oauth2,
  PKCE,
  post,
  withQuery,
} from './build.ts';

const OWN = 'https://id.shop.example';
const ASK = withQuery(`${OWN}/authorize`, { ...CODE, ...PKCE });

/** Servers that no atlas knows, and APIs behind them. */
export const ownServers = [
  labelled(
    'a shop without OAuth',
    [],
    [
      get('Orders', 'https://api.shop.example/orders?state=SHIPPED&code=X1'),
      post('Order', 'https://api.shop.example/orders', {
        jsonBody: { code: 'A1', state: 'NEW', password_hint: 'none' },
      }),
    ],
  ),
  labelled(
    'a login form of an API, no OAuth',
    [],
    [
      post('Login', 'https://api.shop.example/login', {
        jsonBody: { username: '{{username}}', password: '{{password}}' },
      }),
      get('Me', 'https://api.shop.example/me', { headers: { Authorization: 'Bearer {{token}}' } }),
    ],
  ),
  labelled(
    'a login with the password in the file',
    ['stored-secret'],
    [
      post('Login', 'https://api.shop.example/login', {
        jsonBody: { username: 'made-up@shop.example', password: 'Zq8-made-up-pass' },
      }),
    ],
  ),
  labelled(
    'placeholders of all kinds',
    [],
    [
      post('Token', `${OWN}/token`, { form: { ...CLIENT, client_secret: 'xxxxxxxx', scope: 'changeme' } }),
      get('Me', `${OWN}/me`, { headers: { Authorization: 'Bearer YOUR_ACCESS_TOKEN' } }),
      get('You', `${OWN}/you`, { headers: { Authorization: 'Bearer [insert token here]' } }),
    ],
    { variables: { api_key: '<api key>', client_secret: '********', access_token: '' } },
  ),
  labelled(
    'the state is a placeholder',
    ['pkce-missing'],
    [get('Ask', withQuery(`${OWN}/authorize`, { ...CODE, state: '<random string>' }))],
  ),
  labelled(
    'the state is always the same',
    ['state-constant', 'pkce-missing'],
    [get('Ask', withQuery(`${OWN}/authorize`, { ...CODE, state: 'af0ifjsldkj' }))],
  ),
  labelled(
    'the word state, of an order',
    ['state-not-compared'],
    [
      get('Ask', ASK, { prerequest: DRAWS_STATE }),
      get('Order', 'https://api.shop.example/orders/1', {
        test: "pm.test('shipped', () => pm.expect(pm.response.json().state).to.eql('SHIPPED'));",
      }),
    ],
  ),
  labelled(
    'an encoded value in a query is right',
    [],
    [
      get(
        'Ask',
        withQuery(`${OWN}/authorize`, { ...CODE, ...PKCE, redirect_uri: 'https%3A%2F%2Fapp.example%2Fcb' }),
        { prerequest: DRAWS_STATE },
      ),
      post('Token', `${OWN}/token`, {
        form: { ...EXCHANGE, redirect_uri: 'https://app.example/cb', code_verifier: '{{code_verifier}}' },
        test: COMPARES_STATE,
      }),
    ],
  ),
  labelled(
    'an encoded value in a form is not',
    ['encoded-once-too-often'],
    [
      post('Token', `${OWN}/token`, {
        form: { ...EXCHANGE, redirect_uri: 'https%3A%2F%2Fapp.example%2Fcb' },
      }),
    ],
  ),
  labelled(
    'a variable that is encoded twice in a query',
    ['encoded-once-too-often'],
    [get('Ask', ASK, { prerequest: DRAWS_STATE, test: COMPARES_STATE })],
    { variables: { redirect_uri: 'https%253A%252F%252Fapp.example%252Fcb' } },
  ),
  labelled(
    'raw, and no content type',
    ['token-request-not-a-form'],
    [
      post('Token', `${OWN}/token`, {
        raw: 'grant_type=client_credentials&client_id={{client_id}}&client_secret={{client_secret}}',
      }),
    ],
  ),
  labelled(
    'raw, and the right content type',
    [],
    [
      post('Token', `${OWN}/token`, {
        raw: 'grant_type=client_credentials&client_id={{client_id}}&client_secret={{client_secret}}',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    ],
  ),
  labelled(
    'a token printed by a helper',
    ['token-logged'],
    [
      post('Token', `${OWN}/token`, {
        form: CLIENT,
        test: [
          'var jsonData = JSON.parse(responseBody);',
          'postman.setEnvironmentVariable("token", jsonData.access_token);',
          'console.log(jsonData.access_token)',
        ],
      }),
    ],
  ),
  labelled(
    'an old test is named after the token',
    ['token-in-test-name'],
    [
      post('Token', `${OWN}/token`, {
        form: CLIENT,
        test: ['var data = JSON.parse(responseBody);', "tests['got ' + data.access_token] = true;"],
      }),
    ],
  ),
  labelled(
    'only that there is a token is printed',
    [],
    [
      post('Token', `${OWN}/token`, {
        form: CLIENT,
        test: [
          "console.log('access_token received');",
          "pm.test('has access_token', () => pm.expect(pm.response.json()).to.have.property('access_token'));",
        ],
      }),
    ],
  ),
  labelled(
    'code is fetched and run',
    ['fetched-code-run'],
    [
      get('Library', 'https://cdn.shop.example/lib.js', {
        test: "pm.globals.set('lib', pm.response.text());",
      }),
      get('Me', `${OWN}/me`, { prerequest: "eval(pm.globals.get('lib'));" }),
    ],
  ),
  labelled(
    'a script asks for the token, with the secret in the URL',
    ['secret-in-query', 'stored-secret'],
    [
      get('Me', `${OWN}/me`, {
        prerequest: [
          "pm.sendRequest('https://id.shop.example/token?grant_type=client_credentials&client_secret=Zq8MadeUpSecretZq8', (error, response) => {",
          "  pm.environment.set('access_token', response.json().access_token);",
          '});',
        ],
      }),
    ],
  ),
  labelled(
    'a script asks for the token as it should',
    [],
    [
      get('Me', `${OWN}/me`, {
        prerequest: [
          'pm.sendRequest({',
          "  url: 'https://id.shop.example/token', method: 'POST',",
          "  body: { mode: 'urlencoded', urlencoded: [{ key: 'client_secret', value: pm.environment.get('client_secret') }] },",
          "}, (error, response) => pm.environment.set('access_token', response.json().access_token));",
        ],
      }),
    ],
  ),
  labelled(
    'a script builds the URL without a state',
    ['state-missing', 'pkce-missing'],
    [
      get('Ask', '{{authorize_url}}', {
        prerequest:
          "pm.variables.set('authorize_url', 'https://id.shop.example/authorize?response_type=code&client_id=' + pm.environment.get('client_id') + '&redirect_uri=' + pm.environment.get('redirect_uri'));",
      }),
    ],
  ),
  labelled(
    'a scripted login of an own server',
    ['redirects-followed', 'outcome-not-checked', 'pkce-missing'],
    [
      get('Page', withQuery(`${OWN}/authorize`, CODE), {
        prerequest: DRAWS_STATE,
        test: [
          "const $ = require('cheerio').load(pm.response.text());",
          "pm.variables.set('action', $('form').has('[type=password]').attr('action'));",
        ],
      }),
      post('Send', '{{action}}', {
        redirects: false,
        form: { username: '{{username}}', password: '{{password}}' },
        test: [
          "const location = pm.response.headers.get('Location');",
          "if (!location || !location.startsWith(pm.variables.get('redirect_uri'))) throw new Error('no');",
          "if (require('querystring').parse(location.split('?')[1]).state !== pm.variables.get('state')) throw new Error('state');",
        ],
      }),
    ],
  ),
  labelled(
    'a token in a path',
    ['secret-in-path', 'stored-secret'],
    [get('Check', `${OWN}/tokens/eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWRlLXVwIn0.c2lnbmF0dXJl/check`)],
  ),
  labelled(
    'a user and password in a URL',
    ['stored-secret', 'secret-in-path'],
    [get('Me', 'https://made-up:Zq8MadeUpPassZq8@api.shop.example/me')],
  ),
  labelled(
    'the tab on a folder, noauth on its requests',
    [],
    [
      folder('Public', [get('Health', 'https://api.shop.example/health', { auth: { type: 'noauth' } })], {
        auth: oauth2({
          grant_type: 'client_credentials',
          accessTokenUrl: `${OWN}/token`,
          clientId: '{{client_id}}',
          clientSecret: '{{client_secret}}',
        }),
      }),
    ],
  ),
  labelled(
    'the tab on one request, with a secret',
    ['stored-secret', 'oauth-tab-without-token'],
    [
      get('Me', `${OWN}/me`, {
        auth: oauth2({
          grant_type: 'client_credentials',
          accessTokenUrl: `${OWN}/token`,
          clientId: 'shop',
          clientSecret: 'Zq8MadeUpSecretZq8',
        }),
      }),
    ],
  ),
  labelled(
    'the tab with the password grant',
    ['password-grant', 'oauth-tab-without-token'],
    [get('Me', `${OWN}/me`)],
    {
      auth: oauth2({
        grant_type: 'password_credentials',
        accessTokenUrl: `${OWN}/token`,
        clientId: '{{client_id}}',
        username: '{{u}}',
        password: '{{p}}',
      }),
    },
  ),
  labelled(
    'Basic for an API that is not OAuth',
    ['stored-secret'],
    [get('Report', 'https://api.shop.example/report', { auth: basic('made-up', 'Zq8-made-up-pass') })],
  ),
  labelled(
    'a code on the way in a form is no GET',
    ['token-request-by-get', 'token-request-without-body', 'secret-in-query'],
    [get('Token', withQuery(`${OWN}/token`, EXCHANGE))],
  ),
];
