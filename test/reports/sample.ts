import type { Redacted } from '../../src/redaction/redacted.ts';
import type { Answer, Assertion, Exchange, FlowResult, RunResult, Step } from '../../src/runner/result.ts';

/** Text of a test result, which has no secrets. */
function plain(text: string): Redacted {
  return text as Redacted;
}

export function passed(name: string): Assertion {
  return { name: plain(name), outcome: 'passed' };
}

export function failed(name: string, message: string): Assertion {
  return { name: plain(name), outcome: 'failed', message: plain(message) };
}

export function answer(status: number, reason: string, more: Partial<Answer> = {}): Answer {
  return { status, reason: plain(reason), durationMs: 12, bytes: 20, headers: [], cookies: [], ...more };
}

export function exchange(more: Partial<Exchange> = {}): Exchange {
  return {
    by: 'step',
    to: 'authorization-server',
    method: plain('GET'),
    url: plain('http://127.0.0.1:4000/oauth/v2/authorization?response_type=code&state=‹state·1›'),
    endedAt: Date.UTC(2026, 7, 4, 10, 20, 31),
    headers: [],
    query: [],
    form: [],
    answer: answer(200, 'OK'),
    ...more,
  };
}

export function step(
  name: string,
  { exchange: changes = {}, ...more }: Partial<Step> & { exchange?: Partial<Exchange> } = {},
): Step {
  const sent = exchange(changes);
  return {
    name: plain(name),
    folders: [],
    visit: 1,
    method: sent.method,
    url: sent.url,
    outcome: 'passed',
    exchanges: [sent],
    assertions: [passed('is answered with 200')],
    console: [],
    ...more,
  };
}

function notSent(name: string, more: Partial<Step>): Step {
  return step(name, { assertions: [], exchanges: [], ...more });
}

export function flow(id: string, title: string, more: Partial<FlowResult> = {}): FlowResult {
  return {
    flow: plain(id),
    title: plain(title),
    outcome: 'passed',
    interrupted: false,
    durationMs: 340,
    checks: [],
    steps: [],
    legs: [],
    ...more,
  };
}

export function run(flows: readonly FlowResult[], outcome: RunResult['outcome'] = 'passed'): RunResult {
  return {
    version: 2,
    tool: plain('legwork'),
    target: 'emulator',
    provider: plain('LinkedIn'),
    startedAt: plain('2026-08-04T10:20:30.456Z'),
    durationMs: 1340,
    outcome,
    interrupted: flows.some((one) => one.interrupted),
    flows,
  };
}

/** A run in which everything happened that can happen. */
export const eventful: RunResult = run(
  [
    flow('client-credentials', 'Client credentials', {
      steps: [
        step('Get an application token', {
          exchange: { method: plain('POST') },
          assertions: [passed('is answered with 200'), passed('holds an access_token')],
        }),
      ],
    }),
    flow('three-legged', 'Authorization code', {
      outcome: 'failed',
      checks: [
        {
          name: plain('legwork: no promise is rejected unseen'),
          outcome: 'failed',
          message: plain('A script left a promise behind that was rejected: no.'),
          broken: true,
        },
      ],
      steps: [
        step('Open the authorization page', {
          exchange: { answer: answer(302, 'Found', { durationMs: 8 }) },
        }),
        step('Submit the form', { assertions: [passed('shows the next page')] }),
        step('Submit the form', {
          visit: 2,
          outcome: 'failed',
          assertions: [failed('shows the next page', 'expected 400 to equal 200')],
          console: [{ level: 'info', text: plain('the page says: <b>no</b> & "never"') }],
        }),
        step('Exchange the code', {
          exchange: {
            method: plain('POST'),
            url: plain('http://127.0.0.1:4000/oauth/v2/accessToken'),
            answer: answer(401, 'Unauthorized', { durationMs: 1230, bytes: 90 }),
          },
          outcome: 'failed',
          assertions: [
            failed(
              'is answered with 200',
              'expected response to have status code 200 but got 401\ninvalid_client: Client authentication failed <&\'">',
            ),
            {
              name: plain('legwork: the test script runs to its end'),
              outcome: 'failed',
              message: plain('TypeError: x is undefined'),
              broken: true,
            },
            { name: plain('holds an id_token'), outcome: 'skipped' },
          ],
        }),
        notSent('Share a post', { outcome: 'skipped', skipReason: plain('publish is not true') }),
        notSent('Read userinfo', { outcome: 'not-reached' }),
      ],
    }),
    flow('refresh', 'Refresh token', {
      outcome: 'not-run',
      reason: plain('LINKEDIN_REFRESH_TOKEN is not set'),
    }),
  ],
  'failed',
);
