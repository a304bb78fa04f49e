// @ts-nocheck
import { type FaultKind, faultText } from '../../../src/emulator/faults/catalogue.ts';
import type { FaultTarget } from '../../../src/emulator/faults/targets.ts';

/** One run: a flow against an emulator on which one thing goes wrong. */
export interface Case {
  readonly flow: string;
  /** As `--fault` takes it: `token#1=status:503`. */
  readonly fault: string;
}

/** Every fault of the catalogue, with the numbers that are worth a row of their own. */
const faults = {
  throttle: ['throttle', 'throttle:1', 'throttle:3600'],
  daily: ['daily:1'],
  status: ['status:500', 'status:502', 'status:503', 'status:999'],
  'redirect-loop': ['redirect-loop'],
  'cookie-pin': ['cookie-pin'],
  'replication-lag': ['replication-lag:60'],
  'clock-ahead': ['clock-ahead:7200'],
  'clock-behind': ['clock-behind:7200'],
  reset: ['reset'],
  lost: ['lost'],
  cut: ['cut'],
  truncate: ['truncate'],
  'wrong-length': ['wrong-length'],
  stall: ['stall'],
  trickle: ['trickle:2'],
  latency: ['latency:20'],
  'wrong-type': ['wrong-type'],
  malformed: ['malformed'],
  html: ['html'],
  empty: ['empty'],
  huge: ['huge:1'],
  'react-login': ['react-login'],
  interstitial: ['interstitial'],
  captcha: ['captcha'],
  pin: ['pin'],
  approval: ['approval'],
  'second-factor': ['second-factor'],
  'refused-login': ['refused-login'],
} as const satisfies Readonly<Record<FaultKind, readonly string[]>>;

/** Which calls of an endpoint are met. */
const FIRST = '#1';
const ALL = '';

/** The endpoints that each flow visits, and which calls of them are met. */
const places: Readonly<Record<string, Partial<Record<FaultTarget, readonly string[]>>>> = {
  'client-credentials': { token: [FIRST, ALL], introspection: [FIRST, ALL], api: [FIRST, ALL] },
  'three-legged': {
    authorization: [FIRST, ALL],
    login: [FIRST, ALL],
    'login-submit': [FIRST, ALL],
    consent: [FIRST, ALL],
    'consent-submit': [FIRST, ALL],
    token: [FIRST, ALL],
    introspection: [FIRST, ALL],
    api: [FIRST, ALL],
  },
  // Half a hundred requests, each of which shall be refused: one that goes wrong must not be taken for a refusal.
  refusals: { authorization: [FIRST], token: [FIRST], api: [FIRST], any: [ALL] },
};

const numbered = Object.values(faults).flat();

/** The whole matrix: every fault, at every endpoint of every flow. */
export const cases: readonly Case[] = Object.entries(places).flatMap(([flow, targets]) =>
  Object.entries(targets).flatMap(([target, calls]) =>
    numbered
      .filter((fault) => goesWith(fault, target))
      .flatMap((fault) => calls.map((which) => ({ flow, fault: `${target}${which}=${fault}` }))),
  ),
);

/** Faults that show a page go with the endpoints that have one. */
function goesWith(fault: string, target: string): boolean {
  const { on } = faultText(fault.split(':')[0] as FaultKind);
  return on === undefined || on.some((one) => one === target);
}

/**
 * The part of the matrix that is tried each time: every fault in the two flows that people run, at an endpoint that
 * changes from fault to fault, and some of the refusals.
 */
export const everyday: readonly Case[] = Object.entries(places).flatMap(([flow, targets]) =>
  numbered
    .filter((_, index) => flow !== 'refusals' || index % 6 === 1)
    .flatMap((fault, index) => {
      const names = Object.entries(targets).filter(([target]) => goesWith(fault, target));
      const [target, calls = []] = names[index % names.length] ?? [];
      if (target === undefined) return [];
      return { flow, fault: `${target}${calls[Math.floor(index / names.length) % calls.length]}=${fault}` };
    }),
);
