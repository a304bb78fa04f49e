// @ts-nocheck
import { type Problem, problem } from '../../diagnosis.ts';
import type { CheckedCode } from '../../problems/all.ts';
import { isAuthorization, isLogin, isScripted, readsLocation } from '../kinds.ts';
import type { CollectionObservation, CollectionRequest } from '../observation.ts';
import { scriptsOf } from '../resolve.ts';

/** What scripts that play a browser do wrong. */
export function scripts(observation: CollectionObservation): Problem[] {
  const { requests } = observation;
  const at = (code: CheckedCode, isWrong: (request: CollectionRequest) => boolean) =>
    requests
      .filter(isWrong)
      .slice(0, 1)
      .map((request) => problem(code, { evidence: [`request  ${request.place}`, ...lineOf(code, request)] }));
  return [
    ...at('every-form', ({ test, prerequest }) => PATTERNS['every-form'].test(`${prerequest}\n${test}`)),
    ...at(
      'code-from-any-address',
      ({ test }) => PATTERNS['code-from-any-address'].test(test) && !/redirect_?uri/i.test(test),
    ),
    ...at(
      'location-not-checked',
      ({ test }) =>
        PATTERNS['location-not-checked'].test(test) &&
        !/\bif\s*\(|\?\s|to\.have\.header|pm\.expect|&&|\|\|/.test(test),
    ),
    ...at('fixed-submit-address', (request) => isLogin(request) && !isVariablePath(request.address)),
    ...at(
      'redirects-followed',
      (request) =>
        request.followsRedirects &&
        isScripted(observation) &&
        (isAuthorization(request) || isLogin(request) || readsLocation(request.test)),
    ),
    ...outcomes(observation),
  ];
}

const PATTERNS = {
  'every-form': /\$\(\s*['"`]form['"`]\s*\)\s*(?:;|\.(?:serialize\w*|attr|find)\b)/,
  'code-from-any-address':
    /[?&]code=|\bcode=\(|get\(\s*['"`]code['"`]\s*\)|split\(\s*['"`][?&]?code=|\bquery\.code\b/,
  'location-not-checked': /['"`]location['"`]/i,
} as const;

/** The line of the script that shows it. */
function lineOf(code: CheckedCode, { prerequest, test }: CollectionRequest): string[] {
  const pattern = (PATTERNS as Partial<Record<CheckedCode, RegExp>>)[code];
  if (pattern === undefined) return [];
  const line = `${prerequest}\n${test}`.split('\n').find((each) => pattern.test(each));
  return line === undefined ? [] : [`script   ${line.trim().slice(0, 200)}`];
}

/** A path that is written out cannot be what the form said. */
function isVariablePath(address: string): boolean {
  return /\{\{[^{}]*\}\}$/.test(address) || !/^(?:https?:\/\/|\{\{[^{}]*\}\})[^{}]*\//i.test(address);
}

function outcomes(observation: CollectionObservation): Problem[] {
  if (!isScripted(observation)) return [];
  const all = scriptsOf(observation);
  const missing = [
    ...(/challenge|checkpoint|captcha/i.test(all) ? [] : ['a challenge (captcha, PIN)']),
    ...(/consent|authorization-submit|oauth__auth-form|approve/i.test(all) ? [] : ['the consent page']),
    ...(/[?&]error=|['"`]error['"`]|\.error\b/i.test(all) ? [] : ['error= in the redirect']),
  ];
  return missing.length === 0
    ? []
    : [problem('outcome-not-checked', { evidence: missing.map((what) => `missing  ${what}`) })];
}
