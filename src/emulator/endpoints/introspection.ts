import { tokenErrors as errors } from '../../providers/linkedin/token-errors.ts';
import { clientIsRegistered, secretIsRight } from '../checks/client.ts';
import { noParameterIsRepeated, parameterIsGiven } from '../checks/parameters.ts';
import type { EmulatedApp } from '../config/config.ts';
import type { ErrorResponseForm } from '../http/error-response.ts';
import { empty, json } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { revokeAuthorization } from '../state/issue.ts';
import { type IssuedToken, isRevoked } from '../state/state.ts';

const FORM: ErrorResponseForm = { kind: 'token' };

/**
 * POST /oauth/v2/introspectToken. A dead token is no error; a token of another application is only not active.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection
 */
export function introspection(context: RequestContext): EmulatorResponse {
  const issued = tokenOfClient(context);
  if (issued === undefined) return json({ active: false });
  const { authorization, createdAt, expiresAt } = issued;
  const status = statusOf(context, issued);
  return json({
    active: status === 'active',
    client_id: authorization.app.clientId,
    authorized_at: seconds(authorization.authorizedAt),
    created_at: seconds(createdAt),
    status,
    expires_at: seconds(expiresAt),
    ...(authorization.member !== undefined && { scope: authorization.scopes.join(',') }),
    auth_type: authorization.member === undefined ? '2L' : '3L',
  });
}

/**
 * POST /oauth/v2/revoke: not documented by LinkedIn, called by more than ten code bases. It ends the access and the
 * refresh token (segmentio/action-destinations#2355); the empty response follows RFC 7009 section 2.2.
 */
export function revocation(context: RequestContext): EmulatorResponse {
  const issued = tokenOfClient(context);
  if (issued !== undefined) revokeAuthorization(context.emulator, issued.authorization);
  return empty(200);
}

function tokenOfClient(context: RequestContext): IssuedToken | undefined {
  noParameterIsRepeated(context.form, FORM);
  const required = (parameter: string) =>
    parameterIsGiven(context.form, parameter, errors.introspection_parameter_missing, FORM);
  const clientId = required('client_id');
  const secret = required('client_secret');
  const token = required('token');
  const app: EmulatedApp = clientIsRegistered(context, clientId, errors.introspection_unknown_client_id);
  secretIsRight(app, secret, errors.introspection_client_failed);
  const issued = context.emulator.state.tokens.get(token);
  return issued?.authorization.app.clientId === app.clientId ? issued : undefined;
}

function statusOf({ emulator }: RequestContext, issued: IssuedToken): 'active' | 'expired' | 'revoked' {
  if (isRevoked(issued)) return 'revoked';
  return issued.expiresAt <= emulator.now() ? 'expired' : 'active';
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
