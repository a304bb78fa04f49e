import { isLoopback } from '../oauth/secure-url.ts';
import { differingNormalForms, hostForms, pathForms } from './uri-forms.ts';
import { type UriComponent, type UriParts, uriComponents, uriParts } from './uri-parts.ts';

/** In which way a part differs. The name of a component alone means: really another one. */
export type RedirectUriDifferenceKind =
  | UriComponent
  | 'scheme case'
  | 'missing scheme'
  | 'loopback name'
  | 'www'
  | 'host case'
  | 'international host'
  | 'trailing dot'
  | 'default port'
  | 'trailing slash'
  | 'path case'
  | 'dot segments'
  | 'path encoding';

/** One thing that keeps two redirect URIs from being the same text. */
export interface RedirectUriDifference {
  readonly component: UriComponent;
  readonly kind: RedirectUriDifferenceKind;
  /** The part as it was sent; undefined where the requested value does not have it. */
  readonly requested: string | undefined;
  readonly registered: string | undefined;
}

/**
 * Compares a redirect_uri with a registered one as authorization servers do: as text (RFC 6749 section 3.1.2.3), and
 * says in which components the two differ.
 *
 * @returns the differences in the order of the components; empty when both are the same text
 */
export function redirectUriDifferences(requested: string, registered: string): RedirectUriDifference[] {
  if (requested === registered) return [];
  const [sent, known] = [uriParts(requested), uriParts(registered)];
  if ((sent.scheme === undefined) !== (known.scheme === undefined)) return missingScheme(sent, known);
  return uriComponents
    .filter((component) => sent[component]?.text !== known[component]?.text)
    .flatMap((component) => differences(component, sent, known));
}

/** Without a scheme nothing else can be lined up: what looks like a host is a path. */
function missingScheme(sent: UriParts, known: UriParts): RedirectUriDifference[] {
  return [
    {
      component: 'scheme',
      kind: 'missing scheme',
      requested: sent.scheme?.text,
      registered: known.scheme?.text,
    },
  ];
}

function differences(component: UriComponent, sent: UriParts, known: UriParts): RedirectUriDifference[] {
  const [requested, registered] = [sent[component]?.text, known[component]?.text];
  return kindsOf(component, sent, known).map((kind) => ({ component, kind, requested, registered }));
}

function kindsOf(component: UriComponent, sent: UriParts, known: UriParts): RedirectUriDifferenceKind[] {
  const [requested, registered] = [sent[component]?.text ?? '', known[component]?.text ?? ''];
  switch (component) {
    case 'scheme':
      return [requested.toLowerCase() === registered.toLowerCase() ? 'scheme case' : 'scheme'];
    case 'host':
      if (isLocal(requested) && isLocal(registered)) return ['loopback name'];
      return differingNormalForms(requested, registered, hostForms) ?? ['host'];
    case 'port':
      return [effectivePort(sent) === effectivePort(known) ? 'default port' : 'port'];
    case 'path':
      return differingNormalForms(requested, registered, pathForms) ?? ['path'];
    default:
      return [component];
  }
}

function isLocal(host: string): boolean {
  return isLoopback(host.toLowerCase().replace(/\.$/, ''));
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

function effectivePort({ scheme, port }: UriParts): string {
  return port?.text || (DEFAULT_PORTS[scheme?.text.toLowerCase() ?? ''] ?? '');
}
