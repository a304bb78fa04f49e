import {
  basic,
  bearer,
  CLIENT,
  CODE,
  COMPARES_STATE,
  DRAWS_STATE,
  EXCHANGE,
  get,
  KEEPS_TOKEN,
  labelled,
  oauth2,
  PKCE,
  post,
  withQuery,
} from './build.ts';

const LINKEDIN = 'https://www.linkedin.com/oauth/v2';
const GOOGLE = 'https://accounts.google.com/o/oauth2/v2/auth';
const GOOGLE_TOKEN = 'https://oauth2.googleapis.com/token';
const GITHUB = 'https://github.com/login/oauth';
const { client_secret: _, ...PUBLIC } = EXCHANGE;

/** LinkedIn, Google, GitHub, Facebook, Reddit, Discord, X, Twitch. */
export const social = [
  labelled(
    'linkedin, as it should be',
    [],
    [
      get('Open this in a browser', withQuery(`${LINKEDIN}/authorization`, CODE), {
        prerequest: DRAWS_STATE,
      }),
      post('Token', `${LINKEDIN}/accessToken`, { form: EXCHANGE, test: [...COMPARES_STATE, KEEPS_TOKEN] }),
    ],
  ),
  labelled(
    'linkedin, the client in a header',
    ['client-authentication-missing'],
    [
      post('Token', `${LINKEDIN}/accessToken`, {
        form: { grant_type: 'client_credentials' },
        auth: basic('{{client_id}}', '{{client_secret}}'),
      }),
    ],
  ),
  labelled(
    'linkedin, everything in the query',
    ['secret-in-query', 'token-request-without-body'],
    [post('Token', withQuery(`${LINKEDIN}/accessToken`, EXCHANGE))],
  ),
  labelled(
    'linkedin, scopes of years ago',
    ['retired-scope', 'state-missing'],
    [
      get(
        'Ask',
        withQuery(`${LINKEDIN}/authorization`, {
          ...CODE,
          scope: 'r_liteprofile%20r_emailaddress',
          state: '',
        }),
      ),
    ],
  ),
  labelled(
    'linkedin, an endpoint of years ago',
    ['old-endpoint'],
    [post('Token', 'https://www.linkedin.com/uas/oauth2/accessToken', { form: EXCHANGE })],
  ),
  labelled(
    'linkedin, the tab with PKCE',
    [
      'pkce-on-ordinary-endpoint',
      'client-authentication-missing',
      'state-missing',
      'oauth-tab-without-token',
    ],
    [get('Me', 'https://api.linkedin.com/v2/userinfo')],
    {
      auth: oauth2({
        grant_type: 'authorization_code_with_pkce',
        authUrl: `${LINKEDIN}/authorization`,
        accessTokenUrl: `${LINKEDIN}/accessToken`,
        clientId: '{{client_id}}',
        clientSecret: '{{client_secret}}',
        scope: 'openid profile',
      }),
    },
  ),
  labelled(
    'google, with everything',
    [],
    [
      get('Ask', withQuery(GOOGLE, { ...CODE, ...PKCE }), { prerequest: DRAWS_STATE }),
      post('Token', GOOGLE_TOKEN, {
        form: { ...EXCHANGE, code_verifier: '{{code_verifier}}' },
        test: [...COMPARES_STATE, KEEPS_TOKEN],
      }),
    ],
  ),
  labelled(
    'google, scopes that LinkedIn does not know',
    [],
    [
      get(
        'Ask',
        withQuery(GOOGLE, { ...CODE, ...PKCE, scope: 'https://www.googleapis.com/auth/drive.readonly' }),
      ),
      post('Refresh', GOOGLE_TOKEN, {
        form: {
          grant_type: 'refresh_token',
          refresh_token: '{{refresh_token}}',
          client_id: '{{client_id}}',
          client_secret: '{{client_secret}}',
        },
      }),
    ],
  ),
  labelled(
    'google, a refresh token in the file',
    ['stored-secret'],
    [
      post('Refresh', GOOGLE_TOKEN, {
        form: {
          grant_type: 'refresh_token',
          refresh_token: '1//0gMadeUpMadeUpCgYIARAAGBASNwF-L9Ir-made-up-q8',
          client_id: '{{client_id}}',
          client_secret: '{{client_secret}}',
        },
      }),
    ],
  ),
  labelled(
    'google, a service account by assertion',
    [],
    [
      post('Token', GOOGLE_TOKEN, {
        form: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: '{{assertion}}' },
      }),
    ],
  ),
  labelled(
    'google, the implicit flow and a constant state',
    ['implicit-flow', 'state-constant'],
    [get('Ask', withQuery(GOOGLE, { ...CODE, response_type: 'token', state: 'pass-through-value' }))],
  ),
  labelled(
    'google, the token printed',
    ['token-logged'],
    [
      post('Token', GOOGLE_TOKEN, {
        form: EXCHANGE,
        test: ['const body = pm.response.json();', "console.log('token: ' + body.access_token);"],
      }),
    ],
  ),
  labelled(
    'github, as its page says, without PKCE',
    ['pkce-missing'],
    [
      get(
        'Ask',
        withQuery(`${GITHUB}/authorize`, {
          client_id: '{{client_id}}',
          redirect_uri: '{{redirect_uri}}',
          scope: 'read:user',
          state: '{{$guid}}',
        }).replace('{{$guid}}', '{{state}}'),
      ),
      post('Token', `${GITHUB}/access_token`, {
        form: { client_id: '{{client_id}}', client_secret: '{{client_secret}}', code: '{{code}}' },
        headers: { Accept: 'application/json' },
      }),
    ],
  ),
  labelled(
    'github, a personal token in a header',
    ['stored-secret'],
    [
      get('Me', 'https://api.github.com/user', {
        headers: { Authorization: 'Bearer ghp_MadeUpMadeUp0123456789MadeUpMadeUp01' },
      }),
    ],
  ),
  labelled(
    'github, the token in the query',
    ['secret-in-query'],
    [get('Me', 'https://api.github.com/user?access_token={{access_token}}')],
  ),
  labelled(
    'github, a bearer tab with a variable',
    [],
    [get('Me', 'https://api.github.com/user', { auth: bearer('{{github_token}}') })],
  ),
  labelled(
    'facebook, with commas as it wants them',
    [],
    [
      get(
        'Ask',
        withQuery('https://www.facebook.com/v19.0/dialog/oauth', { ...CODE, scope: 'email,public_profile' }),
      ),
    ],
  ),
  labelled(
    'facebook, the secret in the query',
    ['secret-in-query', 'token-request-by-get', 'token-request-without-body'],
    [get('App token', withQuery('https://graph.facebook.com/oauth/access_token', CLIENT))],
  ),
  labelled(
    'reddit, Basic as it wants it',
    [],
    [
      post('Token', 'https://www.reddit.com/api/v1/access_token', {
        form: { grant_type: 'client_credentials' },
        auth: basic('{{client_id}}', '{{client_secret}}'),
        headers: { 'User-Agent': 'web:example:1.0 (by /u/example)' },
      }),
    ],
  ),
  labelled(
    'reddit, the password of a person',
    ['password-grant'],
    [
      post('Token', 'https://www.reddit.com/api/v1/access_token', {
        form: { grant_type: 'password', username: '{{username}}', password: '{{password}}' },
        auth: basic('{{client_id}}', '{{client_secret}}'),
      }),
    ],
  ),
  labelled(
    'discord, JSON where a form is wanted',
    ['token-request-not-a-form'],
    [
      post('Token', 'https://discord.com/api/oauth2/token', {
        jsonBody: EXCHANGE,
        headers: { 'Content-Type': 'application/json' },
      }),
    ],
  ),
  labelled(
    'discord, a bot token in a folder of variables',
    ['stored-secret'],
    [get('Me', 'https://discord.com/api/v10/users/@me', { headers: { Authorization: 'Bot {{bot_token}}' } })],
    { variables: { bot_token: 'MTk4NjIyNDgzNDcxOTI1MjQ4.MadeUp.made-up-q8-made-up-q8-mad' } },
  ),
  labelled(
    'x, PKCE by the plain method',
    ['pkce-plain'],
    [
      get(
        'Ask',
        withQuery('https://x.com/i/oauth2/authorize', {
          ...CODE,
          scope: 'tweet.read%20users.read',
          code_challenge: '{{challenge}}',
          code_challenge_method: 'plain',
        }),
      ),
      post('Token', 'https://api.x.com/2/oauth2/token', {
        form: { ...PUBLIC, code_verifier: '{{challenge}}' },
      }),
    ],
  ),
  labelled(
    'twitch, the secret of the app in the body',
    ['stored-secret'],
    [
      post('Token', 'https://id.twitch.tv/oauth2/token', {
        form: { ...CLIENT, client_secret: 'q8madeup0madeup1madeup2madeup3' },
      }),
    ],
  ),
  labelled(
    'twitch, nothing wrong',
    [],
    [
      post('Token', 'https://id.twitch.tv/oauth2/token', { form: CLIENT, test: KEEPS_TOKEN }),
      get('Users', 'https://api.twitch.tv/helix/users', {
        headers: { Authorization: 'Bearer {{access_token}}', 'Client-Id': '{{client_id}}' },
      }),
    ],
  ),
];
