import { expect, test } from 'vitest';
import { pathOf } from '../../src/reports/findings.ts';
import { terminalReport } from '../../src/reports/terminal.ts';
import { eventful, run } from './sample.ts';

test('every step shows its request, its status and what it showed; the end says what failed and why', () => {
  expect(String(terminalReport(eventful))).toBe(`Client credentials
  ✓ Get an application token  POST /oauth/v2/authorization  200  12 ms
      ✓ is answered with 200
      ✓ holds an access_token

Authorization code (three-legged)
  ✓ Open the authorization page  GET /oauth/v2/authorization  302  8 ms
      ✓ is answered with 200
  ✓ Submit the form  GET /oauth/v2/authorization  200  12 ms
      ✓ shows the next page
  ✗ Submit the form (visit 2)  GET /oauth/v2/authorization  200  12 ms
      GET http://127.0.0.1:4000/oauth/v2/authorization?response_type=code&state=‹state·1›
      ✗ shows the next page
        expected 400 to equal 200
      info: the page says: <b>no</b> & "never"
  ✗ Exchange the code  POST /oauth/v2/accessToken  401  1.2 s
      POST http://127.0.0.1:4000/oauth/v2/accessToken
      ✗ is answered with 200
        expected response to have status code 200 but got 401
        invalid_client: Client authentication failed <&'">
      ✗ legwork: the test script runs to its end
        TypeError: x is undefined
      - holds an id_token
  - Share a post  GET /oauth/v2/authorization
      skipped: publish is not true
  - Read userinfo  GET /oauth/v2/authorization
      not reached
  ✗ legwork: no promise is rejected unseen
    A script left a promise behind that was rejected: no.

Refresh token (refresh)
  - not run: LINKEDIN_REFRESH_TOKEN is not set

Requests  3 passed, 2 failed, 1 skipped, 1 not reached
Checks    4 passed, 4 failed, 1 skipped
Time      1.3 s, LinkedIn, emulator

Not run:
  refresh: LINKEDIN_REFRESH_TOKEN is not set

Failed:
  three-legged › legwork: no promise is rejected unseen
    A script left a promise behind that was rejected: no.
  three-legged › Submit the form (visit 2) › shows the next page
    expected 400 to equal 200
  three-legged › Exchange the code › is answered with 200
    expected response to have status code 200 but got 401
    invalid_client: Client authentication failed <&'">
  three-legged › Exchange the code › legwork: the test script runs to its end
    TypeError: x is undefined

Failed
`);
});

test('there are colours only when they are asked for', () => {
  const good = run(eventful.flows.slice(0, 1));
  expect(String(terminalReport(good))).not.toContain('\u001b');
  expect(String(terminalReport(good, true))).toContain('\u001b[32m');
});

test.each([
  ['http://h:1/a/b?c=d#e', '/a/b'],
  ['http://h', 'http://h'],
  ['{{base}}/a?b', '{{base}}/a'],
])('the path of %s is %s', (url, path) => {
  expect(pathOf(url)).toBe(path);
});
