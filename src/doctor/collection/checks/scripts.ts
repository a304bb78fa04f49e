import { type Problem, problem } from '../../diagnosis.ts';
import type { CheckedCode } from '../../problems/all.ts';
import { isAuthorization, isLogin, isScripted, readsLocation } from '../kinds.ts';
import type { CollectionObservation, CollectionRequest } from '../observation.ts';
import { scriptsOf } from '../resolve.ts';
import { shownLine } from '../shown-line.ts';

/** What scripts that play a browser do wrong. */
export function scripts(observation: CollectionObservation): Problem[] {
  const { requests } = observation;
  const isLoginScripted = isScripted(observation);
  const inScript = (code: keyof typeof PATTERNS, isWrong: (script: string) => boolean) => {
    const found = observation.scripts.find(({ text }) => PATTERNS[code].test(text) && isWrong(text));
    return found === undefined
      ? []
      : [problem(code, { evidence: [`request  ${found.place}`, ...lineOf(PATTERNS[code], found.text)] })];
  };
  const at = (code: CheckedCode, isWrong: (request: CollectionRequest) => boolean) =>
    requests
      .filter(isWrong)
      .slice(0, 1)
      .map((request) => problem(code, { evidence: [`request  ${request.place}`] }));
  const handlesCode =
    requests.some(isAuthorization) || observation.scripts.some(({ text }) => readsLocation(text));
  return [
    ...inScript('every-form', () => true),
    ...inScript('code-from-any-address', (script) => handlesCode && !/redirect_?uri/i.test(script)),
    ...(isLoginScripted ? inScript('location-not-checked', (script) => !CHECKS.test(script)) : []),
    ...(isLoginScripted
      ? at(
          'fixed-submit-address',
          (request) => isLogin(request, observation) && !isVariablePath(request.address),
        )
      : []),
    ...(isLoginScripted
      ? at(
          'redirects-followed',
          (request) =>
            request.followsRedirects &&
            (isAuthorization(request) || isLogin(request, observation) || readsLocation(request.test)),
        )
      : []),
    ...(isLoginScripted ? outcomes(observation) : []),
  ];
}

const PATTERNS = {
  'every-form': /\$\(\s*['"`]form['"`]\s*\)\s*(?:;|\.(?:serialize\w*|attr|find)\b)/,
  'code-from-any-address':
    /[?&]code=|\bcode=\(|(?<!(?:environment|variables|Variables|globals)\.)\bget\(\s*['"`]code['"`]\s*\)|split\(\s*['"`][?&]?code=|\bquery\.code\b/,
  'location-not-checked': /['"`]location['"`]/i,
} as const;

const CHECKS = /\bif\s*\(|\?\s|to\.have\.header|pm\.expect|&&|\|\|/;

/** The line of the script that shows it. */
function lineOf(pattern: RegExp, script: string): string[] {
  const line = script.split('\n').find((each) => pattern.test(each));
  return line === undefined ? [] : [`script   ${shownLine(line)}`];
}

/** A path that is written out cannot be what the form said. */
function isVariablePath(address: string): boolean {
  return /\{\{[^{}]*\}\}$/.test(address) || !/^(?:https?:\/\/|\{\{[^{}]*\}\})[^{}]*\//i.test(address);
}

function outcomes(observation: CollectionObservation): Problem[] {
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
