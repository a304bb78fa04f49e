// @ts-nocheck
import { tokenErrors as errors } from '../../providers/linkedin/token-errors.ts';
import type { Answer } from '../answer.ts';
import { empty, json } from '../answers.ts';
import { clientIsRegistered, secretIsRight } from '../checks/client.ts';
import { noParameterIsRepeated, parameterIsGiven } from '../checks/parameters.ts';
import type { EmulatedApp } from '../config.ts';
import { revokeAuthorization } from '../issue.ts';
import type { RefusalForm } from '../refusal.ts';
import { type IssuedToken, isRevoked } from '../state.ts';
import type { Visit } from '../visit.ts';

const FORM: RefusalForm = { kind: 'token' };

/**
 * POST /oauth/v2/introspectToken. A dead token is no error; a token of another application is only not active.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection
 */
export function introspection(visit: Visit): Answer {
  const issued = tokenOfClient(visit);
  if (issued === undefined) return json({ active: false });
  const { authorization, createdAt, expiresAt } = issued;
  const status = statusOf(visit, issued);
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
 * refresh token (segmentio/action-destinations#2355); the empty answer follows RFC 7009 section 2.2.
 */
export function revocation(visit: Visit): Answer {
  const issued = tokenOfClient(visit);
  if (issued !== undefined) revokeAuthorization(visit.emulation, issued.authorization);
  return empty(200);
}

function tokenOfClient(visit: Visit): IssuedToken | undefined {
  noParameterIsRepeated(visit.form, FORM);
  const required = (parameter: string) =>
    parameterIsGiven(visit.form, parameter, errors.introspection_parameter_missing, FORM);
  const clientId = required('client_id');
  const secret = required('client_secret');
  const token = required('token');
  const app: EmulatedApp = clientIsRegistered(visit, clientId, errors.introspection_unknown_client_id);
  secretIsRight(app, secret, errors.introspection_client_failed);
  const issued = visit.emulation.state.tokens.get(token);
  return issued?.authorization.app.clientId === app.clientId ? issued : undefined;
}

function statusOf({ emulation }: Visit, issued: IssuedToken): 'active' | 'expired' | 'revoked' {
  if (isRevoked(issued)) return 'revoked';
  return issued.expiresAt <= emulation.now() ? 'expired' : 'active';
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
