import { lifetimes } from '../../providers/linkedin/metadata.ts';
import { tokenErrors as errors } from '../../providers/linkedin/token-errors.ts';
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
import type { EmulatedApp } from '../config/config.ts';
import { ErrorResponse, type ErrorResponseForm } from '../http/error-response.ts';
import { json } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { issueToken, joinSeries } from '../state/issue.ts';
import { idToken } from './id-token.ts';

const FORM: ErrorResponseForm = { kind: 'token' };

/**
 * POST /oauth/v2/accessToken. Everything is read from the form body; a GET, a query string or an Authorization
 * header therefore lacks grant_type. The order of the checks is that of public reports.
 */
export async function token(context: RequestContext): Promise<EmulatorResponse> {
  noParameterIsRepeated(context.form, FORM);
  const grantType = required(context, 'grant_type');
  switch (grantType) {
    case 'client_credentials':
      return clientCredentials(context);
    case 'authorization_code':
      return authorizationCode(context);
    case 'refresh_token':
      return refresh(context);
    default:
      throw new ErrorResponse(errors.invalid_grant_type, FORM);
  }
}

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow */
function clientCredentials(context: RequestContext): EmulatorResponse {
  const app = clientAuthenticates(
    context,
    required(context, 'client_id'),
    required(context, 'client_secret'),
  );
  if (!app.clientCredentials) throw new ErrorResponse(errors.application_tokens_not_allowed, FORM);
  const authorization = {
    app,
    member: undefined,
    scopes: [],
    authorizedAt: context.emulator.now(),
    revoked: false,
    series: undefined,
  };
  const life = lifetimes.applicationToken;
  const accessToken = issueToken(context.emulator, 'access', authorization, life);
  // The documentation shows a string here, and numbers in all other responses.
  return json({ access_token: accessToken, expires_in: String(life) });
}

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow, step 3 */
async function authorizationCode(context: RequestContext): Promise<EmulatorResponse> {
  const clientId = required(context, 'client_id');
  const verifier = optional(context, 'code_verifier');
  const isNative = nativeCodeIsMeant(context, clientId);
  const secret = isNative ? optional(context, 'client_secret') : required(context, 'client_secret');
  const code = required(context, 'code');
  const redirectUri = required(context, 'redirect_uri');
  const app = clientAuthenticates(context, clientId, secret);
  if (!isNative) noVerifierIsSent(verifier);
  const issued = codeWasIssued(context, code);
  codeIsUnused(issued);
  codeIsFresh(context, issued);
  codeBelongsTo(app, issued);
  redirectUriIsRepeated(redirectUri, issued);
  if (issued.codeChallenge !== undefined) verifierFits(verifier, issued);
  issued.used = true;

  const { authorization } = issued;
  joinSeries(context.emulator, authorization);
  const issue = (kind: 'access' | 'refresh', life: number) =>
    issueToken(context.emulator, kind, authorization, life);
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
      id_token: await idToken(context, authorization),
    }),
  });
}

/**
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens: the refresh token
 * stays the same and its life is not extended; the access token never outlives it.
 */
function refresh(context: RequestContext): EmulatorResponse {
  const clientId = required(context, 'client_id');
  const secret = required(context, 'client_secret');
  const refreshToken = required(context, 'refresh_token');
  const app = clientAuthenticates(context, clientId, secret);
  appMayRefresh(app);
  const issued = refreshTokenIsKnown(context, refreshToken);
  refreshTokenBelongsTo(app, issued);
  refreshTokenIsAlive(context, issued);

  const rest = Math.floor((issued.expiresAt - context.emulator.now()) / 1000);
  const life = Math.min(lifetimes.memberToken, rest);
  return json({
    access_token: issueToken(context.emulator, 'access', issued.authorization, life),
    expires_in: life,
    refresh_token: refreshToken,
    refresh_token_expires_in: rest,
    scope: issued.authorization.scopes.join(','),
  });
}

/** @param secret left out by native clients, which have none */
function clientAuthenticates(
  context: RequestContext,
  clientId: string,
  secret: string | undefined,
): EmulatedApp {
  const app = clientIsRegistered(context, clientId, errors.token_unknown_client_id);
  if (secret !== undefined) secretIsRight(app, secret, errors.client_authentication_failed);
  return app;
}

/** Whether the code comes from the endpoint for native clients: only such an exchange goes without a secret. */
function nativeCodeIsMeant({ emulator, form }: RequestContext, clientId: string): boolean {
  const issued = emulator.state.codes.get(form.get('code') ?? '');
  return issued?.codeChallenge !== undefined && issued.authorization.app.clientId === clientId;
}

function required(context: RequestContext, parameter: string): string {
  return parameterIsGiven(context.form, parameter, errors.token_parameter_missing, FORM);
}

function optional({ form }: RequestContext, parameter: string): string | undefined {
  return form.get(parameter) || undefined;
}
