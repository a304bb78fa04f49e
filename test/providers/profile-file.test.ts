import { describe, expect, test } from 'vitest';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';

const smallest = { issuer: 'https://login.example.com', token_endpoint: 'https://login.example.com/token' };
const usual = { ...smallest, authorization_endpoint: 'https://login.example.com/authorize' };

function parse(members: object, base: object = usual) {
  return parseProfileDocument({ ...base, ...members }, 'profile.json');
}

/** The lines that say what is wrong, without the sentence before them. */
function problems(members: object): string[] {
  try {
    parse(members);
  } catch (error) {
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
  return [];
}

describe('what the document leaves out', () => {
  test('grants: without a list, those that RFC 8414 and the endpoints suggest', () => {
    expect(parse({}).grants).toEqual(['authorization_code', 'refresh_token']);
    expect(parse({}, smallest).grants).toEqual(['client_credentials']);
  });

  test('grants: with a list, those of it that legwork exercises', () => {
    const grant_types_supported = ['refresh_token', 'client_credentials', 'authorization_code', 'implicit'];
    expect(parse({ grant_types_supported }).grants).toEqual([
      'authorization_code',
      'client_credentials',
      'refresh_token',
    ]);
    expect(parse({ grant_types_supported }, smallest).grants).toEqual(['client_credentials']);
  });

  test('PKCE is used when the server lists S256', () => {
    expect(parse({}).pkce).toBe('none');
    expect(parse({ code_challenge_methods_supported: ['plain'] }).pkce).toBe('none');
    expect(parse({ code_challenge_methods_supported: ['plain', 'S256'] }).pkce).toBe('S256');
  });

  test.each([
    [undefined, 'client_secret_post'],
    [['client_secret_basic', 'client_secret_post'], 'client_secret_post'],
    [['client_secret_basic', 'none'], 'client_secret_basic'],
    [['none'], 'none'],
    [['private_key_jwt'], 'client_secret_post'],
  ])('client authentication with %j is %s', (methods, expected) => {
    expect(parse({ token_endpoint_auth_methods_supported: methods }).clientAuthentication).toBe(expected);
  });

  test('scope: the OpenID ones that the server lists, when it does OpenID at all', () => {
    const userinfo_endpoint = 'https://login.example.com/me';
    expect(parse({}).defaultScope).toEqual([]);
    expect(parse({ userinfo_endpoint }).defaultScope).toEqual(['openid', 'profile', 'email']);
    expect(parse({ scopes_supported: ['email', 'openid'] }).defaultScope).toEqual(['openid', 'email']);
    expect(parse({ scopes_supported: ['email', 'read'] }).defaultScope).toEqual([]);
  });

  test('id and name come from the host of the issuer, port included', () => {
    const { id, name } = parse({ issuer: 'https://Login.Example.com:8443/realms/a' });
    expect({ id, name }).toEqual({ id: 'login-example-com-8443', name: 'login.example.com:8443' });
  });
});

describe('members of the document', () => {
  test('that legwork does not know stay in the metadata', () => {
    const device_authorization_endpoint = 'https://login.example.com/device';
    expect(parse({ device_authorization_endpoint }).metadata).toMatchObject({
      device_authorization_endpoint,
    });
  });

  test('that are null count as left out, as several servers write them', () => {
    expect(parse({ userinfo_endpoint: null }).memberResources).toEqual([]);
  });

  test('"legwork" is no metadata', () => {
    expect(parse({ legwork: { name: 'Example' } }).metadata).not.toHaveProperty('legwork');
  });
});

test('every member of "legwork" reaches its place in the profile', () => {
  const legwork = {
    id: 'example',
    name: 'Example',
    scope: 'read write',
    pkce: 'S256',
    client_authentication: 'none',
    authorization_parameters: { audience: 'https://api.example.com' },
    token_parameters: { resource: 'https://api.example.com' },
    api_base_url: 'https://api.example.com/',
    application_api_url: 'https://api.example.com/status',
    application_scope: ['jobs', 'status'],
    resources: [
      { name: 'List', url: '{{api_base_url}}/list' },
      {
        name: 'Post',
        description: 'Posts.',
        method: 'POST',
        url: '{{api_base_url}}/posts',
        scopes: ['write'],
        headers: { 'X-Version': '2' },
        body: { author: '{{member_id}}' },
        status: 201,
        members: ['id'],
        member_id: 'id',
        id_header: 'X-Id',
        publishes: true,
      },
    ],
    sign_in: {
      username_field: 'user[email]',
      password_field: 'user[password]',
      consent_form: 'form#consent',
      approve_button: '#allow',
      error_message: '.error',
      challenge_paths: ['/captcha'],
      refused_queries: ['error=1'],
      blocked_statuses: [999],
      password_origins: ['https://sso.example.com'],
    },
  };
  expect(parse({ legwork })).toMatchObject({
    id: 'example',
    name: 'Example',
    defaultScope: ['read', 'write'],
    pkce: 'S256',
    clientAuthentication: 'none',
    authorizationParameters: { audience: 'https://api.example.com' },
    tokenParameters: { resource: 'https://api.example.com' },
    apiBaseUrl: 'https://api.example.com',
    applicationScope: 'jobs status',
    applicationApiUrl: 'https://api.example.com/status',
    applicationResource: { name: 'Call an API', url: '{{application_api_url}}' },
    memberResources: [
      { name: 'List', method: 'GET', url: '{{api_base_url}}/list', scopes: [], status: 200, members: [] },
      {
        name: 'Post',
        description: 'Posts.',
        method: 'POST',
        scopes: ['write'],
        headers: { 'X-Version': '2' },
        body: { author: '{{member_id}}' },
        status: 201,
        members: ['id'],
        memberId: 'id',
        idHeader: 'X-Id',
        publishes: true,
      },
    ],
    signIn: {
      usernameField: 'user[email]',
      passwordField: 'user[password]',
      consentForm: 'form#consent',
      approveButton: '#allow',
      errorMessage: '.error',
      challengePaths: ['/captcha'],
      refusedQueries: ['error=1'],
      blockedStatuses: [999],
      passwordOrigins: ['https://sso.example.com'],
    },
  });
});

describe('what is wrong is said with its path', () => {
  const secure = 'must be an absolute https address (http is allowed for this machine only)';
  test.each<[object, string]>([
    [{ legwork: { pcke: 'none' } }, 'legwork.pcke is unknown. Did you mean "pkce"?'],
    [{ legwork: { colour: 'red' } }, 'legwork.colour is unknown.'],
    [
      { legwork: { sign_in: { user_field: 'a' } } },
      'legwork.sign_in.user_field is unknown. Did you mean "username_field"?',
    ],
    [
      { legwork: { resources: [{ name: 'A', url: 'https://a.example', scope: 'b' }] } },
      'legwork.resources[0].scope is unknown. Did you mean "scopes"?',
    ],
    [{ legwork: { pkce: 'plain' } }, 'legwork.pkce must be "S256" or "none", not "plain"'],
    [{ legwork: { scope: 7 } }, 'legwork.scope must be a text or a list of texts, not 7'],
    [
      { legwork: { id: 'My Id' } },
      'legwork.id must be lower-case letters, digits and single hyphens, such as "example-login", not "My Id"',
    ],
    [{ legwork: { id: 'linkedin' } }, 'legwork.id must not be "linkedin", which is built in'],
    [{ legwork: { id: 'github' } }, 'legwork.id must not be "github", which is built in'],
    [{ legwork: [] }, 'legwork must be an object, not []'],
    [{ legwork: { resources: [{ url: 'https://a.example' }] } }, 'legwork.resources[0].name is missing'],
    [
      { legwork: { resources: [{ name: 'A', url: '/relative' }] } },
      `legwork.resources[0].url ${secure}, or begin with a variable such as {{api_base_url}}, not "/relative"`,
    ],
    [
      { legwork: { resources: [{ name: 'A', url: '{{api_base_url}}/a' }] } },
      'legwork.resources[0].url uses {{api_base_url}}, but legwork.api_base_url is missing',
    ],
    [
      { legwork: { resources: [{ name: 'Read userinfo', url: 'https://a.example' }] } },
      'legwork.resources[0].name is there twice',
    ],
    [
      { legwork: { resources: [{ name: 'A', url: 'https://a.example', status: 20 }] } },
      'legwork.resources[0].status must be at least 100, not 20',
    ],
    [
      { legwork: { token_parameters: { 'a-b': 1 } } },
      'legwork.token_parameters["a-b"] must be a text, not 1',
    ],
    [
      { legwork: { sign_in: { password_origins: ['https://a.example/path'] } } },
      'legwork.sign_in.password_origins[0] must be scheme, host and port only, such as "https://login.example.com", not "https://a.example/path"',
    ],
    [
      { token_endpoint: 'http://login.example.com' },
      `token_endpoint ${secure}, not "http://login.example.com"`,
    ],
    [
      { authorization_endpoint: 'javascript:alert(1)' },
      `authorization_endpoint ${secure}, not "javascript:alert(1)"`,
    ],
    [{ issuer: 'login.example.com' }, `issuer ${secure}, not "login.example.com"`],
    [{ scopes_supported: 'openid' }, 'scopes_supported must be a list, not "openid"'],
  ])('%j', (members, problem) => {
    expect(problems(members)).toEqual([problem]);
  });

  test.each([[null], [[]], ['text']])('a file that holds %j is no profile', (value) => {
    expect(() => parseProfileDocument(value, 'profile.json')).toThrow('The file must be an object');
  });
});
