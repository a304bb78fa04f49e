import { type Problem, problem } from '../diagnosis.ts';
import type { Answer } from './observation.ts';
import { quotation } from './quotation.ts';
import { statusProblem } from './status-alone.ts';

/** What can be said where no known text or code was found; nothing for what is plainly a success. */
export function unknownProblems(answer: Answer): Problem[] {
  const { status, form, page, error } = answer;
  if (form === 'binary') return [problem('not-text')];
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
  // JSON with a good status is a success only where nothing in it speaks against it.
  if (answer.isSuccess || (form !== 'json' && status !== undefined && status < 400)) return [];
  return [problem('unknown-refusal', { evidence })];
}
