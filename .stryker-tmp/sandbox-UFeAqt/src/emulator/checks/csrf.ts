// @ts-nocheck
import { fields } from '../../providers/linkedin/pages.ts';
import { sentCsrfPair } from '../cookies.ts';
import type { Visit } from '../visit.ts';

/** Whether the form repeats the session cookie's token, as every form of the web login must. */
export function csrfTokenFits(visit: Visit): boolean {
  const { csrfToken } = sentCsrfPair(visit);
  return csrfToken !== undefined && visit.form.get(fields.csrfToken) === csrfToken;
}

/** Whether the login form repeats the browser's id as well. */
export function loginCsrfFits(visit: Visit): boolean {
  const { loginCsrfParam } = sentCsrfPair(visit);
  return loginCsrfParam !== undefined && visit.form.get(fields.loginCsrf) === loginCsrfParam;
}
