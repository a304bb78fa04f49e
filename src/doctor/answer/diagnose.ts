import { lookUpError } from '../../providers/match-error.ts';
import { visible } from '../../redirect-uri/characters.ts';
import { type Diagnosis, type NamedText, type Problem, problem } from '../diagnosis.ts';
import { quoted } from '../mask.ts';
import { refusalCode, refusalTitle } from '../problems/refusals.ts';
import { diagnoseRedirectUri } from '../redirect-uri/diagnose.ts';
import { aboutNamedScope } from './named-scope.ts';
import type { Answer, AnswerObservation } from './observation.ts';
import { statusProblem } from './status-alone.ts';

/**
 * Why a server said no: recognises every refusal that the provider is known for and the codes of the RFCs, and judges
 * by the status where there is nothing else. Where one answer has several causes they come most likely first.
 */
export function diagnoseAnswer(observation: AnswerObservation): Diagnosis {
  const problems = problemsOf(observation);
  const { answer } = observation;
  const [first, ...others] = problems;
  const cut = answer.isCut ? ['The input is long: only its first 128 kilobytes were read.'] : [];
  return {
    version: 1,
    subject: 'error',
    summary:
      first === undefined
        ? 'This answer is no refusal.'
        : `${first.title}.${others.length === 0 ? '' : ` ${others.length} more to look at, below.`}`,
    problems,
    facts: facts(answer),
    exact: [],
    advice: cut,
  };
}

/** Causes of one error response that are told. */
const MOST = 3;

function problemsOf(observation: AnswerObservation): Problem[] {
  const { answer, redirectUri } = observation;
  if (answer.form === 'binary') return [problem('not-text')];
  const known = lookUpError(observation.profile, answer)
    .slice(0, MOST)
    .map(({ key, errorCase }) =>
      problem(refusalCode(key), {
        title: refusalTitle(errorCase),
        explanation: errorCase.cause,
        remedy: errorCase.remedy,
        evidence: quotation(answer),
        causes: errorCase.causes,
      }),
    );
  if (known.some(({ code }) => code === 'rejected-redirect-uri-mismatch')) {
    return [...known.map((each) => withRedirectUri(each, redirectUri)), ...problemsWith(redirectUri)];
  }
  if (known[0]?.code === 'rejected-unauthorized-scope') {
    const { evidence, problems } = aboutNamedScope(observation);
    return [...known.map((each) => ({ ...each, evidence: [...each.evidence, ...evidence] })), ...problems];
  }
  return known.length > 0 ? known : unknown(answer);
}

/** The value that was sent, beside the refusal that is about it. */
function withRedirectUri(found: Problem, redirectUri: string | undefined): Problem {
  if (redirectUri === undefined) return found;
  return { ...found, evidence: [...found.evidence, `sent        ${visible(redirectUri)}`] };
}

function problemsWith(redirectUri: string | undefined): readonly Problem[] {
  if (redirectUri === undefined) return [];
  return diagnoseRedirectUri({
    kind: 'redirect-uri',
    requested: redirectUri,
    registered: [],
    rules: { ignoresQuery: true },
  }).problems;
}

function unknown(answer: Answer): Problem[] {
  const { status, form, page, error } = answer;
  const evidence = quotation(answer);
  const byStatus = status === undefined ? undefined : statusProblem(status);
  if (byStatus === 'client-blocked') return [problem(byStatus, { evidence })];
  if (page !== undefined) {
    if (page.fields.some((name) => /^(?:pin|captcha\w*|challengeId)$/i.test(name)))
      return [problem('login-challenge', { evidence })];
    return [
      ...(byStatus === undefined ? [] : [problem(byStatus, { evidence })]),
      problem('page-instead-of-json', { evidence }),
    ];
  }
  // What the server wrote says more than a number.
  if (error !== undefined) return [problem('unknown-refusal', { evidence })];
  if (byStatus !== undefined) return [problem(byStatus, { evidence })];
  if (form === 'empty') return status === undefined ? [problem('nothing-to-read')] : [];
  return answer.isSuccess || (status !== undefined && status < 400)
    ? []
    : [problem('unknown-refusal', { evidence })];
}

const LONGEST_QUOTE = 300;

function quotation({ status, error, words, page }: Answer): string[] {
  const text = page?.text || words;
  return [
    ...(status === undefined ? [] : [`status  ${status}`]),
    ...(error === undefined ? [] : [`error   ${quoted(error)}`]),
    ...(text.trim() === '' ? [] : [`text    ${short(quoted(text.trim().replace(/\s+/g, ' ')))}`]),
  ];
}

function short(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}...` : text;
}

const FORMS: Readonly<Record<Answer['form'], string>> = {
  empty: 'no body',
  binary: 'bytes that are no text',
  json: 'JSON',
  page: 'a web page',
  parameters: 'parameters of an address',
  text: 'plain text',
};

function facts({ form, status, error, page }: Answer): NamedText[] {
  return [
    { name: 'read as', text: FORMS[form] },
    ...(status === undefined ? [] : [{ name: 'status', text: String(status) }]),
    ...(error === undefined ? [] : [{ name: 'error', text: quoted(error) }]),
    ...(page === undefined || page.title === '' ? [] : [{ name: 'title', text: quoted(page.title) }]),
  ];
}
