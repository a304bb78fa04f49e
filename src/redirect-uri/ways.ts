import type { UriPair } from './leniencies.ts';
import { isOneOf } from './loopback-hosts.ts';
import type { Way } from './provider-rule.ts';
import { type UriParts, uriParts } from './uri-parts.ts';

/** Whether a registered value covers a requested one in a way; `undefined` where only the server can tell. */
export function covers({ requested, registered }: UriPair, way: Way): boolean | undefined {
  switch (way.way) {
    case 'same text':
      return requested === registered;
    case 'trailing star':
      return coversByTrailingStar(requested, registered, way.query === 'ignored');
    case 'sub-domain star':
      return coversBySubDomainStar(requested, registered);
    case 'port star':
      return (
        isOneOf(uriParts(registered).host?.text, way.of) &&
        uriParts(registered).port?.text === '*' &&
        withoutPort(requested) === withoutPort(registered) &&
        /^\d+$/.test(uriParts(requested).port?.text ?? '')
      );
    case 'below':
      return isBelow(uriParts(requested), uriParts(registered), way.subDomains);
    case 'prefix':
      return requested.startsWith(registered);
    case 'bare domain':
      return coversByDomain(requested, registered, way);
    case 'pattern':
      return undefined;
  }
}

/** `https://app.example.com/*` covers what begins as it does, and the place without the slash. */
function coversByTrailingStar(requested: string, registered: string, ignoresQuery: boolean): boolean {
  if (!registered.endsWith('*') || /[?#]/.test(registered)) return false;
  const { path } = uriParts(requested);
  // A step upwards would leave the place that was registered.
  if (uriParts(requested)['user info'] !== undefined || /(?:^|\/)\.\.(?:\/|$)/.test(path.text)) return false;
  const compared = ignoresQuery ? requested.slice(0, path.end) : requested;
  const beginning = registered.slice(0, -1);
  return compared.startsWith(beginning) || compared === beginning.replace(/\/$/, '');
}

/** The star stands for what is left of one label: `https://*.example.com`, `https://pr-*-web.example.com`. */
function coversBySubDomainStar(requested: string, registered: string): boolean {
  const [sent, known] = [uriParts(requested), uriParts(registered)];
  if (known.host === undefined || sent.host === undefined) return false;
  const [before, after, ...more] = known.host.text.split('*');
  if (before === undefined || after === undefined || more.length > 0 || before.includes('.')) return false;
  const { text: host } = sent.host;
  if (!host.startsWith(before) || !host.endsWith(after)) return false;
  return (
    /^[^.]+$/.test(host.slice(before.length, host.length - after.length)) &&
    requested.slice(0, sent.host.start) === registered.slice(0, known.host.start) &&
    requested.slice(sent.host.end) === registered.slice(known.host.end)
  );
}

function isBelow(sent: UriParts, known: UriParts, subDomains: boolean): boolean {
  const [host, base] = [sent.host?.text.toLowerCase() ?? '', known.host?.text.toLowerCase() ?? ''];
  const path = known.path.text.replace(/\/$/, '');
  return (
    sent.scheme?.text.toLowerCase() === known.scheme?.text.toLowerCase() &&
    sent['user info']?.text === known['user info']?.text &&
    (host === base || (subDomains && host.endsWith(`.${base}`))) &&
    sent.port?.text === known.port?.text &&
    (sent.path.text === path || sent.path.text.startsWith(`${path}/`)) &&
    !/(?:^|\/)\.\.(?:\/|$)/.test(sent.path.text) &&
    sent.query?.text === known.query?.text &&
    sent.fragment?.text === known.fragment?.text
  );
}

function coversByDomain(
  requested: string,
  registered: string,
  { always }: Extract<Way, { way: 'bare domain' }>,
): boolean {
  const host = uriParts(requested).host?.text.toLowerCase() ?? '';
  if (isOneOf(host, always)) return true;
  const domain = registered.toLowerCase();
  return isBareDomain(domain) && (host === domain || host.endsWith(`.${domain}`));
}

/** Whether a value is a host alone: no scheme, port, path or query. */
export function isBareDomain(value: string): boolean {
  return /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(value);
}

function withoutPort(uri: string): string {
  const { host, port } = uriParts(uri);
  return port === undefined || host === undefined ? uri : uri.slice(0, host.end) + uri.slice(port.end);
}
