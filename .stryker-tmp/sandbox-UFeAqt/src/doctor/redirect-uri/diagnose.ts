// @ts-nocheck
import { visible } from '../../oauth/characters.ts';
import { mendedRedirectUri } from '../../oauth/mended-redirect-uri.ts';
import { brokenRedirectUriRules } from '../../oauth/redirect-uri-rules.ts';
import type { Diagnosis, NamedText, Problem } from '../diagnosis.ts';
import type { ProblemCode } from '../problems/all.ts';
import { componentDifferences } from './differences.ts';
import { pairOf, type RedirectUriObservation, type RedirectUriPair } from './observation.ts';
import { pasteTraps } from './paste-traps.ts';
import { postmanAdvice, postmanCallback } from './postman.ts';
import { registrationRules } from './registration-rules.ts';

/**
 * Why a redirect_uri is refused: compares it with the registered values as servers do (RFC 6749 section 3.1.2.3), and
 * checks the rules for registering one. It never throws.
 */
export function diagnoseRedirectUri(observation: RedirectUriObservation): Diagnosis {
  const pair = pairOf(observation);
  const postman = postmanCallback(observation);
  const found = [
    ...pasteTraps(pair),
    // Whose callback is Postman's need not hear how that differs from their own.
    ...(postman.length > 0 ? postman : componentDifferences(pair)),
    ...registrationRules(pair, observation.rules),
  ];
  const problems = onePerCode(found);
  return {
    version: 1,
    subject: 'redirect-uri',
    summary: summary(observation, pair, problems),
    problems,
    facts: facts(observation),
    exact: exactValues(observation, pair, problems),
    advice: advice(observation, pair, problems),
  };
}

/** Rules that a difference has said already. */
const SAID_BY: Partial<Record<ProblemCode, ProblemCode>> = {
  'query-not-registered': 'query-differs',
  fragment: 'fragment-differs',
};

/** The same thing is said once: a comparison often finds what a rule forbids. */
function onePerCode(problems: readonly Problem[]): Problem[] {
  const codes = problems.map(({ code }) => code);
  return problems.filter(({ code }, index) => {
    const said = SAID_BY[code];
    return codes.indexOf(code) === index && (said === undefined || !codes.includes(said));
  });
}

function summary(
  { registered }: RedirectUriObservation,
  { isAccepted }: RedirectUriPair,
  problems: readonly Problem[],
): string {
  const [first, ...others] = problems;
  const more = others.length === 0 ? '' : ` And ${others.length} more, below.`;
  if (registered.length === 0) {
    return first === undefined
      ? 'The redirect_uri keeps the rules for registering one. Give what is registered with --registered to compare.'
      : `This redirect_uri will make trouble: ${inSentence(first.title)}.${more}`;
  }
  if (isAccepted) {
    return first === undefined
      ? 'The redirect_uri equals a registered value, character by character.'
      : `The redirect_uri equals a registered value, but: ${inSentence(first.title)}.${more}`;
  }
  return first === undefined
    ? 'The redirect_uri does not equal a registered value.'
    : `The redirect_uri does not equal a registered value: ${inSentence(first.title)}.${more}`;
}

/** A title in the middle of a sentence begins with a small letter, unless its first word is a name. */
function inSentence(title: string): string {
  return /^(?:LinkedIn|Postman|OAuth)/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

function facts({ requested, registered }: RedirectUriObservation): NamedText[] {
  return [
    { name: 'sent', text: visible(requested) || '(empty)' },
    ...registered.map((value) => ({ name: 'registered', text: visible(value) || '(empty)' })),
  ];
}

function advice(
  observation: RedirectUriObservation,
  { nearest }: RedirectUriPair,
  problems: readonly Problem[],
): string[] {
  if (problems.length === 0) return postmanAdvice(observation);
  return [
    ...(nearest === undefined ? [] : [ONE_TEXT]),
    ...(problems.some(({ code }) => code === 'postman-callback') ? [] : postmanAdvice(observation)),
  ];
}

const ONE_TEXT =
  'A server compares the redirect_uri of a request with the registered ones as plain text, so that nobody can have a code sent somewhere else. That two addresses lead to the same place does not count.';

/** What to copy: the one value to use in both places, or the two ways to make both equal. */
function exactValues(
  { rules, registered }: RedirectUriObservation,
  { requested, nearest }: RedirectUriPair,
  problems: readonly Problem[],
): NamedText[] {
  if (problems.length === 0) return [];
  const wanted = mendedRedirectUri(requested, rules);
  const known = nearest === undefined ? undefined : mendedRedirectUri(nearest.registered, rules);
  const isUsable = (value: string) => brokenRedirectUriRules(value, rules).length === 0;
  const inAddress = (value: string) => ({
    name: 'in an address it is written',
    text: encodeURIComponent(toWellFormed(value)),
  });
  if (registered.length === 0 || known === undefined || known === wanted) {
    if (!isUsable(wanted)) return [];
    return [
      { name: 'register exactly', text: wanted },
      { name: 'send exactly', text: wanted },
      inAddress(wanted),
    ];
  }
  return [
    ...(isUsable(wanted) ? [{ name: 'either register exactly', text: wanted }] : []),
    ...(isUsable(known)
      ? [{ name: isUsable(wanted) ? 'or send exactly' : 'send exactly', text: known }, inAddress(known)]
      : []),
  ];
}

/** A lone half of a surrogate pair cannot be encoded. */
function toWellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
