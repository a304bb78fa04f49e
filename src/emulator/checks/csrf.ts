import { fields } from '../../providers/linkedin/pages.ts';
import type { RequestContext } from '../http/request-context.ts';
import { sentCsrfPair } from '../sign-in/cookies.ts';

/** Whether the form repeats the session cookie's token, as every form of the web login must. */
export function csrfTokenFits(context: RequestContext): boolean {
  const { csrfToken } = sentCsrfPair(context);
  return csrfToken !== undefined && context.form.get(fields.csrfToken) === csrfToken;
}

/** Whether the login form repeats the browser's id as well. */
export function loginCsrfFits(context: RequestContext): boolean {
  const { loginCsrfParam } = sentCsrfPair(context);
  return loginCsrfParam !== undefined && context.form.get(fields.loginCsrf) === loginCsrfParam;
}
