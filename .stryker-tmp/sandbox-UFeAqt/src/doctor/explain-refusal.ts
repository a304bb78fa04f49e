// @ts-nocheck
import { diagnoseAnswer } from './answer/diagnose.ts';
import type { AnswerObservation } from './answer/observation.ts';
import { readAnswer } from './answer/read-answer.ts';
import type { Diagnosis } from './diagnosis.ts';
import { wrapped } from './text.ts';

/** What a failed step of a run saw. */
export interface SeenRefusal {
  /** HTTP status; left out where no answer came. */
  readonly status?: number;
  /** The body, or what could be seen of the page. */
  readonly body?: string;
  /** Header Location of a redirect that carries an error. */
  readonly location?: string;
  /** `error` and `error_description`, where a script has read them already. */
  readonly error?: string;
  readonly description?: string;
  /** The redirect_uri of the authorization request. */
  readonly redirectUri?: string;
}

/** The diagnosis of a refusal that a run met. It never throws. */
export function explainRefusal(seen: SeenRefusal, profile: AnswerObservation['profile']): Diagnosis {
  const { status, error, description, location, redirectUri } = seen;
  const stated =
    error === undefined && description === undefined ? undefined : { error, error_description: description };
  const body = stated === undefined ? (seen.body ?? '') : JSON.stringify(stated);
  // A Location without an error is just a redirect.
  const redirect =
    location !== undefined && /[?&#]error=/.test(location)
      ? `HTTP/1.1 ${status ?? 302}\nlocation: ${location}`
      : undefined;
  const read = readAnswer(redirect ?? body);
  const answer = { ...read, ...(status === undefined ? {} : { status }) };
  return diagnoseAnswer({
    kind: 'answer',
    profile,
    answer,
    ...(redirectUri === undefined ? {} : { redirectUri }),
  });
}

/** The most likely problem in a few lines, for the end of a report; empty where there is none. */
export function shortDiagnosis({ problems }: Diagnosis): string {
  const [first] = problems;
  if (first === undefined) return '';
  const causes = (first.causes ?? []).map(({ cause, tell }, index) => `${index + 1}) ${cause} ${tell}`);
  return [
    ...wrapped(`Diagnosis: ${first.title}.`),
    ...wrapped(first.explanation, '  '),
    ...causes.flatMap((line) => wrapped(line, '  ', '     ')),
    ...(causes.length > 0 ? [] : wrapped(`What to do: ${first.remedy}`, '  ')),
    `  More: ${first.page}`,
    '',
  ].join('\n');
}
