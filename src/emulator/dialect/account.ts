import { hash } from 'node:crypto';
import { personClaims } from '../endpoints/id-token.ts';
import { json } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { memberId } from '../state/identity.ts';
import { type Authorization, type IssuedToken, isRevoked } from '../state/state.ts';
import type { Dialect } from './dialect.ts';
import { fillTemplate } from './template.ts';

/** The request that says whose token it is: OpenID Connect userinfo, or the provider's own. */
export function account(context: RequestContext, dialect: Dialect): EmulatorResponse {
  const issued = tokenOf(context);
  const { account: shape } = dialect.additions;
  if (issued?.authorization.member === undefined) return invalidToken(dialect);
  const { app, member, scopes } = issued.authorization;
  if (shape !== undefined) return json(fillTemplate(shape.value, accountValues(issued.authorization)));
  if (!scopes.includes('openid')) {
    // RFC 6750 section 3.1.
    return json({ error: 'insufficient_scope' }, 403, {
      'www-authenticate': 'Bearer error="insufficient_scope"',
    });
  }
  return json({ sub: memberId(app, member), ...personClaims(member, scopes) });
}

/** An API that takes any application's token, so that one can be tried. */
export function application(context: RequestContext, dialect: Dialect): EmulatorResponse {
  const issued = tokenOf(context);
  return issued === undefined ? invalidToken(dialect) : json({ application: issued.authorization.app.name });
}

/** What the templates of a dialect may say of a person. */
export function accountValues({ app, member }: Authorization): Readonly<Record<string, string>> {
  if (member === undefined) return { app: app.name };
  const { givenName, familyName, email } = member;
  return {
    app: app.name,
    id: String(hash('sha256', JSON.stringify([app.clientId, member.username]), 'buffer').readUInt32BE()),
    user: member.name,
    name: `${givenName} ${familyName}`,
    email,
  };
}

function tokenOf({ request, emulator }: RequestContext): IssuedToken | undefined {
  const text = /^bearer +(\S+)$/i.exec(request.headers.get('authorization')?.trim() ?? '')?.[1];
  const issued = emulator.state.tokens.get(text ?? '');
  if (issued?.kind !== 'access' || isRevoked(issued) || issued.expiresAt <= emulator.now()) return undefined;
  return issued;
}

function invalidToken({ additions }: Dialect): EmulatorResponse {
  const { status, body } = additions.accountError?.value ?? { status: 401, body: { error: 'invalid_token' } };
  return json(
    fillTemplate(body, {}),
    status,
    status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {},
  );
}
