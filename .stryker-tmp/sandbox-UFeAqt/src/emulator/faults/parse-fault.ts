// @ts-nocheck
import { failure } from '../../failure.ts';
import { didYouMean } from '../../nearest.ts';
import { type FaultKind, faultKinds, faultText } from './catalogue.ts';
import { type FaultTarget, faultTargets } from './targets.ts';

/** Something that goes wrong, where and at which calls. */
export interface FaultRule {
  /** As it was written. */
  readonly spec: string;
  readonly target: FaultTarget;
  /** Counted from 1, per rule; both ends belong to it. */
  readonly calls: { readonly first: number; readonly last: number };
  readonly kind: FaultKind;
  readonly value: number | undefined;
}

/**
 * Reads `ENDPOINT[#CALLS]=FAULT[:NUMBER]`: `token#1=status:503`, `api#2-4=throttle:10`, `any#3+=reset`.
 *
 * @throws Failure FAULT_INVALID
 */
export function parseFault(spec: string): FaultRule {
  const refuse = (problem: string) => failure('FAULT_INVALID', { spec, problem });
  const parts = /^([^#=]*)(?:#([^=]*))?=([^:]*)(?::(.*))?$/.exec(spec.trim());
  if (parts === null) throw refuse('there is no "=" in it.');
  const [, endpoint = '', calls, name = '', number] = parts;
  const target = faultTargets.find((candidate) => candidate === endpoint);
  if (target === undefined) {
    throw refuse(`there is no endpoint "${endpoint}". ${suggestion(endpoint, faultTargets)}`);
  }
  const kind = faultKinds.find((candidate) => candidate === name);
  if (kind === undefined) throw refuse(`there is no fault "${name}". ${suggestion(name, faultKinds)}`);
  const { on } = faultText(kind);
  if (on !== undefined && !on.includes(target)) {
    throw refuse(`"${kind}" does not go with "${target}", but with ${on.join(', ')}.`);
  }
  const range = rangeOf(calls);
  if (range === undefined) {
    throw refuse(`"${calls}" names no calls. Write 2, 2-4 or 2+; calls are counted from 1.`);
  }
  return { spec: spec.trim(), target, calls: range, kind, value: numberOf(kind, number, refuse) };
}

function rangeOf(calls: string | undefined): FaultRule['calls'] | undefined {
  if (calls === undefined) return { first: 1, last: Number.POSITIVE_INFINITY };
  const parts = /^(\d{1,9})(?:(\+)|-(\d{1,9}))?$/.exec(calls);
  if (parts === null) return undefined;
  const first = Number(parts[1]);
  const last = parts[2] === '+' ? Number.POSITIVE_INFINITY : Number(parts[3] ?? parts[1]);
  return first >= 1 && last >= first ? { first, last } : undefined;
}

function numberOf(
  kind: FaultKind,
  number: string | undefined,
  refuse: (problem: string) => Error,
): number | undefined {
  const { value } = faultText(kind);
  if (value === undefined) {
    if (number !== undefined) throw refuse(`"${kind}" takes no number.`);
    return undefined;
  }
  if (number === undefined && value.optional) return undefined;
  const given = /^\d{1,9}$/.test(number ?? '') ? Number(number) : Number.NaN;
  if (given >= value.least && given <= value.most) return given;
  throw refuse(
    `"${kind}" takes ${value.of}, from ${value.least} to ${value.most}, not "${number ?? ''}": write ${kind}:${Math.max(value.least, Math.min(value.most, 5))}.`,
  );
}

function suggestion(word: string, candidates: readonly string[]): string {
  return didYouMean(word, candidates) || `There are: ${candidates.join(', ')}.`;
}
