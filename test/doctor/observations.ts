import { readFileSync } from 'node:fs';
import { diagnoseAnswer } from '../../src/doctor/answer/diagnose.ts';
import { readAnswer } from '../../src/doctor/answer/read-answer.ts';
import { diagnoseCollection } from '../../src/doctor/collection/diagnose.ts';
import { readCollection } from '../../src/doctor/collection/read-collection.ts';
import type { Diagnosis } from '../../src/doctor/diagnosis.ts';
import { diagnoseProbe } from '../../src/doctor/probe/diagnose.ts';
import type { ProbeRow } from '../../src/doctor/probe/observation.ts';
import { diagnoseRedirectUri } from '../../src/doctor/redirect-uri/diagnose.ts';
import { diagnoseSetUp } from '../../src/doctor/set-up/diagnose.ts';
import type { HostObservation } from '../../src/doctor/set-up/observation.ts';
import { diagnoseToken } from '../../src/doctor/token/diagnose.ts';
import type { TokenObservation } from '../../src/doctor/token/observation.ts';
import { readToken } from '../../src/doctor/token/read-token.ts';
import { diagnoseUrl } from '../../src/doctor/url/diagnose.ts';
import { readUrl } from '../../src/doctor/url/read-url.ts';
import { allProviders } from '../../src/providers/atlas/all.ts';
import type { ProviderFacts } from '../../src/providers/facts.ts';
import { linkedin } from '../../src/providers/linkedin.ts';

const everyProvider = await allProviders();

/** One observation in which a problem is found, and one, as near to it as can be, in which it is not. */
export interface ProblemCase {
  readonly found: () => Diagnosis;
  readonly notFound: () => Diagnosis;
}

export const META = 'https://a.example/cb';

export function uri(requested: string, ...registered: string[]): Diagnosis {
  return diagnoseRedirectUri({ kind: 'redirect-uri', requested, registered, rules: {} });
}

const atlas = new Map((await allProviders()).map((facts) => [facts.id, facts]));

/** By the rule of a provider of the atlas; `without a rule`: of one whose rule no source tells. */
export function by(provider: string, requested: string, ...registered: string[]): Diagnosis {
  const { redirectUris: _, ...unknown } = atlas.get('reddit') as ProviderFacts;
  return diagnoseRedirectUri({
    kind: 'redirect-uri',
    requested,
    registered,
    rules: {},
    provider: atlas.get(provider) ?? unknown,
  });
}

export function nativeUri(requested: string): Diagnosis {
  return diagnoseRedirectUri({
    kind: 'redirect-uri',
    requested,
    registered: [],
    rules: { nativeLoopback: true },
  });
}

export const url = (text: string): Diagnosis => diagnoseUrl(readUrl(text, linkedin));

const GOOD = {
  response_type: 'code',
  client_id: '77abcdefghijkl',
  redirect_uri: META,
  scope: 'openid profile',
  state: 'Zk3vQ9x_7TbLw2',
};

/** An authorization address of LinkedIn with some parameters changed; undefined takes one out. */
export function authorize(
  changes: Readonly<Record<string, string | undefined>> = {},
  more = '',
  path = '/oauth/v2/authorization',
): Diagnosis {
  const parameters = Object.entries<string | undefined>({ ...GOOD, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return url(`https://www.linkedin.com${path}?${parameters.join('&')}${more}`);
}

export const answer = (text: string): Diagnosis =>
  diagnoseAnswer({ kind: 'answer', profile: linkedin, answer: readAnswer(text) });

const fixture = readFileSync(
  new URL('../fixtures/four-requests.postman_collection.json', import.meta.url),
  'utf8',
);

/** The collection of four requests, with texts of its file replaced. */
export function collection(
  environment?: Readonly<Record<string, string>>,
  ...changes: (readonly [from: string, to: string])[]
): Diagnosis {
  const text = changes.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`The fixture does not contain ${from}`);
    return result.replaceAll(from, to);
  }, fixture);
  return examined(JSON.parse(text), environment);
}

export function examined(json: unknown, environment?: Readonly<Record<string, string>>): Diagnosis {
  return diagnoseCollection({
    kind: 'collection',
    profile: linkedin,
    providers: everyProvider,
    ...readCollection(json),
    ...(environment === undefined ? {} : { environment }),
  });
}

