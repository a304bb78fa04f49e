import type { ErrorCause } from '../../providers/error-case.ts';
import type { ProblemCause } from '../../providers/facts.ts';
import type { FoundLiteral } from '../../providers/find-literals.ts';
import { visible } from '../../redirect-uri/characters.ts';
import type { Diagnosis, NamedText, Problem } from '../diagnosis.ts';
import { quoted } from '../mask.ts';
import { compareCommand } from '../next-command.ts';
import { behindProxy } from '../problems/by-cause.ts';
import { diagnoseRedirectUri } from '../redirect-uri/diagnose.ts';
import { knownProblems } from './known-problems.ts';
import { aboutNamedScope } from './named-scope.ts';
import type { Answer, AnswerObservation } from './observation.ts';
import { type ToldValues, toldValues } from './told-values.ts';
import { unknownProblems } from './unknown-problems.ts';

/**
 * Why a server said no: recognizes the error responses that the provider is known for, the texts of every provider in
 * the atlas, words about redirect URIs, and the codes of the RFCs, and judges by the status where there is nothing else.
 * Where one error response has several causes they come most likely first.
 */
export function diagnoseAnswer(observation: AnswerObservation): Diagnosis {
  const { answer, profile, recognized } = observation;
  const { problems: known, literals } = knownProblems(observation);
  const told = withSent(toldValues(answer.everything, literals), observation);
  const problems = withValues(known, told, observation);
  const [first, ...others] = problems;
  return {
    version: 1,
    subject: 'error',
    provider: recognized?.facts.id ?? (profile.id || null),
    summary:
      first === undefined
        ? 'This answer is no refusal.'
        : `${first.title}.${others.length === 0 ? '' : ` ${others.length} more to look at, below.`}`,
    problems,
    facts: facts(observation),
    exact: next(problems, told, literals, observation),
    advice: answer.isCut ? ['The input is long: only its first 128 kilobytes were read.'] : [],
  };
}

function withSent(told: ToldValues, { redirectUri }: AnswerObservation): ToldValues {
  return redirectUri === undefined ? told : { ...told, requested: redirectUri };
}

/** The problems with what is known of the values that they are about. */
function withValues(known: Problem[], told: ToldValues, observation: AnswerObservation): Problem[] {
  const { answer } = observation;
  if (known.length === 0) return unknownProblems(answer);
  if (known.some(isAboutRedirectUri)) {
    return [
      ...known.map((each) => withEvidence(each, told)),
      ...comparison(known[0]?.cause, told, observation),
    ];
  }
  if (known[0]?.code === 'rejected-unauthorized-scope') {
    const { evidence, problems } = aboutNamedScope(observation);
    return [...known.map((each) => ({ ...each, evidence: [...each.evidence, ...evidence] })), ...problems];
  }
  return known;
}

function isAboutRedirectUri({ cause }: Problem): boolean {
  return cause === 'redirect-uri' || cause === 'redirect-uri-at-token';
}

function withEvidence(found: Problem, { requested, registered }: ToldValues): Problem {
  const lines = [
    ...(requested === undefined ? [] : [`sent        ${visible(quoted(requested))}`]),
    ...registered.map((value) => `expected    ${visible(quoted(value))}`),
  ];
  const isProxy = requested !== undefined && looksInner(requested, registered);
  const causes = isProxy && found.causes !== undefined ? likelyProxy(found.causes) : found.causes;
  return {
    ...found,
    evidence: [...found.evidence, ...lines],
    ...(causes === undefined ? {} : { causes }),
  };
}

function likelyProxy(causes: readonly ErrorCause[]): readonly ErrorCause[] {
  return causes.includes(behindProxy)
    ? [behindProxy, ...causes.filter((each) => each !== behindProxy)]
    : causes;
}

const OWN_COMPUTER = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i;
const INNER_HOST =
  /^(?:0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|[^.]+|.*\.(?:internal|local|svc|lan))$/i;

/** The value that is sent is that of an inner request: http or an inner host where https is expected, or 0.0.0.0. */
function looksInner(requested: string, registered: readonly string[]): boolean {
  if (!URL.canParse(requested)) return false;
  const { protocol, hostname } = new URL(requested);
  const isHttpsExpected = registered.some((uri) => /^https:/i.test(uri));
  if (hostname === '0.0.0.0') return true;
  if (isHttpsExpected)
    return protocol === 'http:' || INNER_HOST.test(hostname) || OWN_COMPUTER.test(hostname);
  return (
    registered.length === 0 &&
    !OWN_COMPUTER.test(hostname) &&
    (protocol === 'http:' || INNER_HOST.test(hostname))
  );
}

function comparison(
  cause: ProblemCause | undefined,
  { requested, registered }: ToldValues,
  { profile, recognized }: AnswerObservation,
): readonly Problem[] {
  if (requested === undefined) return [];
  // The token endpoint compares with the authorization request, by text: RFC 6749 section 4.1.3.
  const provider = cause === 'redirect-uri' ? (recognized?.facts ?? profile.facts) : undefined;
  return diagnoseRedirectUri({ kind: 'redirect-uri', requested, registered, rules: {}, provider }).problems;
}

/** What to do next with the values that are known: the page that the provider links to, and the comparison. */
function next(
  problems: readonly Problem[],
  { requested, registered }: ToldValues,
  literals: readonly FoundLiteral[],
  { profile, recognized }: AnswerObservation,
): NamedText[] {
  if (!problems.some(isAboutRedirectUri)) return [];
  const facts = recognized?.facts ?? profile.facts;
  const settings = literals.map(({ values }) => values.settings).find((value) => value !== undefined);
  return [
    ...(settings === undefined ? [] : [{ name: 'the page that the provider names', text: settings }]),
    compareCommand({ requested, registered, provider: facts?.id ?? (profile.id || undefined) }),
  ];
}

const FORMS: Readonly<Record<Answer['form'], string>> = {
  empty: 'no body',
  binary: 'bytes that are no text',
  json: 'JSON',
  page: 'a web page',
  parameters: 'parameters of an address',
  text: 'plain text',
};

function facts({ answer, recognized }: AnswerObservation): NamedText[] {
  const { form, status, error, page } = answer;
  return [
    { name: 'read as', text: FORMS[form] },
    ...(recognized === undefined
      ? []
      : [{ name: 'provider', text: `${recognized.facts.name}, ${quoted(recognized.reason)}` }]),
    ...(status === undefined ? [] : [{ name: 'status', text: String(status) }]),
    ...(error === undefined ? [] : [{ name: 'error', text: quoted(error) }]),
    ...(page === undefined || page.title === '' ? [] : [{ name: 'title', text: quoted(page.title) }]),
  ];
}
