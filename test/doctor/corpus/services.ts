import {
  basic,
  bearer,
  CLIENT,
  CODE,
  DRAWS_STATE,
  EXCHANGE,
  get,
  labelled,
  oauth2,
  PKCE,
  post,
  withQuery,
} from './build.ts';

/** Slack, Notion, PayPal, Spotify, Dropbox, HubSpot, Atlassian, Zoom, Strava, GitLab, Bitbucket. */
export const services = [
  labelled(
    'slack, with commas and Basic',
    [],
    [
      get(
        'Ask',
        withQuery('https://slack.com/oauth/v2/authorize', {
          client_id: '{{client_id}}',
          redirect_uri: '{{redirect_uri}}',
          scope: 'chat:write,channels:read',
          state: '{{state}}',
        }),
        { prerequest: DRAWS_STATE },
      ),
      post('Token', 'https://slack.com/api/oauth.v2.access', {
        form: { code: '{{code}}', redirect_uri: '{{redirect_uri}}' },
        auth: basic('{{client_id}}', '{{client_secret}}'),
        test: "pm.test('state', () => pm.expect(pm.variables.get('callback_state')).to.eql(pm.variables.get('state')));",
      }),
    ],
  ),
  labelled(
    'slack, a bot token in the collection',
    ['stored-secret'],
    [
      post('Post', 'https://slack.com/api/chat.postMessage', {
        jsonBody: { channel: 'C1', text: 'hello' },
        auth: bearer('xoxb-made-up-1234567890-MadeUpMadeUpMadeUp'),
      }),
    ],
  ),
  labelled(
    'notion, JSON and Basic as it wants them',
    [],
    [
      post('Token', 'https://api.notion.com/v1/oauth/token', {
        jsonBody: { grant_type: 'authorization_code', code: '{{code}}', redirect_uri: '{{redirect_uri}}' },
        auth: basic('{{client_id}}', '{{client_secret}}'),
      }),
    ],
  ),
  labelled(
    'paypal, Basic and a scope in the body',
    [],
    [
      post('Token', 'https://api-m.sandbox.paypal.com/v1/oauth2/token', {
        form: { grant_type: 'client_credentials' },
        auth: basic('{{client_id}}', '{{client_secret}}'),
      }),
    ],
  ),
  labelled(
    'paypal, the tests show the token',
    ['token-in-test-name'],
    [
      post('Token', 'https://api-m.sandbox.paypal.com/v1/oauth2/token', {
        form: { grant_type: 'client_credentials' },
        auth: basic('{{client_id}}', '{{client_secret}}'),
        test: [
          'const { access_token } = pm.response.json();',
          "pm.test('token is ' + access_token, () => pm.response.to.be.ok);",
        ],
      }),
    ],
  ),
  labelled(
    'paypal, a literal bearer token',
    ['stored-secret'],
    [
      get('Order', 'https://api-m.sandbox.paypal.com/v2/checkout/orders/1', {
        auth: bearer('A21AAMadeUpMadeUpMadeUp0123456789MadeUp-q8q8q8'),
      }),
    ],
  ),
  labelled(
    'spotify, a tab that signs nothing',
    ['oauth-tab-without-token', 'pkce-missing'],
    [get('Me', 'https://api.spotify.com/v1/me')],
    {
      auth: oauth2({
        grant_type: 'authorization_code',
        authUrl: 'https://accounts.spotify.com/authorize',
        accessTokenUrl: 'https://accounts.spotify.com/api/token',
        clientId: '{{client_id}}',
        clientSecret: '{{client_secret}}',
        state: '{{state}}',
        scope: 'user-read-email',
      }),
    },
  ),
  labelled(
    'spotify, the implicit flow',
    ['implicit-flow', 'state-missing'],
    [
      get(
        'Ask',
        withQuery('https://accounts.spotify.com/authorize', {
          response_type: 'token',
          client_id: '{{client_id}}',
          redirect_uri: '{{redirect_uri}}',
        }),
      ),
    ],
  ),
  labelled(
    'spotify, http on a public host',
    ['plain-http', 'pkce-missing'],
    [
      get(
        'Ask',
        withQuery('https://accounts.spotify.com/authorize', {
          ...CODE,
          scope: 'user-read-email',
          redirect_uri: 'http://app.example/callback',
        }),
      ),
      post('Token', 'https://accounts.spotify.com/api/token', {
        form: {
          grant_type: 'authorization_code',
          code: '{{code}}',
          redirect_uri: 'http://app.example/callback',
        },
        auth: basic('{{client_id}}', '{{client_secret}}'),
      }),
    ],
  ),
  labelled(
    'spotify, the code of yesterday',
    ['stored-code'],
    [
      post('Token', 'https://accounts.spotify.com/api/token', {
        form: {
          grant_type: 'authorization_code',
          code: 'AQDq8MadeUpq8MadeUpq8MadeUp0123456789q8MadeUp',
          redirect_uri: '{{redirect_uri}}',
        },
        auth: basic('{{client_id}}', '{{client_secret}}'),
      }),
    ],
  ),
  labelled(
    'dropbox, nothing wrong',
    [],
    [
      post('Token', 'https://api.dropboxapi.com/oauth2/token', {
        form: {
          grant_type: 'refresh_token',
          refresh_token: '{{refresh_token}}',
          client_id: '{{app_key}}',
          client_secret: '{{app_secret}}',
        },
      }),
      post('List', 'https://api.dropboxapi.com/2/files/list_folder', {
        jsonBody: { path: '' },
        auth: bearer('{{access_token}}'),
      }),
    ],
  ),
  labelled(
    'dropbox, the secret under another name',
    ['stored-secret'],
    [
      post('Token', 'https://api.dropboxapi.com/oauth2/token', {
        form: { ...CLIENT, client_secret: '{{dropbox_app_secret}}' },
      }),
    ],
    { variables: { dropbox_app_secret: 'q8madeup0q8made' } },
  ),
  labelled(
    'hubspot, nothing wrong',
    [],
    [
      get(
        'Ask',
        withQuery('https://app.hubspot.com/oauth/authorize', {
          client_id: '{{client_id}}',
          redirect_uri: '{{redirect_uri}}',
          scope: 'oauth',
          state: '{{state}}',
        }),
      ),
      post('Token', 'https://api.hubapi.com/oauth/v1/token', { form: EXCHANGE }),
    ],
  ),
  labelled(
    'hubspot, a token in the path',
    ['secret-in-path'],
    [get('Of whom', 'https://api.hubapi.com/oauth/v1/access-tokens/{{access_token}}')],
  ),
  labelled(
    'hubspot, an API key in the query and in a variable',
    ['stored-secret', 'secret-in-query'],
    [get('Contacts', 'https://api.hubapi.com/contacts/v1/lists/all/contacts/all?hapikey={{hapikey}}')],
    { variables: { hapikey: '01234567-made-4up0-8abc-0123456789ab' } },
  ),
  labelled(
    'atlassian, JSON as it wants it',
    [],
    [
      post('Token', 'https://auth.atlassian.com/oauth/token', {
        jsonBody: EXCHANGE,
        headers: { 'Content-Type': 'application/json' },
      }),
    ],
  ),
  labelled(
    'zoom, an account alone',
    [],
    [
      post('Token', 'https://zoom.us/oauth/token', {
        form: { grant_type: 'account_credentials', account_id: '{{account_id}}' },
        auth: basic('{{client_id}}', '{{client_secret}}'),
      }),
    ],
  ),
  labelled(
    'zoom, all of it in the query',
    ['token-request-without-body'],
    [
      post('Token', 'https://zoom.us/oauth/token?grant_type=client_credentials', {
        auth: basic('{{client_id}}', '{{client_secret}}'),
      }),
    ],
  ),
  labelled(
    'strava, multipart as its page has it',
    ['token-request-not-a-form'],
    [post('Token', 'https://www.strava.com/oauth/token', { multipart: EXCHANGE })],
  ),
  labelled(
    'strava, commas',
    [],
    [
      get(
        'Ask',
        withQuery('https://www.strava.com/oauth/authorize', { ...CODE, scope: 'read,activity:read' }),
      ),
    ],
  ),
  labelled(
    'gitlab, the password of a person',
    ['password-grant', 'token-request-not-a-form'],
    [
      post('Token', 'https://gitlab.com/oauth/token', {
        jsonBody: { grant_type: 'password', username: '{{username}}', password: '{{password}}' },
      }),
    ],
  ),
  labelled(
    'gitlab, a token of its own header',
    ['stored-secret'],
    [
      get('Me', 'https://gitlab.com/api/v4/user', {
        headers: { 'PRIVATE-TOKEN': 'glpat-MadeUpMadeUpq8q8q8' },
      }),
    ],
  ),
  labelled(
    'gitlab, PKCE and a state that is drawn',
    [],
    [
      get('Ask', withQuery('https://gitlab.com/oauth/authorize', { ...CODE, ...PKCE, scope: 'read_user' }), {
        prerequest: DRAWS_STATE,
      }),
      post('Token', 'https://gitlab.com/oauth/token', {
        form: {
          grant_type: 'authorization_code',
          code: '{{code}}',
          redirect_uri: '{{redirect_uri}}',
          client_id: '{{client_id}}',
          code_verifier: '{{verifier}}',
        },
        prerequest:
          "if (pm.variables.get('state') !== pm.variables.get('callback_state')) throw new Error('state');",
      }),
    ],
  ),
  labelled(
    'bitbucket, Basic as it wants it',
    [],
    [
      post('Token', 'https://bitbucket.org/site/oauth2/access_token', {
        form: { grant_type: 'client_credentials' },
        auth: basic('{{key}}', '{{secret}}'),
      }),
    ],
  ),
];
