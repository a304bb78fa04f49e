import type { ErrorCase } from '../../providers/error-case.ts';
import { tokenErrors } from '../../providers/linkedin/token-errors.ts';
import { ErrorResponse, type ErrorResponseForm } from '../http/error-response.ts';

/**
 * Parameters must not be repeated: RFC 6749 sections 3.1 and 3.2. No present wording of LinkedIn is known for it, so
 * the emulator plays the last known one.
 */
export function noParameterIsRepeated(parameters: URLSearchParams, form: ErrorResponseForm): void {
  const seen = new Set<string>();
  for (const parameter of parameters.keys()) {
    if (seen.has(parameter)) throw new ErrorResponse(tokenErrors.parameters_before_2017, form, { parameter });
    seen.add(parameter);
  }
}

/** The value of a required parameter. An empty one counts as missing: RFC 6749 section 3.1. */
export function parameterIsGiven(
  parameters: URLSearchParams,
  parameter: string,
  missing: ErrorCase,
  form: ErrorResponseForm,
): string {
  const value = parameters.get(parameter) ?? '';
  if (value === '') throw new ErrorResponse(missing, form, { parameter });
  return value;
}
