// @ts-nocheck
import type { ErrorCase } from '../providers/error-case.ts';
import { authorizationErrors } from '../providers/linkedin/authorization-errors.ts';
import type { Answer } from './answer.ts';
import { json, page } from './answers.ts';
import { errorParameters, ordinaryCallback } from './callback.ts';
import { ERROR_TITLE, errorPage } from './pages/error-page.ts';
import type { Refusal } from './refusal.ts';
import type { Visit } from './visit.ts';

/** The one place where a refusal becomes HTTP. */
export function answerRefusal(visit: Visit, { errorCase, form, message }: Refusal): Answer {
  switch (form.kind) {
    case 'page':
      return page(visit, {
        title: ERROR_TITLE,
        status: errorCase.status ?? authorizationErrors.redirect_uri_mismatch.status,
        body: errorPage(message, `${errorCase.cause} ${errorCase.remedy}`),
      });
    case 'redirect': {
      const parameters = errorParameters(errorCase, message);
      if (form.state !== undefined) parameters.set('state', form.state);
      return ordinaryCallback(visit, form, parameters);
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
