import { isOneOf, loopbackHosts } from './loopback-hosts.ts';
import type { Leniency } from './provider-rule.ts';
import { type UriComponent, type UriParts, uriParts } from './uri-parts.ts';

/** A requested and a registered value on their way to be compared. */
export interface UriPair {
  readonly requested: string;
  readonly registered: string;
}

/** Takes away the difference that a leniency does not look at; a pair that it does not concern stays as it is. */
export function withLeniency(pair: UriPair, leniency: Leniency): UriPair {
  const [sent, known] = [uriParts(pair.requested), uriParts(pair.registered)];
  const requested = (component: UriComponent, text: string | undefined) => ({
    ...pair,
    requested: withPart(pair.requested, sent, component, text),
  });
  switch (leniency.ignores) {
    case 'port': {
      const counts =
        (leniency.of === 'every host' ||
          (isOneOf(sent.host?.text, leniency.of) && isOneOf(known.host?.text, leniency.of))) &&
        (leniency.scheme === undefined || sent.scheme?.text.toLowerCase() === leniency.scheme) &&
        (leniency.registered === 'any' || known.port === undefined);
      return counts ? requested('port', known.port?.text) : pair;
    }
    case 'case':
      return leniency.in === 'everything'
        ? { requested: pair.requested.toLowerCase(), registered: pair.registered.toLowerCase() }
        : {
            requested: withLowerHost(pair.requested, sent),
            registered: withLowerHost(pair.registered, known),
          };
    case 'query':
      return { ...requested('query', known.query?.text) };
    case 'further query parameters':
      return containsParameters(sent, known) ? requested('query', known.query?.text) : pair;
    case 'user info':
      return requested('user info', known['user info']?.text);
    case 'spelling':
      return {
        requested: asParsed(pair.requested),
        registered: asParsed(pair.registered),
      };
    case 'which loopback name': {
      const counts = [sent, known].every(({ host }) => isOneOf(host?.text, loopbackHosts));
      return counts ? requested('host', known.host?.text) : pair;
    }
  }
}

/** Whether each parameter of the registered value is in the requested one, too. */
function containsParameters(sent: UriParts, known: UriParts): boolean {
  const requested = new URLSearchParams(sent.query?.text ?? '');
  return [...new URLSearchParams(known.query?.text ?? '')].every(([name, value]) =>
    requested.getAll(name).includes(value),
  );
}

function asParsed(uri: string): string {
  return URL.canParse(uri) ? new URL(uri).href : uri;
}

function withLowerHost(uri: string, parts: UriParts): string {
  const host = withPart(uri, parts, 'host', parts.host?.text.toLowerCase());
  return withPart(host, parts, 'scheme', parts.scheme?.text.toLowerCase());
}

/** What stands in front of a component or behind it, and belongs to it. */
const DELIMITERS: Partial<Record<UriComponent, { readonly before?: string; readonly behind?: string }>> = {
  'user info': { behind: '@' },
  port: { before: ':' },
  query: { before: '?' },
  fragment: { before: '#' },
};

/** Replaces a component, puts it in, or takes it out (`undefined`) without touching anything else. */
export function withPart(
  uri: string,
  parts: UriParts,
  component: UriComponent,
  text: string | undefined,
): string {
  const part = parts[component];
  const { before = '', behind = '' } = DELIMITERS[component] ?? {};
  const start = part === undefined ? whereItWouldBe(parts, component) : part.start - before.length;
  const end = part === undefined ? start : part.end + behind.length;
  return uri.slice(0, start) + (text === undefined ? '' : before + text + behind) + uri.slice(end);
}

/** Where a component would begin that is not there. */
function whereItWouldBe(parts: UriParts, component: UriComponent): number {
  if (component === 'user info') return parts.host?.start ?? parts.path.start;
  if (component === 'port') return parts.host?.end ?? parts.path.start;
  if (component === 'query') return parts.path.end;
  return component === 'fragment' ? (parts.query?.end ?? parts.path.end) : 0;
}
