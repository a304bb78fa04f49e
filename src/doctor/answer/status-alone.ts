import type { ProblemCode } from '../problems/all.ts';

/** The problem that a status is when nothing else is known; undefined for a success. */
export function statusProblem(status: number): ProblemCode | undefined {
  const known = BY_STATUS[status];
  if (known !== undefined) return known;
  if (status >= 500 && status < 600) return 'server-trouble';
  return status >= 400 && status < 500 ? 'bad-request' : undefined;
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'wrong-method',
  426: 'rejected-version',
  429: 'too-many-requests',
  999: 'client-blocked',
};
