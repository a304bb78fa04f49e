import { type ErrorCase, type ErrorCause, errorPattern } from '../../providers/error-case.ts';
import type { ProblemCause, ProviderFacts } from '../../providers/facts.ts';
import type { FoundLiteral } from '../../providers/find-literals.ts';
import { lookUpError, type MatchingCase, matchErrors } from '../../providers/match-error.ts';
import { literalsOf } from '../../providers/recognize.ts';
import { type Problem, problem } from '../diagnosis.ts';
import type { CheckedCode, ProblemCode } from '../problems/all.ts';
import { causeEntries, type ExplainedCause } from '../problems/by-cause.ts';
import { refusalCode, refusalTitle } from '../problems/refusals.ts';
import type { AnswerObservation } from './observation.ts';
import { quotation } from './quotation.ts';
import { spokenOf } from './speaks-of.ts';
import { aboutRedirectUri, codeAboutRedirectUri } from './speaks-of-redirect-uri.ts';

/** Causes of one error response that are told. */
const MOST = 3;

/** The problems that an error response is known to mean, and the texts of the atlas that are in it. */
export interface KnownProblems {
  readonly problems: Problem[];
  readonly literals: readonly FoundLiteral[];
}

/**
 * Looks an error response up. Words beat codes, what one provider says beats what several say:
 *
 * 1. words of a case that the provider's profile explains
 * 2. a text or number that only this provider writes
 * 3. a sentence that several providers write, unless the words speak of a redirect URI and that sentence does not
 * 4. words about a redirect URI, whoever says them
 * 5. a number or code of the profile, then one of the atlas
 * 6. words about something else that can be told
 * 7. a code about redirect URIs, then one of the RFCs
 */
export function knownProblems(observation: AnswerObservation): KnownProblems {
  const { profile, answer, recognized } = observation;
  if (answer.form === 'binary' || answer.form === 'empty') {
    return { problems: casesAs(lookUpError(profile, answer), observation), literals: [] };
  }
  const provider = recognized?.facts ?? profile.facts;
  const atlas = observation.atlas ?? (provider === undefined ? [] : [provider]);
  const literals = literalsOf(answer.everything, atlas, provider).sort(byWeight(provider));
  const own = matchErrors(profile.errors, answer);
  const ownBy = (...ways: MatchingCase['by'][]) => own.filter(({ by }) => ways.includes(by));
  const net = aboutRedirectUri(answer.words, answer.error);
  const identifying = literals.filter(({ literal }) => literal.recognition === 'identifies');
  const sentences = literals.filter(({ literal }) => isSentence(literal.text));
  const better = net === undefined ? sentences : sentences.filter(speaksOfRedirect);
  const attempts: (() => Problem[])[] = [
    () => casesAs(ownBy('words'), observation),
    () => literalAs(identifying[0], provider, observation),
    () => literalAs(better[0], provider, observation),
    () => causeAs(net, observation),
    () => casesAs(ownBy('number', 'own code'), observation),
    () => literalAs(literals[0], provider, observation),
    () => causeAs(spokenOf(answer.words), observation),
    () => causeAs(codeAboutRedirectUri(answer.error ?? ''), observation),
    () => casesAs(lookUpError(profile, answer), observation),
  ];
  for (const attempt of attempts) {
    const problems = attempt();
    if (problems.length > 0) return { problems, literals };
  }
  return { problems: [], literals };
}

/** Sentences before codes, those of the provider before others, the longer before the shorter. */
function byWeight(provider: ProviderFacts | undefined) {
  const weight = (found: FoundLiteral) =>
    (isSentence(found.literal.text) ? 100_000 : 0) +
    (found.provider === provider ? 10_000 : 0) +
    found.literal.text.length;
  return (one: FoundLiteral, other: FoundLiteral) => weight(other) - weight(one);
}

function isSentence(text: string): boolean {
  return /\S\s+\S/.test(text);
}

function speaksOfRedirect({ literal }: FoundLiteral): boolean {
  return /redirect|callback|reply/i.test(literal.text);
}

function casesAs(cases: readonly MatchingCase[], { answer }: AnswerObservation): Problem[] {
  return cases.slice(0, MOST).map(({ key, errorCase }) =>
    problem(refusalCode(key), {
      title: refusalTitle(asSeen(errorCase, answer)),
      explanation: errorCase.cause,
      remedy: errorCase.remedy,
      evidence: quotation(answer),
      causes: errorCase.causes,
    }),
  );
}

/** A case with those of its texts and codes that are really there: nothing is quoted that nobody said. */
function asSeen(errorCase: ErrorCase, { words, error }: AnswerObservation['answer']): ErrorCase {
  const { text, error: own, otherTexts = [], otherErrors = [], ...rest } = errorCase;
  const seen = [text ?? '', ...otherTexts].find((each) => errorTextPattern(each).test(words));
  const code = [own, ...otherErrors].find((each) => each === error);
  return { ...rest, ...(seen !== undefined && { text: seen }), ...(code !== undefined && { error: code }) };
}

function errorTextPattern(text: string): RegExp {
  return new RegExp(errorPattern({ text }), 'i');
}

/** A literal of the atlas: its note is told only where the provider is the one that it is true of. */
function literalAs(
  found: FoundLiteral | undefined,
  provider: ProviderFacts | undefined,
  observation: AnswerObservation,
): Problem[] {
  if (found === undefined) return [];
  const { literal } = found;
  const note = found.provider === provider ? literal.note : undefined;
  const [first, ...others] = causeAs(literal.cause, observation);
  if (first === undefined) return [];
  return [note === undefined ? first : { ...first, explanation: `${note} ${first.explanation}` }, ...others];
}

/** Causes that have a problem of their own already. */
const CHECKED: Partial<Readonly<Record<ProblemCause, CheckedCode>>> = {
  throttled: 'too-many-requests',
  server: 'server-trouble',
  network: 'server-unreachable',
};

/** A cause of the fixed list as a problem. */
function causeAs(cause: ProblemCause | undefined, observation: AnswerObservation): Problem[] {
  if (cause === undefined || cause === 'unknown') return [];
  const evidence = quotation(observation.answer);
  const code: ProblemCode = CHECKED[cause] ?? `rejected-${cause as ExplainedCause}`;
  const entry: { readonly causes?: readonly ErrorCause[] } | undefined =
    causeEntries[cause as ExplainedCause];
  return [problem(code, { evidence, causes: withPlace(cause, entry?.causes, observation) })];
}

/** The causes, with the place where the provider has its redirect URIs registered in the first remedy. */
function withPlace(
  cause: ProblemCause,
  causes: readonly ErrorCause[] | undefined,
  observation: AnswerObservation,
): readonly ErrorCause[] | undefined {
  const [first, ...others] = causes ?? [];
  const register = cause === 'redirect-uri' ? whereToRegister(observation) : undefined;
  return first === undefined || register === undefined ? causes : [{ ...first, remedy: register }, ...others];
}

/** Where a redirect URI is registered, in the words of the provider's own pages. */
function whereToRegister({ profile, recognized }: AnswerObservation): string | undefined {
  const registration = (recognized?.facts ?? profile.facts)?.registration;
  if (registration === undefined) return undefined;
  const { page, field } = registration;
  return `Register exactly what is sent: ${page.value}, field "${field.value}". Or send exactly what is registered there.`;
}