/** A collection of one request. */
export function oneRequest(request: object, auth?: object): Diagnosis {
  return examined({
    info: { name: 'one' },
    item: [{ name: 'only', request: { ...request, ...(auth === undefined ? {} : { auth }) } }],
  });
}

/** An authorization request and a token request that send these redirect_uris. */
export function twoRequests(authorized: string, exchanged: string): Diagnosis {
  const urlencoded = [...FORM.urlencoded, { key: 'redirect_uri', value: exchanged }];
  return examined({
    info: { name: 'two' },
    item: [
      {
        name: '01',
        request: {
          url: `https://www.linkedin.com/oauth/v2/authorization?response_type=code&client_id=x&redirect_uri=${authorized}`,
        },
      },
      { name: '02', request: tokenForm('POST', { mode: 'urlencoded', urlencoded }) },
    ],
  });
}

/** A collection of one request with a test script. */
export function oneScript(exec: string): Diagnosis {
  const event = [{ listen: 'test', script: { exec: [exec] } }];
  return examined({ info: { name: 'one' }, item: [{ name: 'only', event, request: { url: META } }] });
}

/** A form body with these values. */
export const sending = (fields: Readonly<Record<string, string>>) => ({
  mode: 'urlencoded',
  urlencoded: Object.entries(fields).map(([key, value]) => ({ key, value })),
});

/** An authorization request to a server that no atlas knows. */
export const ASK =
  'https://id.example/authorize?response_type=code&client_id={{id}}&redirect_uri={{uri}}&state={{state}}';

export const tokenForm = (method: string, body?: object) => ({
  method,
  url: 'https://www.linkedin.com/oauth/v2/accessToken',
  ...(body === undefined ? {} : { body }),
});
export const FORM = { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'client_credentials' }] };

export const REFUSED = '<title>Error</title><p>The redirect_uri does not match the registered value</p>';
export const row = (
  redirectUri: string,
  status: number,
  body = '',
  location?: string,
  isControl = false,
): ProbeRow => ({
  redirectUri,
  label: 'for a test',
  isControl,
  hops: [{ url: 'http://127.0.0.1/authorize', status, location }],
  body,
});
const control = row('https://control.invalid/', 401, REFUSED, undefined, true);
export const probe = (...rows: ProbeRow[]): Diagnosis =>
  diagnoseProbe({ kind: 'probe', profile: linkedin, requested: META, rows: [...rows, control] });

export const SET = {
  client_id: '77abcdefghijkl',
  client_secret: 'WPL_AP1.Abcdefghijklmnop.ab+/cd==',
  redirect_uri: META,
  scope: 'openid',
};

/** Settings of a person, those of a working set-up with some changed. */
export function setUp(
  changes: Readonly<Record<string, string>> = {},
  hosts: readonly Partial<HostObservation>[] = [],
  proxies: readonly string[] = [],
): Diagnosis {
  const settings = Object.entries({ ...SET, ...changes }).map(([variable, value]) => ({
    variable,
    name: `LINKEDIN_${variable.toUpperCase()}`,
    value,
    source: '.env',
  }));
  return diagnoseSetUp({
    kind: 'set-up',
    profile: linkedin,
    settings,
    proxies,
    hosts: hosts.map((host) => ({ host: 'www.linkedin.com', failure: undefined, clockSkew: 0, ...host })),
  });
}

export const fine = () => uri(META, META);

/** Seconds since 1970 at which tokens are judged. */
export const NOW = 1_800_000_000;

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token that fits, with some claims or members of its header changed. */
export function jwt(claims: object, header: object = {}): string {
  const all = { iss: 'https://a.example', aud: 'https://api.example', iat: NOW, exp: NOW + 600, ...claims };
  return `${part({ alg: 'RS256', kid: '1', ...header })}.${part(all)}.c2lnbmF0dXJl`;
}

export function token(text: string, expected: TokenObservation['expected'] = {}): Diagnosis {
  return diagnoseToken({ kind: 'token', token: readToken(text), now: NOW, expected });
}
