import { ruleText } from '../redirect-uri/rule-text.ts';
import type { Fact, ProviderFacts } from './facts.ts';

/** One fact as people read it. */
export interface FactRow {
  readonly label: string;
  readonly value: string;
  readonly condition?: string;
  readonly source: Fact<unknown>['source'];
}

/** A part of what is known of a provider; without rows nothing is known. */
export interface FactSection {
  readonly title: string;
  readonly rows: readonly FactRow[];
}

/** What is known of a provider, without its error texts, in the order in which it is read. */
export function factSections(facts: ProviderFacts): FactSection[] {
  const { redirectUris, registration, endpoints, client, lifetimes = {} } = facts;
  const { page, field, ...limits } = registration;
  return [
    {
      title: 'Redirect URI rule',
      rows: redirectUris === undefined ? [] : ruleRows(redirectUris),
    },
    { title: 'Where to register', rows: rows({ page, field, ...limits }, registrationLabels) },
    {
      title: 'Endpoints',
      rows: [
        ...rows({ ...endpoints }, endpointLabels),
        ...(facts.retiredEndpoints ?? []).map(({ url, instead, source }) => ({
          label: 'Retired',
          value: `${url}, now ${instead}`,
          source,
        })),
      ],
    },
    { title: 'Client', rows: rows({ ...client }, clientLabels) },
    { title: 'Lifetimes', rows: rows({ ...lifetimes }, lifetimeLabels) },
    { title: 'Of its own', rows: noteRows(facts) },
  ];
}

/** What the provider does in its own way: notes on problems, and parameters. */
function noteRows({ notes = {}, parameters = {} }: ProviderFacts): FactRow[] {
  return [
    ...Object.entries(notes).map(([label, { value, source }]) => ({ label, value: value.text, source })),
    ...Object.entries(parameters).map(([label, { value, source }]) => ({ label, value, source })),
  ];
}

function ruleRows({ value, source, condition }: NonNullable<ProviderFacts['redirectUris']>): FactRow[] {
  const { bans = [], leniencies = [], ways, alsoNeeds = [] } = value;
  const sentences = [
    ...[...ways, ...leniencies, ...bans].map(ruleText),
    ...alsoNeeds.map((clause) => `A value is accepted only as long as ${clause}.`),
  ];
  return sentences.map((sentence, index) => ({
    label: index === 0 ? 'Rule' : '',
    value: sentence,
    source,
    ...(index === 0 && condition !== undefined && { condition }),
  }));
}

const registrationLabels = {
  page: 'Page',
  field: 'Field',
  scopes: 'Page with the scopes',
  products: 'Page with the products',
  takes: 'It takes',
  http: 'Plain http for',
  localhost: 'localhost',
  loopbackIp: '127.0.0.1',
  customSchemes: 'Custom schemes',
  query: 'Query',
  wildcard: 'Wildcard',
  most: 'At most',
  longest: 'Longest, characters',
  mayBeLeftOut: 'May be left out of a request',
} as const satisfies Record<keyof ProviderFacts['registration'], string>;

const endpointLabels = {
  authorization: 'Authorization',
  token: 'Token',
  userinfo: 'Userinfo',
  discovery: 'Discovery',
  issuer: 'Issuer',
  native: 'Authorization, native clients',
} as const satisfies Record<keyof ProviderFacts['endpoints'], string>;

const clientLabels = {
  authentication: 'Client authentication',
  rejectedAuthentication: 'Client authentication, rejected',
  pkce: 'PKCE',
  pkceMethods: 'PKCE methods',
  clientIdParameter: 'Parameter for the client_id',
  requestBody: 'Body of a token request',
  responseBody: 'Body of a token response',
  errorStatus: 'Status of a token error',
  scopeDelimiter: 'Between scopes, request',
  grantedScopeDelimiter: 'Between scopes, response',
  bearerTokenTypes: 'Bearer tokens are also called',
  authorizationParameters: 'Further authorization parameters',
  defaultScope: 'Default scope',
  clientCredentials: 'Client credentials',
  requiredParameters: 'Further required parameters',
  clientId: 'A client_id',
  clientSecret: 'A client_secret',
} as const satisfies Record<keyof ProviderFacts['client'], string>;

const lifetimeLabels = {
  code: 'Code, seconds',
  accessToken: 'Access token, seconds',
  refreshToken: 'Refresh token, seconds',
} as const satisfies Record<keyof NonNullable<ProviderFacts['lifetimes']>, string>;

function rows(
  facts: Readonly<Record<string, Fact<unknown> | undefined>>,
  labels: Readonly<Record<string, string>>,
): FactRow[] {
  return Object.entries(labels).flatMap(([key, label]) => {
    const fact = facts[key];
    if (fact === undefined) return [];
    const { value, source, condition } = fact;
    return [{ label, value: valueText(value), source, ...(condition !== undefined && { condition }) }];
  });
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (value === ' ') return 'space';
  if (value === ',') return 'comma';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object' && value !== null) {
    if ('words' in value) return String(value.words);
    return Object.entries(value)
      .map(([name, given]) => `${name}=${String(given)}`)
      .join(', ');
  }
  return String(value);
}

/** `documented, read on 2026-11-27`: how sure a source is. */
export function sourceText({ at, confidence, checked }: Fact<unknown>['source']): string {
  return `${at} (${confidence}, checked ${checked})`;
}
