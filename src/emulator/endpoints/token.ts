import { lifetimes } from '../../providers/linkedin/metadata.ts';
import { tokenErrors as errors } from '../../providers/linkedin/token-errors.ts';
import type { Answer } from '../answer.ts';
import { json } from '../answers.ts';
import { clientIsRegistered, secretIsRight } from '../checks/client.ts';
import {
  codeBelongsTo,
  codeIsFresh,
  codeIsUnused,
  codeWasIssued,
  noVerifierIsSent,
  redirectUriIsRepeated,
  verifierFits,
} from '../checks/code.ts';
import { noParameterIsRepeated, parameterIsGiven } from '../checks/parameters.ts';
import {
  appMayRefresh,
  refreshTokenBelongsTo,
  refreshTokenIsAlive,
  refreshTokenIsKnown,
} from '../checks/refresh.ts';
import type { EmulatedApp } from '../config.ts';
import { idToken } from '../id-token.ts';
import { issueToken, joinSeries } from '../issue.ts';
import { Refusal, type RefusalForm } from '../refusal.ts';
import type { Visit } from '../visit.ts';

const FORM: RefusalForm = { kind: 'token' };

/**
 * POST /oauth/v2/accessToken. Everything is read from the form body; a GET, a query string or an Authorization
 * header therefore lacks grant_type. The order of the checks is that of public reports.
 */
export async function token(visit: Visit): Promise<Answer> {
  noParameterIsRepeated(visit.form, FORM);
  const grantType = required(visit, 'grant_type');
  switch (grantType) {
    case 'client_credentials':
      return clientCredentials(visit);
    case 'authorization_code':
      return authorizationCode(visit);
    case 'refresh_token':
      return refresh(visit);
    default:
      throw new Refusal(errors.invalid_grant_type, FORM);
  }
}

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow */
function clientCredentials(visit: Visit): Answer {
  const app = clientAuthenticates(visit, required(visit, 'client_id'), required(visit, 'client_secret'));
  if (!app.clientCredentials) throw new Refusal(errors.application_tokens_not_allowed, FORM);
  const authorization = {
    app,
    member: undefined,
    scopes: [],
    authorizedAt: visit.emulation.now(),
    revoked: false,
    series: undefined,
  };
  const life = lifetimes.applicationToken;
  const accessToken = issueToken(visit.emulation, 'access', authorization, life);
  // The documentation shows a string here, and numbers in all other answers.
  return json({ access_token: accessToken, expires_in: String(life) });
}

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow, step 3 */
async function authorizationCode(visit: Visit): Promise<Answer> {
  const clientId = required(visit, 'client_id');
  const verifier = optional(visit, 'code_verifier');
  const isNative = nativeCodeIsMeant(visit, clientId);
  const secret = isNative ? optional(visit, 'client_secret') : required(visit, 'client_secret');
  const code = required(visit, 'code');
  const redirectUri = required(visit, 'redirect_uri');
  const app = clientAuthenticates(visit, clientId, secret);
  if (!isNative) noVerifierIsSent(verifier);
  const issued = codeWasIssued(visit, code);
  codeIsUnused(issued);
  codeIsFresh(visit, issued);
  codeBelongsTo(app, issued);
  redirectUriIsRepeated(redirectUri, issued);
  if (issued.codeChallenge !== undefined) verifierFits(verifier, issued);
  issued.used = true;

  const { authorization } = issued;
  joinSeries(visit.emulation, authorization);
  const issue = (kind: 'access' | 'refresh', life: number) =>
    issueToken(visit.emulation, kind, authorization, life);
  return json({
    access_token: issue('access', lifetimes.memberToken),
    expires_in: lifetimes.memberToken,
    ...(app.refreshTokens && {
      refresh_token: issue('refresh', lifetimes.refreshToken),
      refresh_token_expires_in: lifetimes.refreshToken,
    }),
    scope: authorization.scopes.join(','),
    ...(authorization.scopes.includes('openid') && {
      token_type: 'Bearer',
      id_token: await idToken(visit, authorization),
    }),
  });
}

/**
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens: the refresh token
 * stays the same and its life is not extended; the access token never outlives it.
 */
function refresh(visit: Visit): Answer {
  const clientId = required(visit, 'client_id');
  const secret = required(visit, 'client_secret');
  const refreshToken = required(visit, 'refresh_token');
  const app = clientAuthenticates(visit, clientId, secret);
  appMayRefresh(app);
  const issued = refreshTokenIsKnown(visit, refreshToken);
  refreshTokenBelongsTo(app, issued);
  refreshTokenIsAlive(visit, issued);

  const rest = Math.floor((issued.expiresAt - visit.emulation.now()) / 1000);
  const life = Math.min(lifetimes.memberToken, rest);
  return json({
    access_token: issueToken(visit.emulation, 'access', issued.authorization, life),
    expires_in: life,
    refresh_token: refreshToken,
    refresh_token_expires_in: rest,
    scope: issued.authorization.scopes.join(','),
  });
}

/** @param secret left out by native clients, which have none */
function clientAuthenticates(visit: Visit, clientId: string, secret: string | undefined): EmulatedApp {
  const app = clientIsRegistered(visit, clientId, errors.token_unknown_client_id);
  if (secret !== undefined) secretIsRight(app, secret, errors.client_authentication_failed);
  return app;
}

/** Whether the code comes from the endpoint for native clients: only such an exchange goes without a secret. */
function nativeCodeIsMeant({ emulation, form }: Visit, clientId: string): boolean {
  const issued = emulation.state.codes.get(form.get('code') ?? '');
  return issued?.codeChallenge !== undefined && issued.authorization.app.clientId === clientId;
}

function required(visit: Visit, parameter: string): string {
  return parameterIsGiven(visit.form, parameter, errors.token_parameter_missing, FORM);
}

function optional({ form }: Visit, parameter: string): string | undefined {
  return form.get(parameter) || undefined;
}
