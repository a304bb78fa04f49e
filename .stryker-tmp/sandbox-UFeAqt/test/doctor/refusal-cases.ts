// @ts-nocheck
import { diagnoseAnswer } from '../../src/doctor/answer/diagnose.ts';
import { readAnswer } from '../../src/doctor/answer/read-answer.ts';
import { type RefusalCode, refusalCode } from '../../src/doctor/problems/refusals.ts';
import { type ErrorCase, errorText } from '../../src/providers/error-case.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { standardErrors } from '../../src/providers/standard-errors.ts';
import { answer, META, type ProblemCase } from './observations.ts';

/** A refusal as the server that is known for it would send it. */
function played(errorCase: ErrorCase): string {
  const { place, error, status = 400, serviceErrorCode } = errorCase;
  const text = errorText(errorCase, {
    scope: 'r_x',
    parameter: 'code',
    client_id: 'x',
    response_type: 'token',
    operation: 'me.GET',
    version: '20250401',
    path: '/author',
    reason: '"x" is not',
    limit: 'APPLICATION DAY',
  });
  switch (place) {
    case 'authorization page':
    case 'login':
      return `HTTP/1.1 ${status} Refused\ncontent-type: text/html\n\n<html><body><h1>Bummer, something went wrong.</h1><p>${text.replaceAll('"', '&quot;')}</p>`;
    case 'authorization redirect':
      return `HTTP/1.1 303 See Other\nlocation: ${META}?${new URLSearchParams({ ...(error ? { error } : {}), ...(text ? { error_description: text } : {}) })}\n\n`;
    case 'token':
    case 'introspection':
      return `HTTP/1.1 ${status} Refused\n\n${JSON.stringify({ error, ...(text ? { error_description: text } : {}) })}`;
    case 'api':
      return serviceErrorCode === undefined && text === ''
        ? `HTTP/1.1 ${status} Refused\nwww-authenticate: Bearer error="${error}"\n\n`
        : `HTTP/1.1 ${status} Refused\n\n${JSON.stringify({ status, serviceErrorCode, code: error, message: text })}`;
  }
}

const anyServer = { id: 'any', name: 'Any server', errors: standardErrors };
const nothingKnown = () => answer('{"error":"own_code","error_description":"own words"}');

/** The refusals make their own cases, so that none can be forgotten. */
export const refusalCases = Object.fromEntries([
  ...Object.entries<ErrorCase>(standardErrors)
    // A page without a text of its own looks like any page.
    .filter(([, { error }]) => error !== undefined)
    .map(([key, errorCase]) => [
      refusalCode(key),
      {
        found: () =>
          diagnoseAnswer({ kind: 'answer', profile: anyServer, answer: readAnswer(played(errorCase)) }),
        notFound: nothingKnown,
      },
    ]),
  ...Object.entries<ErrorCase>(linkedin.errors).map(([key, errorCase]) => [
    refusalCode(key),
    { found: () => answer(played(errorCase)), notFound: nothingKnown },
  ]),
]) as Record<RefusalCode, ProblemCase>;
