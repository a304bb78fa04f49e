import type { ProviderFacts } from '../../providers/facts.ts';
import { isSecretOf } from '../checks/client.ts';
import type { EmulatedApp } from '../config/config.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Dialect } from './dialect.ts';
import { Rejection } from './rejection.ts';

type Method = NonNullable<ProviderFacts['client']['authentication']>['value'][number];

/**
 * The application that a token request comes from: RFC 6749 section 2.3.1, by the methods that the provider takes.
 *
 * @param hasChallenge whether PKCE protects the code of the request
 */
export function clientAuthenticates(
  context: RequestContext,
  dialect: Dialect,
  hasChallenge: boolean,
): EmulatedApp {
  const { form, emulator } = context;
  const { facts, additions } = dialect;
  const basic = basicOf(context.request.headers.get('authorization') ?? '');
  const clientId = basic?.[0] ?? form.get(facts.client.clientIdParameter?.value ?? 'client_id') ?? '';
  const secret = basic?.[1] ?? form.get('client_secret') ?? '';
  const app = emulator.config.apps.find(
    (one) => one.clientId === clientId || one.clientId === decoded(clientId),
  );
  const takes = (method: Method) =>
    facts.client.authentication === undefined || facts.client.authentication.value.includes(method);
  const fail = () => new Rejection('client-authentication', { client_id: clientId });
  if (app === undefined) throw fail();
  if (secret === '') {
    const isPublic = (takes('none') && app.nativePkce) || additions.secretIsOptionalWithPkce?.value === true;
    if (!isPublic || !hasChallenge) throw fail();
    return app;
  }
  if (!takes(basic === undefined ? 'client_secret_post' : 'client_secret_basic')) throw fail();
  // RFC 6749 wants both form-encoded in the header; many clients send them as they are, and servers take both.
  const isRight = isSecretOf(app, secret) || (basic !== undefined && isSecretOf(app, decoded(secret)));
  if (!isRight) throw fail();
  return app;
}

function basicOf(header: string): readonly [id: string, secret: string] | undefined {
  const encoded = /^basic +([A-Za-z0-9+/_=-]+)$/i.exec(header.trim())?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
