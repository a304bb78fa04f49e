import type { Received, Reply } from './server.ts';

/** What no foreign server and no report may get to see. None is like another, and none stands in a report by chance. */
export const SECRETS = {
  client_secret: 'Wq7/client+secret=9&x"y',
  password: 'hunter2-Pa55 word<ü>',
  code: 'AQTcodeQmah11lalyH65DAIivsjsAQV5P',
  access_token: 'AQXaccessdSPW41UPs5ioTt8HESyODB4Fqbk',
  refresh_token: 'AQWrefresh5mff4gPODzOYR7Kq8ZxT0pLmW7',
  cookie: 'ajax7721893491783401cookie',
} as const;

export type SecretName = keyof typeof SECRETS;

/** Requests of a login with everything behind it, in their order, and the secrets that the server has by then. */
export const REQUESTS = {
  authorize: [],
  'login page': [],
  login: ['password'],
  consent: ['password'],
  token: ['client_secret', 'password', 'code'],
  renew: ['client_secret', 'code', 'refresh_token', 'access_token'],
  api: ['client_secret', 'code', 'refresh_token', 'access_token'],
  introspect: ['client_secret', 'code', 'refresh_token', 'access_token'],
} as const satisfies Readonly<Record<string, readonly SecretName[]>>;

export type RequestName = keyof typeof REQUESTS;

/** What a server does to one of its clients, and at which request. */
export interface Attack {
  /** Letters, digits and dashes: it is the client_id. */
  readonly id: string;
  readonly at: RequestName;
  readonly reply: (origin: string) => Reply;
}

const json = (body: unknown): Reply => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const page = (body: string, more: Readonly<Record<string, string>> = {}): Reply => ({
  headers: { 'content-type': 'text/html', ...more },
  body: `<!doctype html><html><body>${body}</body></html>`,
});
const seeOther = (location: string): Reply => ({ status: 303, headers: { location } });

/** An authorization server that is right in everything but the attack that it plays for each client. */
export function hostileProvider(attacks: readonly Attack[]) {
  const byId = new Map(attacks.map((attack) => [attack.id, attack]));
  const callbacks = new Map<string, string>();
  const played = new Set<string>();

  function respond(request: Received, origin: string): Reply {
    const { searchParams } = request.url;
    const id = searchParams.get('client_id') ?? searchParams.get('a') ?? idOf(request);
    const attack = byId.get(id);
    const at = requestName(request);
    if (attack !== undefined && attack.at === at) {
      played.add(id);
      return attack.reply(origin);
    }
    return usual(at, id, request, origin, attack?.at);
  }

  function usual(
    at: RequestName | undefined,
    id: string,
    { url }: Received,
    origin: string,
    attacked: RequestName | undefined,
  ): Reply {
    switch (at) {
      case 'authorize':
        callbacks.set(
          id,
          `${url.searchParams.get('redirect_uri')}?${new URLSearchParams({ code: SECRETS.code, state: url.searchParams.get('state') ?? '' })}`,
        );
        return seeOther(`${origin}/login?a=${id}`);
      case 'login page':
        return page(
          `<form method="post" action="/login?a=${id}"><input name="username"><input type="password" name="password"><button>Sign in</button></form>`,
          { 'set-cookie': `sid=${SECRETS.cookie}; Path=/` },
        );
      case 'login':
        return page(
          `<p>The application asks for access.</p><form method="post" action="/consent?a=${id}"><button name="action" value="allow">Allow</button></form>`,
        );
      case 'consent':
        return seeOther(callbacks.get(id) ?? '/');
      case 'token':
      case 'renew':
        return json({
          access_token: `${SECRETS.access_token}-${id}`,
          refresh_token: `${SECRETS.refresh_token}-${id}`,
          token_type: 'Bearer',
          // Near its end, so that the run renews it.
          expires_in: attacked === 'renew' && at === 'token' ? 5 : 3600,
          scope: 'read',
        });
      case 'api':
        return json({ sub: 'ann' });
      case 'introspect':
        return json({ active: true, client_id: id, sub: 'ann', scope: 'read' });
      case undefined:
        return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not here' };
    }
  }

  return { respond, played };
}

/** The profile file that describes it. */
export function profileOf(origin: string): object {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    introspection_endpoint: `${origin}/introspect`,
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    legwork: { scope: 'read', resources: [{ name: 'Call the API', url: `${origin}/api` }] },
  };
}

function requestName({ method, url, form }: Received): RequestName | undefined {
  switch (`${method} ${url.pathname}`) {
    case 'GET /authorize':
      return 'authorize';
    case 'GET /login':
      return 'login page';
    case 'POST /login':
      return 'login';
    case 'POST /consent':
      return 'consent';
    case 'POST /token':
      return form.get('grant_type') === 'refresh_token' ? 'renew' : 'token';
    case 'GET /api':
      return 'api';
    case 'POST /introspect':
      return 'introspect';
    default:
      return undefined;
  }
}

/** A request without a client_id carries a token, which ends with one. */
function idOf({ headers, form }: Received): string {
  const token = form.get('token') ?? headers.authorization ?? '';
  return form.get('client_id') ?? new RegExp(`${SECRETS.access_token}-([\\w-]+)$`).exec(token)?.[1] ?? '';
}
