import { doctorCommand } from '../../redirect-uri/doctor-command.ts';
import { isMasked } from '../../redirect-uri/response-parameters.ts';
import { type Diagnosis, type NamedText, type Problem, problem } from '../diagnosis.ts';
import { problems as catalogue, type ProblemCode } from '../problems/all.ts';
import { componentDifferences } from './differences.ts';
import { exactValues } from './exact-values.ts';
import { pairOf, type RedirectUriObservation, type RedirectUriPair } from './observation.ts';
import { pasteTraps } from './paste-traps.ts';
import { postmanAdvice, postmanCallback } from './postman.ts';
import { providerProblems } from './provider-problems.ts';
import { registrationRules } from './registration-rules.ts';
import { factsOf, summaryOf } from './summary.ts';
import { whoWouldAccept } from './who-would-accept.ts';

/**
 * Why a redirect_uri is rejected: judges it by the provider's own rule, or compares it with the registered values as
 * text (RFC 6749 section 3.1.2.3), and checks the rules for registering one. It never throws, and shows no value that a
 * server sent to the callback.
 */
export function diagnoseRedirectUri(observation: RedirectUriObservation): Diagnosis {
  const pair = pairOf(observation);
  const problems = problemsOf(observation, pair);
  const { verdict, condition } = pair.verdict;
  return {
    version: 1,
    subject: 'redirect-uri',
    provider: observation.provider?.id ?? null,
    summary: summaryOf(observation, pair, problems),
    verdict,
    ...(condition === undefined ? {} : { condition }),
    problems,
    facts: factsOf(observation, pair),
    exact: [...exactValues(observation, pair, problems), ...nextCommand(observation, pair)],
    advice: advice(observation, pair, problems),
  };
}

function problemsOf(observation: RedirectUriObservation, pair: RedirectUriPair): Problem[] {
  const postman = postmanCallback(observation, pair);
  // Whose callback is Postman's need not hear how that differs from their own.
  const differences = postman.length > 0 ? postman : componentDifferences(pair, observation);
  const found = onePerCode([
    ...pasteTraps(pair),
    ...providerProblems(observation, pair, differences),
    ...differences,
    ...registrationRules(pair, observation),
  ]);
  // A rejected value is never without a problem, nor is one of which nobody can say anything.
  const isOpen = pair.nearest !== undefined && pair.verdict.verdict !== 'accepted' && found.length === 0;
  return isOpen ? [problem('masked-difference')] : found;
}

/** Rules that a difference has said already. */
const SAID_BY: Partial<Record<ProblemCode, ProblemCode>> = {
  'query-not-registered': 'query-differs',
  fragment: 'fragment-differs',
};

/** The same thing is said once: a comparison often finds what a rule forbids. What a provider rules out says more. */
function onePerCode(problems: readonly Problem[]): Problem[] {
  const codes = problems.map(({ code }) => code);
  return problems.filter(({ code, title }, index) => {
    const said = SAID_BY[code];
    const isOwn = title !== catalogue[code].title;
    return codes.indexOf(code) === index && (isOwn || said === undefined || !codes.includes(said));
  });
}

function advice(
  observation: RedirectUriObservation,
  pair: RedirectUriPair,
  problems: readonly Problem[],
): string[] {
  const { provider } = observation;
  const postman = problems.some(({ code }) => code === 'postman-callback') ? [] : postmanAdvice(observation);
  if (problems.length === 0) return postman;
  return [
    ...(provider === undefined ? [] : [whereToRegister(provider)]),
    ...(pair.nearest === undefined || provider !== undefined ? [] : [ONE_TEXT]),
    ...whoWouldAccept(observation, pair),
    ...postman,
  ];
}

function whereToRegister({
  name,
  registration: { page, field },
}: NonNullable<RedirectUriObservation['provider']>): string {
  return `${name} registers it here: ${page.value}, field "${field.value}".`;
}

const ONE_TEXT =
  'Without --provider both are compared as plain text, as the standards ask for. That two URLs lead to the same place does not count.';

/** Asks the server, which knows better than any rule. */
function nextCommand(
  { provider, requested }: RedirectUriObservation,
  { verdict, nearest, sent }: RedirectUriPair,
): NamedText[] {
  if (verdict.verdict === 'accepted' || requested.trim() === '') return [];
  // What is rejected whatever is registered need not be asked.
  if (nearest === undefined && verdict.verdict === 'refused') return [];
  const text = doctorCommand({
    provider: provider?.id ?? 'NAME',
    requested: sent.values[0],
    registered: nearest === undefined ? [] : [nearest.registered],
    probe: 'live',
  });
  return isMasked(text) ? [] : [{ name: 'to ask the server itself', text }];
}
