import type { FaultTarget } from './targets.ts';

/** The number that stands behind the colon of a fault. */
interface FaultValue {
  /** What it counts, for messages and docs. */
  readonly of: string;
  readonly least: number;
  readonly most: number;
  /** Whether it may be left out. */
  readonly optional?: true;
}

interface FaultText {
  /**
   * `clock`: the endpoint acts at another time. `instead`: the endpoint does nothing and something else is answered. `damage`: the endpoint acts, and its response is
   * changed. `delivery`: the endpoint acts, and its response travels badly; that shows on a socket only.
   */
  readonly when: 'clock' | 'instead' | 'damage' | 'delivery';
  /** One sentence, with {value} where the number stands. */
  readonly description: string;
  readonly value?: FaultValue;
  /** The only endpoints that it goes with; any, if left out. */
  readonly on?: readonly FaultTarget[];
}

const MILLISECONDS = { of: 'milliseconds', least: 1, most: 600_000 } as const;

/** Everything that the emulator can do wrong on request: its names, values and what happens. Pure data. */
const faultTexts = {
  throttle: {
    when: 'instead',
    description:
      "429 with LinkedIn's body, as if a daily limit were used up. The number, if given, goes into Retry-After; LinkedIn sends none.",
    value: { of: 'seconds', least: 1, most: 86_400, optional: true },
  },
  daily: {
    when: 'instead',
    description: '429 for every call beyond {value} on the same day. Days begin at midnight UTC.',
    value: { of: 'calls a day', least: 0, most: 1_000_000 },
  },
  status: {
    when: 'instead',
    description: 'An error page with this status, as gateways send it. 999 is how LinkedIn blocks a client.',
    value: { of: 'a status', least: 400, most: 999 },
  },
  'redirect-loop': { when: 'instead', description: 'A redirect to the same address, for ever.' },
  'cookie-pin': {
    when: 'instead',
    description: 'A redirect to the same address that sets a cookie, until the client sends it.',
  },
  'react-login': {
    when: 'instead',
    description: 'A login page that is drawn by JavaScript: there is no form in it.',
    on: ['authorization', 'login', 'login-submit'],
  },
  interstitial: {
    when: 'instead',
    description:
      'A page that stands in the way and, by itself, leads to the same address after five seconds.',
    on: ['authorization', 'login', 'consent'],
  },
  captcha: {
    when: 'instead',
    description: 'The right password leads to a captcha.',
    on: ['login-submit'],
  },
  pin: {
    when: 'instead',
    description: 'The right password leads to a page that asks for a PIN out of an e-mail.',
    on: ['login-submit'],
  },
  approval: {
    when: 'instead',
    description: 'The right password leads to a page that waits for a tap in the app.',
    on: ['login-submit'],
  },
  'second-factor': {
    when: 'instead',
    description: 'The right password is answered with a page that asks for a one-time password.',
    on: ['login-submit'],
  },
  'refused-login': {
    when: 'instead',
    description: 'The right password leads back to the login, where scripted logins are refused for now.',
    on: ['login-submit'],
  },
  'replication-lag': {
    when: 'instead',
    description:
      '401 with 65601 (revoked) for {value} seconds after the token was issued, as LinkedIn shows while a token has not reached all of its servers.',
    value: { of: 'seconds', least: 1, most: 3600 },
  },
  'clock-ahead': {
    when: 'clock',
    description:
      'The clock of the endpoint is {value} seconds ahead: what it issues is from the future, and what it is shown has expired sooner.',
    value: { of: 'seconds', least: 1, most: 400 * 86_400 },
  },
  'clock-behind': {
    when: 'clock',
    description: 'The clock of the endpoint is {value} seconds behind: what it issues expires sooner.',
    value: { of: 'seconds', least: 1, most: 400 * 86_400 },
  },
  reset: { when: 'delivery', description: 'The connection is reset, and the request was not looked at.' },
  lost: {
    when: 'delivery',
    description: 'The endpoint acts, and the connection is reset before anything is answered.',
  },
  cut: { when: 'delivery', description: 'The connection is reset in the middle of the body.' },
  truncate: {
    when: 'delivery',
    description: 'The connection is closed in the middle of the body, short of its Content-Length.',
  },
  'wrong-length': {
    when: 'delivery',
    description: 'Content-Length names half of the body, so that a client reads half of it.',
  },
  stall: { when: 'delivery', description: 'Half of the body comes, and then nothing, without an end.' },
  trickle: {
    when: 'delivery',
    description: 'The body comes in sixteen parts, {value} milliseconds apart.',
    value: MILLISECONDS,
  },
  latency: {
    when: 'delivery',
    description: 'The answer comes {value} milliseconds late.',
    value: MILLISECONDS,
  },
  'wrong-type': { when: 'damage', description: 'The content type is application/octet-stream.' },
  malformed: {
    when: 'damage',
    description: 'The body ends in the middle: JSON and HTML that cannot be read.',
  },
  html: { when: 'damage', description: 'A page stands where the body was, under the same status.' },
  empty: { when: 'damage', description: 'The body is empty, under the same status.' },
  huge: {
    when: 'damage',
    description: 'The body has {value} megabytes more: comments in HTML, spaces in JSON.',
    value: { of: 'megabytes', least: 1, most: 100 },
  },
} as const satisfies Record<string, FaultText>;

export type FaultKind = keyof typeof faultTexts;

export const faultKinds = Object.keys(faultTexts) as FaultKind[];

/** A fault's entry, as one type. */
export function faultText(kind: FaultKind): FaultText {
  return faultTexts[kind];
}
