import { codeChallenge as challengeOf } from '../../oauth/pkce.ts';
import type { EmulatedApp } from '../config/config.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { type Authorization, type IssuedCode, isRevoked } from '../state/state.ts';
import { accountValues } from './account.ts';
import { clientAuthenticates } from './client-authentication.ts';
import type { Dialect } from './dialect.ts';
import { formOrJson } from './form-or-json.ts';
import { idToken } from './id-token.ts';
import { issueToken, lifetimeOf } from './issue.ts';
import type { PathValues } from './paths.ts';
import { Rejection } from './rejection.ts';
import { grantedScope, requestedScopes } from './scopes.ts';
import { fillTemplate } from './template.ts';

/** The token endpoint of a dialect: RFC 6749 sections 4.1.3, 4.4.2 and 6. */
export async function token(
  context: RequestContext,
  dialect: Dialect,
  values: PathValues,
): Promise<EmulatorResponse> {
  const { form } = context;
  const usual = dialect.additions.grantTypeMayBeLeftOut?.value === true ? 'authorization_code' : '';
  switch (form.get('grant_type') ?? usual) {
    case 'authorization_code':
      return exchange(context, dialect, values);
    case 'refresh_token':
      return refresh(context, dialect, values);
    case 'client_credentials':
      return clientCredentials(context, dialect, values);
    default:
      throw new Rejection('grant-type');
  }
}

function exchange(context: RequestContext, dialect: Dialect, values: PathValues): Promise<EmulatorResponse> {
  const { form, emulator } = context;
  const issued = emulator.state.codes.get(form.get('code') ?? '');
  const app = clientAuthenticates(context, dialect, issued?.codeChallenge !== undefined);
  if (!form.has('code')) throw new Rejection('parameter');
  if (issued === undefined || issued.used || issued.expiresAt <= emulator.now() || !belongsTo(app, issued)) {
    throw new Rejection('code');
  }
  redirectUriIsRepeated(context, issued);
  verifierFits(form.get('code_verifier') ?? '', issued);
  issued.used = true;
  return tokens(context, dialect, issued.authorization, values);
}

function belongsTo(app: EmulatedApp, { authorization }: IssuedCode): boolean {
  return authorization.app.clientId === app.clientId;
}

/** RFC 6749 section 4.1.3: required, and identical, where the authorization request had one. */
function redirectUriIsRepeated({ form }: RequestContext, { authorization, redirectUri }: IssuedCode): void {
  const sent = form.get('redirect_uri');
  const wasSent = authorization.dialect?.query.has('redirect_uri') ?? true;
  if (sent === redirectUri || (sent === null && !wasSent)) return;
  throw new Rejection('redirect-uri-at-token', { requested: sent ?? '', registered: redirectUri });
}

/** RFC 7636 section 4.6. */
function verifierFits(verifier: string, { authorization, codeChallenge }: IssuedCode): void {
  if (codeChallenge === undefined) return;
  const sent = authorization.dialect?.challengeMethod === 'plain' ? verifier : challengeOf(verifier);
  if (verifier === '' || sent !== codeChallenge) throw new Rejection('code-verifier');
}

async function refresh(
  context: RequestContext,
  dialect: Dialect,
  values: PathValues,
): Promise<EmulatorResponse> {
  const { form, emulator } = context;
  const text = form.get('refresh_token') ?? '';
  const issued = emulator.state.tokens.get(text);
  const app = clientAuthenticates(
    context,
    dialect,
    issued?.authorization.dialect?.query.has('code_challenge') ?? false,
  );
  const isAlive =
    issued?.kind === 'refresh' &&
    !isRevoked(issued) &&
    issued.expiresAt > emulator.now() &&
    issued.authorization.app.clientId === app.clientId;
  if (!isAlive) throw new Rejection('refresh-token');
  const { authorization } = issued;
  const rotates = dialect.additions.rotates?.value;
  if (rotates === undefined) return tokens(context, dialect, authorization, values, text);
  emulator.state.tokens.delete(text);
  if (rotates === 'both tokens') authorization.revoked = true;
  return tokens(context, dialect, { ...authorization, revoked: false }, values);
}

function clientCredentials(
  context: RequestContext,
  dialect: Dialect,
  values: PathValues,
): Promise<EmulatorResponse> {
  const app = clientAuthenticates(context, dialect, false);
  if (dialect.facts.client.clientCredentials?.value !== true || !app.clientCredentials) {
    throw new Rejection('grant-type');
  }
  const authorization = {
    app,
    member: undefined,
    scopes: requestedScopes(dialect, context.form.get('scope') ?? '') ?? [],
    authorizedAt: context.emulator.now(),
    revoked: false,
    series: undefined,
  };
  return tokens(context, dialect, authorization, values);
}

/** A successful response: RFC 6749 section 5.1, in the shape of the provider. */
async function tokens(
  context: RequestContext,
  dialect: Dialect,
  authorization: Authorization,
  values: PathValues,
  refreshToken?: string,
): Promise<EmulatorResponse> {
  const { facts, additions } = dialect;
  const { member, scopes } = authorization;
  const issue = (kind: 'access' | 'refresh') => issueToken(context.emulator, dialect, kind, authorization);
  const isOpenId = scopes.includes('openid') && member !== undefined && facts.endpoints.issuer !== undefined;
  const more = fillTemplate(additions.tokenMembers?.value ?? {}, accountValues(authorization));
  const body = {
    ...(more as object),
    access_token: issue('access'),
    token_type: additions.tokenType?.value ?? 'Bearer',
    ...(additions.expiresIn === undefined && { expires_in: lifetimeOf(dialect, 'accessToken') }),
    scope: grantedScope(dialect, scopes),
    ...(refreshTokenComes(dialect, authorization) && { refresh_token: refreshToken ?? issue('refresh') }),
    ...(isOpenId && { id_token: await idToken(context, dialect, authorization, values) }),
  };
  return formOrJson(context, dialect, body, 200);
}

function refreshTokenComes({ additions }: Dialect, { app, member, scopes, dialect }: Authorization): boolean {
  const rule = additions.refreshToken?.value ?? { comes: 'never' };
  if (member === undefined || !app.refreshTokens) return false;
  switch (rule.comes) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'with scope':
      return scopes.includes(rule.scope);
    case 'with parameter':
      return dialect?.query.get(rule.parameter) === rule.value;
  }
}
