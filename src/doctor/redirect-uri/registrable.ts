import type { Registration } from '../../providers/facts.ts';
import { mendedRedirectUri } from '../../redirect-uri/corrected-redirect-uri.ts';
import { judgeByRule } from '../../redirect-uri/judge-by-rule.ts';
import { isOneOf, loopbackHosts } from '../../redirect-uri/loopback-hosts.ts';
import { brokenRedirectUriRules } from '../../redirect-uri/redirect-uri-rules.ts';
import { isMasked } from '../../redirect-uri/response-parameters.ts';
import { type UriParts, uriParts } from '../../redirect-uri/uri-parts.ts';
import type { RedirectUriObservation, RedirectUriProvider } from './observation.ts';

/** What to type into the provider's form, and what to send then. */
export interface Proposal {
  readonly register: string;
  readonly send: string;
}

/** The value nearest to the requested one that the provider's form takes; undefined where none comes to mind. */
export function proposalFor(
  requested: string,
  observation: Pick<RedirectUriObservation, 'provider' | 'applicationType' | 'rules'>,
): Proposal | undefined {
  const wanted = mendedRedirectUri(requested);
  const uri = [wanted, ...changes(observation.provider).map((change) => change(wanted))].find((value) =>
    canBeRegistered(value, observation),
  );
  if (uri === undefined) return undefined;
  const isDomain = observation.provider?.registration.takes?.value === 'domain';
  return { register: isDomain ? hostOf(uri) : uri, send: uri };
}

/** Other ways to write a value whose form a provider does not take; without a provider nothing is known of its form. */
function changes(provider: RedirectUriProvider | undefined): ((uri: string) => string)[] {
  if (provider === undefined) return [];
  const withHost = (host: string) => (uri: string) =>
    isOneOf(hostOf(uri), loopbackHosts) ? uri.replace(/(?<=:\/\/)(?:\[[^\]]*\]|[^/?#:]*)/, host) : uri;
  const withoutQuery = (uri: string) => uri.split('?')[0] ?? uri;
  const withHttps = (uri: string) => uri.replace(/^http:/, 'https:');
  const single = [withHost('127.0.0.1'), withHost('localhost'), withoutQuery, withHttps];
  return [
    ...single,
    ...single.slice(0, 2).map((change) => (uri: string) => change(withoutQuery(uri))),
    (uri) => withHttps(withoutQuery(uri)),
  ];
}

/** Whether a value can stand in the form of a provider and is accepted then. Without a provider: by the general rules. */
export function canBeRegistered(
  uri: string,
  {
    provider,
    applicationType,
    rules,
  }: Pick<RedirectUriObservation, 'provider' | 'applicationType' | 'rules'>,
): boolean {
  if (isMasked(uri) || uri.includes('*')) return false;
  const broken = brokenRedirectUriRules(uri, rules);
  if (provider === undefined) return broken.length === 0;
  const { registration, redirectUris } = provider;
  const known = registration.takes?.value === 'domain' ? hostOf(uri) : uri;
  return (
    broken.every(({ kind }) => kind === 'plain http') &&
    judgeByRule(redirectUris?.value, uri, [known], applicationType).verdict !== 'refused' &&
    formTakes(uriParts(uri), uri, registration)
  );
}

function formTakes(parts: UriParts, uri: string, form: Registration): boolean {
  const [scheme, host] = [parts.scheme?.text.toLowerCase() ?? '', parts.host?.text.toLowerCase() ?? ''];
  const [isName, isIp] = [host === 'localhost', isOneOf(host, ['127.0.0.0/8', '[::1]'])];
  if (isName && form.localhost?.value === 'rejected') return false;
  if (isIp && form.loopbackIp?.value === 'rejected') return false;
  if (parts.query !== undefined && form.query?.value === 'rejected') return false;
  if (form.longest !== undefined && uri.length > form.longest.value) return false;
  if (scheme !== 'http') return scheme === 'https' || form.customSchemes?.value !== 'rejected';
  if (form.takes?.value === 'domain') return true;
  switch (form.http?.value) {
    case 'any host':
      return true;
    case 'localhost':
      return isName || form.loopbackIp?.value === 'allowed';
    case 'loopback IP':
      return isIp;
    case 'none':
      return (
        (isName && form.localhost?.value === 'allowed') || (isIp && form.loopbackIp?.value === 'allowed')
      );
    // Where no source tells it, the own computer is the only place where http is common.
    case 'loopback':
    case undefined:
      return isName || isIp;
  }
}

function hostOf(uri: string): string {
  return uriParts(uri).host?.text.toLowerCase() ?? '';
}
