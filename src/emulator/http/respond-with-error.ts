import type { ErrorCase } from '../../providers/error-case.ts';
import { authorizationErrors } from '../../providers/linkedin/authorization-errors.ts';
import { ERROR_TITLE, errorPage } from '../pages/error-page.ts';
import { errorParameters, ordinaryCallback } from '../sign-in/callback.ts';
import type { ErrorResponse } from './error-response.ts';
import { json, page } from './make-response.ts';
import type { RequestContext } from './request-context.ts';
import type { EmulatorResponse } from './response.ts';

/** The one place where an error response becomes HTTP. */
export function respondWithError(
  context: RequestContext,
  { errorCase, form, message }: ErrorResponse,
): EmulatorResponse {
  switch (form.kind) {
    case 'page':
      return page(context, {
        title: ERROR_TITLE,
        status: errorCase.status ?? authorizationErrors.redirect_uri_mismatch.status,
        body: errorPage(message, `${errorCase.cause} ${errorCase.remedy}`, form.redirectUris),
      });
    case 'redirect': {
      const parameters = errorParameters(errorCase, message);
      if (form.state !== undefined) parameters.set('state', form.state);
      return ordinaryCallback(context, form, parameters);
    }
    case 'token':
      return json({ error: errorCase.error, error_description: message }, errorCase.status);
    case 'api':
      return json(apiBody(errorCase, message), errorCase.status, form.headers);
  }
}

/** The newer of the two shapes; gateway errors have no serviceErrorCode, and some have no code. */
function apiBody({ status, serviceErrorCode, error }: ErrorCase, message: string) {
  return { status, serviceErrorCode, code: error, message };
}
