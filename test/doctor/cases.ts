import type { CheckedCode } from '../../src/doctor/problems/all.ts';
import {
  ASK,
  answer,
  authorize,
  by,
  collection,
  examined,
  FORM,
  fine,
  jwt,
  META,
  NOW,
  nativeUri,
  oneRequest,
  oneScript,
  type ProblemCase,
  probe,
  REFUSED,
  row,
  SET,
  sending,
  setUp,
  token,
  tokenForm,
  twoRequests,
  uri,
  url,
} from './observations.ts';

/** Every problem with a test in which it is found and one in which it is not: one that is missing does not compile. */
export const checkedCases: Readonly<Record<CheckedCode, ProblemCase>> = {
  'scheme-differs': { found: () => uri('http://a.example/cb', META), notFound: fine },
  'scheme-case': {
    found: () => uri('HTTPS://a.example/cb', META),
    notFound: () => uri('http://a.example/cb', META),
  },
  'host-differs': {
    found: () => uri('https://b.example/cb', META),
    notFound: () => uri('https://www.a.example/cb', META),
  },
  'loopback-name': {
    found: () => uri('http://localhost/cb', 'http://127.0.0.1/cb'),
    notFound: () => uri('http://localhost/cb', META),
  },
  'www-differs': {
    found: () => uri('https://www.a.example/cb', META),
    notFound: () => uri('https://w.a.example/cb', META),
  },
  'host-case': {
    found: () => uri('https://A.example/cb', META),
    notFound: () => uri('https://a.example/CB', META),
  },
  'international-host': {
    found: () => uri('https://ü.example/', 'https://xn--tda.example/'),
    notFound: () => uri('https://ü.example/', META),
  },
  'trailing-dot': {
    found: () => uri('https://a.example./cb', META),
    notFound: () => uri('https://a.example/cb.', META),
  },
  'port-differs': {
    found: () => uri('https://a.example:1/cb', META),
    notFound: () => uri('https://a.example:443/cb', META),
  },
  'default-port': {
    found: () => uri('https://a.example:443/cb', META),
    notFound: () => uri('https://a.example:80/cb', META),
  },
  'path-differs': {
    found: () => uri('https://a.example/x', META),
    notFound: () => uri('https://a.example/cb/', META),
  },
  'trailing-slash': {
    found: () => uri('https://a.example/cb/', META),
    notFound: () => uri('https://a.example/cb/x', META),
  },
  'path-case': {
    found: () => uri('https://a.example/CB', META),
    notFound: () => uri('https://A.example/cb', META),
  },
  'dot-segments': {
    found: () => uri('https://a.example/x/../cb', META),
    notFound: () => uri('https://a.example/x..cb', META),
  },
  'path-encoding': {
    found: () => uri('https://a.example/%63b', META),
    notFound: () => uri('https://a.example/%64b', META),
  },
  'query-differs': {
    found: () => uri(`${META}?x=1`, META),
    notFound: () => uri(`${META}?x=1`, `${META}?x=1`),
  },
  'fragment-differs': { found: () => uri(`${META}#x`, META), notFound: () => uri(`${META}#x`, `${META}#x`) },
  'user-info': {
    found: () => uri('https://me@a.example/cb', META),
    notFound: () => uri('https://a.example/@cb', META),
  },
  'relative-uri': { found: () => uri('localhost:3000/cb'), notFound: () => uri('http://localhost:3000/cb') },
  'not-a-uri': { found: () => uri('https://'), notFound: fine },
  'empty-redirect-uri': { found: () => uri('', META), notFound: () => uri('x', META) },
  placeholder: { found: () => uri('{{redirect_uri}}'), notFound: () => uri('https://a.example/{x}') },
  wildcard: { found: () => uri('https://a.example/*'), notFound: fine },
  fragment: { found: () => uri(`${META}#`), notFound: () => uri(`${META}?`) },
  'query-not-registered': {
    found: () => by('linkedin', `${META}?x=1`),
    notFound: () => by('google', `${META}?x=1`),
  },
  'plain-http': { found: () => uri('http://a.example/cb'), notFound: () => uri('http://localhost/cb') },
  'unencoded-character': {
    found: () => uri('https://a.example/a b'),
    notFound: () => uri('https://a.example/a%20b'),
  },
  'not-loopback': {
    found: () => nativeUri('http://localhost:1/cb'),
    notFound: () => nativeUri('http://127.0.0.1:1/cb'),
  },
  'postman-callback': {
    found: () => uri('https://oauth.pstmn.io/v1/callback', META),
    notFound: () => uri('https://oauth.pstmn.io/v1/callback', META, 'https://oauth.pstmn.io/v1/callback'),
  },

  'line-end': { found: () => uri(`${META}\n`, META), notFound: () => uri(`${META} `, META) },
  'white-space': { found: () => uri(` ${META}`, META), notFound: () => uri('https://a.example/ cb', META) },
  'invisible-character': {
    found: () => uri('https://a.exam\u200bple/cb', META),
    notFound: () => uri(`${META} `, META),
  },
  'smart-character': {
    found: () => uri('“https://a.example/cb”', META),
    notFound: () => uri(`"${META}"`, META),
  },
  'html-entity': {
    found: () => uri('https:&#47;&#47;a.example/cb', META),
    notFound: () => uri(`${META}?a=1&ampere=2`, META),
  },
  quotes: { found: () => uri(`"${META}"`, META), notFound: fine },
  'percent-encoded-value': {
    found: () => uri(encodeURIComponent(META), META),
    notFound: () => uri('https://a.example/%3A', META),
  },
  'double-encoded-value': {
    found: () => uri(encodeURIComponent(encodeURIComponent(META)), META),
    notFound: () => uri(encodeURIComponent(META), META),
  },
  'joined-list': {
    found: () => uri(`${META},http://localhost/cb`, META),
    notFound: () => uri('https://a.example/cb,x', META),
  },
  'callback-url': {
    found: () => uri(`${META}?code=C0DE&state=S7ATE`, META),
    notFound: () => uri(`${META}?barcode=1&estate=2`, META),
  },

  'form-not-accepted': {
    found: () => by('spotify', 'http://localhost:1/cb', 'http://localhost:1/cb'),
    notFound: () => by('spotify', 'http://127.0.0.1:1/cb', 'http://127.0.0.1:2/cb'),
  },
  'masked-difference': {
    found: () => by('google', `${META}?state=S7ATE1`, `${META}?state=S7ATE2`),
    notFound: () => by('google', `${META}?a=1`, `${META}?a=2`),
  },
  'setting-decides': {
    found: () => by('okta', 'https://x.a.example/cb', 'https://*.a.example/cb'),
    notFound: () => by('auth0', 'https://x.a.example/cb', 'https://*.a.example/cb'),
  },
  'rule-not-known': {
    found: () => by('without a rule', META, `${META}/`),
    notFound: () => by('google', META, `${META}/`),
  },
  'domain-expected': {
    found: () => by('strava', 'https://a.example/x', META),
    notFound: () => by('strava', 'https://b.example/x', 'a.example'),
  },

  'url-not-understood': {
    found: () => url('https://a.example/'),
    notFound: () => url('?code=x&state=Zk3vQ9x_7TbLw2'),
  },
  'parameter-missing': { found: () => authorize({ scope: undefined }), notFound: () => authorize() },
  'parameter-empty': { found: () => authorize({ client_id: 'undefined' }), notFound: () => authorize() },
  'parameter-twice': {
    found: () => authorize({}, '&scope=email'),
    notFound: () => authorize({}, '&own=1&own=2'),
  },
  'implicit-flow': { found: () => authorize({ response_type: 'token' }), notFound: () => authorize() },
  'comma-scope': {
    found: () => authorize({ scope: 'openid,email' }),
    notFound: () => authorize({ scope: 'openid email' }),
  },
  'double-encoded-scope': {
    found: () => authorize({ scope: 'openid%20email' }),
    notFound: () => authorize({ scope: 'openid email' }),
  },
  'retired-scope': {
    found: () => authorize({ scope: 'r_liteprofile' }),
    notFound: () => authorize({ scope: 'profile' }),
  },
  'unknown-scope': {
    found: () => authorize({ scope: 'opneid' }),
    notFound: () => authorize({ scope: 'w_member_social' }),
  },
  'application-scope': {
    found: () => authorize({ scope: 'r_sales_nav_profiles' }),
    notFound: () => authorize({ scope: 'r_sales_nav_display' }),
  },
  'state-missing': { found: () => authorize({ state: undefined }), notFound: () => authorize() },
  'weak-state': { found: () => authorize({ state: '12345' }), notFound: () => authorize() },
  'pkce-on-ordinary-endpoint': {
    found: () => authorize({ code_challenge: 'x', code_challenge_method: 'S256' }),
    notFound: () =>
      authorize(
        { code_challenge: 'x', code_challenge_method: 'S256' },
        '',
        '/oauth/native-pkce/authorization',
      ),
  },
  'challenge-missing': {
    found: () => authorize({}, '', '/oauth/native-pkce/authorization'),
    notFound: () =>
      authorize(
        { code_challenge: 'x', code_challenge_method: 'S256' },
        '',
        '/oauth/native-pkce/authorization',
      ),
  },
  'verifier-in-url': {
    found: () => authorize({ code_verifier: 'x' }),
    notFound: () => authorize({ code_challenge: 'x' }),
  },
  'old-endpoint': {
    found: () => authorize({}, '', '/uas/oauth2/authorization'),
    notFound: () => authorize(),
  },
  'token-endpoint-in-browser': {
    found: () => url('https://www.linkedin.com/oauth/v2/accessToken?grant_type=client_credentials'),
    notFound: () => url('POST https://www.linkedin.com/oauth/v2/accessToken?grant_type=client_credentials'),
  },
  'secret-in-url': { found: () => authorize({ client_secret: 'x' }), notFound: () => authorize() },
  'split-redirect-uri': {
    found: () =>
      url(
        'https://www.linkedin.com/oauth/v2/authorization?client_id=x&response_type=code&redirect_uri=https://a.example/cb?a=1&b=2',
      ),
    notFound: () => authorize({ redirect_uri: 'https://a.example/cb?a=1&b=2' }),
  },
  'plain-endpoint': {
    found: () => url('http://login.example/authorize?response_type=code&client_id=x'),
    notFound: () => url('http://localhost/authorize?response_type=code&client_id=x'),
  },
  'too-many-parameters': { found: () => authorize({}, '&x=1'.repeat(200)), notFound: () => authorize() },

  'nothing-to-read': { found: () => answer(' \n'), notFound: () => answer('HTTP/1.1 204 No Content\n\n') },
  'not-text': { found: () => answer('\u0000\u0001PNG'), notFound: () => answer('caf\u00e9') },
  'unknown-refusal': {
    found: () => answer('{"error":"own_code","error_description":"own words"}'),
    notFound: () => answer('{"error":"invalid_grant"}'),
  },
  'page-instead-of-json': {
    found: () => answer('<html><p>Hello'),
    notFound: () => answer(`<html>${REFUSED}`),
  },
  'client-blocked': {
    found: () => answer('HTTP/1.1 999 Request denied\n\n'),
    notFound: () => answer('HTTP/1.1 403 Forbidden\n\n'),
  },
  'too-many-requests': {
    found: () => answer('429 Too Many Requests'),
    notFound: () => answer('400 Bad Request'),
  },
  'server-trouble': {
    found: () => answer('503 Service Unavailable'),
    notFound: () => answer('400 Bad Request'),
  },
  unauthorized: {
    found: () => answer('401 Unauthorized'),
    notFound: () => answer('HTTP/1.1 401 x\n\n{"error":"invalid_client"}'),
  },
  forbidden: { found: () => answer('403 Forbidden'), notFound: () => answer('401 Unauthorized') },
  'not-found': { found: () => answer('404 Not Found'), notFound: () => answer('400 Bad Request') },
  'wrong-method': {
    found: () => answer('405 Method Not Allowed'),
    notFound: () => answer('400 Bad Request'),
  },
  'bad-request': { found: () => answer('400 Bad Request'), notFound: () => answer('200 OK') },
  'login-challenge': {
    found: () => answer('<form><input name="pin"></form>'),
    notFound: () => answer('<form><input name="search"></form>'),
  },

  'another-variant-registered': {
    found: () => probe(row(META, 401, REFUSED), row(`${META}/`, 200, '<input type=password>')),
    notFound: () => probe(row(META, 200, '<input type=password>'), row(`${META}/`, 401, REFUSED)),
  },
  'no-variant-registered': {
    found: () => probe(row(META, 401, REFUSED)),
    notFound: () => probe(row(META, 302, '', `${META}?error=login_required`)),
  },
  'client-refused': {
    found: () => probe(row(META, 401, 'The passed in client_id is invalid "x"')),
    notFound: () => probe(row(META, 401, REFUSED)),
  },
  'probe-without-answer': {
    found: () => probe({ ...row(META, 0), hops: [], failure: 'ECONNREFUSED' }),
    notFound: () => probe(row(META, 401, REFUSED)),
  },

  'not-a-collection': { found: () => examined({ values: [] }), notFound: () => collection() },
  'secret-in-query': { found: () => collection(), notFound: () => oneRequest(tokenForm('POST', FORM)) },
  'secret-in-path': {
    found: () => oneRequest({ url: 'https://id.example/tokens/{{access_token}}' }),
    notFound: () => oneRequest({ url: 'https://id.example/tokens/{{number}}' }),
  },
  'token-request-not-a-form': {
    found: () => oneRequest(tokenForm('POST', { mode: 'formdata', formdata: FORM.urlencoded })),
    notFound: () => oneRequest(tokenForm('POST', FORM)),
  },
  'grant-type-missing': {
    found: () =>
      oneRequest({ ...tokenForm('POST', sending({ client_id: '{{id}}' })), url: 'https://id.example/token' }),
    notFound: () => oneRequest({ ...tokenForm('POST', FORM), url: 'https://id.example/token' }),
  },
  'password-grant': {
    found: () => oneRequest(tokenForm('POST', sending({ grant_type: 'password' }))),
    notFound: () => oneRequest(tokenForm('POST', FORM)),
  },
  'two-client-authentications': {
    found: () =>
      oneRequest(tokenForm('POST', sending({ grant_type: 'client_credentials', client_secret: '{{s}}' })), {
        type: 'basic',
      }),
    notFound: () =>
      oneRequest(tokenForm('POST', sending({ grant_type: 'client_credentials', client_id: '{{i}}' })), {
        type: 'basic',
      }),
  },
  'stored-code': {
    found: () =>
      oneRequest(tokenForm('POST', sending({ grant_type: 'authorization_code', code: 'AQTmade-up1' }))),
    notFound: () =>
      oneRequest(tokenForm('POST', sending({ grant_type: 'authorization_code', code: '<code>' }))),
  },
  'pkce-missing': {
    found: () => oneRequest({ url: ASK }),
    notFound: () => oneRequest({ url: `${ASK}&code_challenge={{c}}&code_challenge_method=S256` }),
  },
  'pkce-plain': {
    found: () => oneRequest({ url: `${ASK}&code_challenge={{c}}&code_challenge_method=plain` }),
    notFound: () => oneRequest({ url: `${ASK}&code_challenge={{c}}&code_challenge_method=S256` }),
  },
  'oauth-tab-without-token': {
    found: () => oneRequest({ url: META }, { type: 'oauth2', oauth2: { accessTokenUrl: META } }),
    notFound: () =>
      oneRequest({ url: META }, { type: 'oauth2', oauth2: { accessToken: '{{access_token}}' } }),
  },
  'second-question-mark': {
    found: () => oneRequest({ url: ASK.replace('?', '?p=policy?') }),
    notFound: () => oneRequest({ url: ASK }),
  },
  'token-logged': {
    found: () => oneScript('console.log(pm.response.json().access_token)'),
    notFound: () => oneScript("console.log('access_token received')"),
  },
  'token-in-test-name': {
    found: () => oneScript("tests['token ' + data.access_token] = true"),
    notFound: () => oneScript("tests['has access_token'] = data.access_token !== undefined"),
  },
  'fetched-code-run': {
    found: () => oneScript("eval(pm.globals.get('lib'))"),
    notFound: () => oneScript("pm.expect(pm.globals.get('lib'))"),
  },
  'token-request-by-get': {
    found: () => oneRequest(tokenForm('GET')),
    notFound: () => oneRequest(tokenForm('POST', FORM)),
  },
  'token-request-without-body': {
    found: () => collection(),
    notFound: () => oneRequest(tokenForm('POST', FORM)),
  },
  'redirect-uris-not-equal': {
    found: () => twoRequests(META, `${META}/`),
    notFound: () => twoRequests('https%3A%2F%2Fa.example%2Fcb', META),
  },
  'encoded-once-too-often': { found: () => collection(), notFound: () => collection({ redirect_uri: META }) },
  'state-constant': { found: () => collection({}, ['{{$guid}}', 'abcdefgh']), notFound: () => collection() },
  'state-not-compared': {
    found: () => collection(),
    notFound: () =>
      collection(
        {},
        ['{{$guid}}', '{{state}}'],
        ['const location = ', "pm.expect(sent.state).to.eql(pm.environment.get('state')); const location = "],
      ),
  },
  'redirects-followed': { found: () => collection(), notFound: () => oneRequest({ url: META }) },
  'code-from-any-address': {
    found: () => collection(),
    notFound: () =>
      collection({}, [
        'const location = ',
        "pm.expect(origin).to.eql(pm.environment.get('redirect_uri')); const location = ",
      ]),
  },
  'every-form': {
    found: () => collection(),
    notFound: () => collection({}, ["$('form')", "$('form').has('input[type=password]')"]),
  },
  'fixed-submit-address': {
    found: () => collection(),
    notFound: () =>
      collection({}, ['https://www.linkedin.com/checkpoint/lg/login-submit', '{{login_action}}']),
  },
  'location-not-checked': {
    found: () => collection(),
    notFound: () => collection({}, ['pm.collectionVariables.set(', 'if (ok) pm.collectionVariables.set(']),
  },
  'outcome-not-checked': {
    found: () => collection(),
    notFound: () =>
      collection({}, ['const $ =', "const known = ['challenge', 'consent', 'error']; const $ ="]),
  },
  'client-authentication-missing': {
    found: () =>
      oneRequest({ url: META }, { type: 'oauth2', oauth2: [{ key: 'accessTokenUrl', value: 'x' }] }),
    notFound: () =>
      oneRequest(
        { url: META },
        {
          type: 'oauth2',
          oauth2: [
            { key: 'accessTokenUrl', value: 'x' },
            { key: 'client_authentication', value: 'body' },
          ],
        },
      ),
  },
  'stored-secret': {
    found: () => collection(),
    notFound: () => collection({}, ['WPL_AP1.NotARealSecret01.no+/ne==', ''], ['correct-horse-1', '']),
  },
  'unresolved-variable': {
    found: () => collection({}, ['{{client_id}}', '{{clientt_id}}']),
    notFound: () => collection({}),
  },

  'setting-missing': { found: () => setUp({ client_id: '' }), notFound: () => setUp() },
  'client-id-shape': { found: () => setUp({ client_id: '77ABC' }), notFound: () => setUp() },
  'client-secret-shape': {
    found: () => setUp({ client_secret: 'WPL_AP1.Abcdef' }),
    notFound: () => setUp({ client_secret: 'Abcdefghijklmnop' }),
  },
  'id-and-secret-swapped': { found: () => setUp({ client_id: SET.client_secret }), notFound: () => setUp() },
  'host-not-found': {
    found: () => setUp({}, [{ failure: 'getaddrinfo ENOTFOUND x' }]),
    notFound: () => setUp({}, [{}]),
  },
  'server-unreachable': {
    found: () => setUp({}, [{ failure: 'connect ECONNREFUSED' }]),
    notFound: () => setUp({}, [{}]),
  },
  'certificate-refused': {
    found: () => setUp({}, [{ failure: 'self-signed certificate in certificate chain' }]),
    notFound: () => setUp({}, [{}]),
  },
  'clock-skew': {
    found: () => setUp({}, [{ clockSkew: -600 }]),
    notFound: () => setUp({}, [{ clockSkew: 30 }]),
  },
  'proxy-not-used': {
    found: () => setUp({}, [{ failure: 'connect ETIMEDOUT' }], ['HTTPS_PROXY']),
    notFound: () => setUp({}, [{}], ['HTTPS_PROXY']),
  },

  'token-damaged': { found: () => token('eyJhbGci.eyJzdWIi.x'), notFound: () => token('gho_0123456789') },
  'token-expired': {
    found: () => token(jwt({ exp: NOW - 61 })),
    notFound: () => token(jwt({ exp: NOW - 59 })),
  },
  'token-not-yet-valid': {
    found: () => token(jwt({ nbf: NOW + 61 })),
    notFound: () => token(jwt({ nbf: NOW + 59 })),
  },
  'token-without-end': {
    found: () => token(jwt({ exp: String(NOW + 600) })),
    notFound: () => token(jwt({ exp: NOW + 600 })),
  },
  'token-of-other-issuer': {
    found: () => token(jwt({}), { issuer: 'https://b.example' }),
    notFound: () => token(jwt({}), { issuer: 'https://{domain}.example' }),
  },
  'token-for-other-audience': {
    found: () => token(jwt({}), { audience: 'https://other.example' }),
    notFound: () =>
      token(jwt({ aud: ['x', 'https://other.example'] }), { audience: 'https://other.example' }),
  },
  'token-of-other-client': {
    found: () => token(jwt({ azp: 'mine' }), { clientId: 'other' }),
    notFound: () => token(jwt({ aud: 'other' }), { clientId: 'other' }),
  },
  'token-unsigned': {
    found: () => token(jwt({}, { alg: 'none' })),
    notFound: () => token(jwt({}, { alg: 'RS256' })),
  },
};
