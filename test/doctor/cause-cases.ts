import { diagnoseAnswer } from '../../src/doctor/answer/diagnose.ts';
import { readAnswer } from '../../src/doctor/answer/read-answer.ts';
import type { Diagnosis } from '../../src/doctor/diagnosis.ts';
import type { CauseCode, ExplainedCause } from '../../src/doctor/problems/by-cause.ts';
import { anyServer } from '../../src/providers/any-server.ts';
import { allProviders } from '../../src/providers/atlas/all.ts';
import { recognizeProvider } from '../../src/providers/recognize.ts';
import type { ProblemCase } from './observations.ts';

const atlas = await allProviders();

/** A text of any provider, explained as `legwork doctor error` does it, without the deeper profile of one. */
export function anybody(text: string): Diagnosis {
  const answer = readAnswer(text);
  const recognized = recognizeProvider(answer.everything, atlas);
  return diagnoseAnswer({ kind: 'answer', profile: anyServer, answer, atlas, recognized });
}

/** A text that leads to each cause: one that is missing does not compile. */
const texts: Readonly<Record<ExplainedCause, string>> = {
  'redirect-uri': 'Invalid parameter: redirect_uri',
  'redirect-uri-at-token': '{"error":"invalid_grant","error_description":"Incorrect redirect_uri"}',
  origin: 'AADSTS9002326: Cross-origin token redemption is permitted only for the SPA client-type.',
  'client-id': 'Unknown client or client not enabled',
  'client-authentication':
    'Client credentials missing or malformed in both HTTP Authorization header and HTTP POST body.',
  grant: 'Grant type is not supported from token endpoint.',
  scope: 'The requested scope is invalid, unknown, or malformed.',
  consent: 'Example has not completed the Google verification process',
  code: '{"error":"invalid_grant","error_description":"Code not valid"}',
  pkce: 'Code challenge required.',
  state: 'CSRF Warning! State not equal in request and response.',
  'id-token':
    'Wrong issuer from token. Got: https://www.linkedin.com/oauth expected: https://www.linkedin.com',
  token: '{"error":"invalid_grant","error_description":"Session not active"}',
  permission: 'Organization Or Events permissions must be used when using organization as author',
  version: 'Requested version 20250401 is not active',
  duplicate: 'Content is a duplicate of urn:li:share:1',
  request: 'AADSTS900144: The request body must contain the following parameter',
  blocked: 'AADSTS53003: Access has been blocked by Conditional Access policies.',
};

/** Problems of any provider make their cases from the texts. */
export const causeCases = Object.fromEntries(
  Object.entries(texts).map(([cause, text]) => [
    `rejected-${cause}`,
    { found: () => anybody(text), notFound: () => anybody('All is well.') },
  ]),
) as Record<CauseCode, ProblemCase>;
