// @ts-nocheck
function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import { isLoopback } from './secure-url.ts';
import { differingNormalForms, hostForms, pathForms } from './uri-forms.ts';
import { type UriComponent, type UriParts, uriComponents, uriParts } from './uri-parts.ts';

/** In which way a part differs. The name of a component alone means: really another one. */
export type RedirectUriDifferenceKind = UriComponent | 'scheme case' | 'missing scheme' | 'loopback name' | 'www' | 'host case' | 'international host' | 'trailing dot' | 'default port' | 'trailing slash' | 'path case' | 'dot segments' | 'path encoding';

/** One thing that keeps two redirect URIs from being the same text. */
export interface RedirectUriDifference {
  readonly component: UriComponent;
  readonly kind: RedirectUriDifferenceKind;
  /** The part as it was sent; undefined where the requested value does not have it. */
  readonly requested: string | undefined;
  readonly registered: string | undefined;
}

/** Exceptions that a server makes from comparing text. */
export interface RedirectUriRule {
  /** Any port is taken for 127.0.0.1 and [::1]: RFC 8252 section 7.3, LinkedIn's endpoint for native clients. */
  readonly anyLoopbackPort?: boolean;
}

/**
 * Compares a redirect_uri with a registered one as authorization servers do: as text (RFC 6749 section 3.1.2.3), and
 * says in which components the two differ.
 *
 * @returns the differences in the order of the components; empty when the server would accept the value
 */
export function redirectUriDifferences(requested: string, registered: string, {
  anyLoopbackPort = stryMutAct_9fa48("720") ? true : (stryCov_9fa48("720"), false)
}: RedirectUriRule = {}): RedirectUriDifference[] {
  if (stryMutAct_9fa48("721")) {
    {}
  } else {
    stryCov_9fa48("721");
    if (stryMutAct_9fa48("724") ? requested !== registered : stryMutAct_9fa48("723") ? false : stryMutAct_9fa48("722") ? true : (stryCov_9fa48("722", "723", "724"), requested === registered)) return stryMutAct_9fa48("725") ? ["Stryker was here"] : (stryCov_9fa48("725"), []);
    const [sent, known] = stryMutAct_9fa48("726") ? [] : (stryCov_9fa48("726"), [uriParts(requested), uriParts(registered)]);
    if (stryMutAct_9fa48("729") ? sent.scheme === undefined === (known.scheme === undefined) : stryMutAct_9fa48("728") ? false : stryMutAct_9fa48("727") ? true : (stryCov_9fa48("727", "728", "729"), (stryMutAct_9fa48("732") ? sent.scheme !== undefined : stryMutAct_9fa48("731") ? false : stryMutAct_9fa48("730") ? true : (stryCov_9fa48("730", "731", "732"), sent.scheme === undefined)) !== (stryMutAct_9fa48("735") ? known.scheme !== undefined : stryMutAct_9fa48("734") ? false : stryMutAct_9fa48("733") ? true : (stryCov_9fa48("733", "734", "735"), known.scheme === undefined)))) return missingScheme(sent, known);
    return stryMutAct_9fa48("737") ? uriComponents.filter(component => !(component === 'port' && anyLoopbackPort && areLoopbackAddresses(sent, known))).flatMap(component => differences(component, sent, known)) : stryMutAct_9fa48("736") ? uriComponents.filter(component => sent[component]?.text !== known[component]?.text).flatMap(component => differences(component, sent, known)) : (stryCov_9fa48("736", "737"), uriComponents.filter(stryMutAct_9fa48("738") ? () => undefined : (stryCov_9fa48("738"), component => stryMutAct_9fa48("741") ? sent[component]?.text === known[component]?.text : stryMutAct_9fa48("740") ? false : stryMutAct_9fa48("739") ? true : (stryCov_9fa48("739", "740", "741"), (stryMutAct_9fa48("742") ? sent[component].text : (stryCov_9fa48("742"), sent[component]?.text)) !== (stryMutAct_9fa48("743") ? known[component].text : (stryCov_9fa48("743"), known[component]?.text))))).filter(stryMutAct_9fa48("744") ? () => undefined : (stryCov_9fa48("744"), component => stryMutAct_9fa48("745") ? component === 'port' && anyLoopbackPort && areLoopbackAddresses(sent, known) : (stryCov_9fa48("745"), !(stryMutAct_9fa48("748") ? component === 'port' && anyLoopbackPort || areLoopbackAddresses(sent, known) : stryMutAct_9fa48("747") ? false : stryMutAct_9fa48("746") ? true : (stryCov_9fa48("746", "747", "748"), (stryMutAct_9fa48("750") ? component === 'port' || anyLoopbackPort : stryMutAct_9fa48("749") ? true : (stryCov_9fa48("749", "750"), (stryMutAct_9fa48("752") ? component !== 'port' : stryMutAct_9fa48("751") ? true : (stryCov_9fa48("751", "752"), component === (stryMutAct_9fa48("753") ? "" : (stryCov_9fa48("753"), 'port')))) && anyLoopbackPort)) && areLoopbackAddresses(sent, known)))))).flatMap(stryMutAct_9fa48("754") ? () => undefined : (stryCov_9fa48("754"), component => differences(component, sent, known))));
  }
}

/** Without a scheme nothing else can be lined up: what looks like a host is a path. */
function missingScheme(sent: UriParts, known: UriParts): RedirectUriDifference[] {
  if (stryMutAct_9fa48("755")) {
    {}
  } else {
    stryCov_9fa48("755");
    return stryMutAct_9fa48("756") ? [] : (stryCov_9fa48("756"), [stryMutAct_9fa48("757") ? {} : (stryCov_9fa48("757"), {
      component: stryMutAct_9fa48("758") ? "" : (stryCov_9fa48("758"), 'scheme'),
      kind: stryMutAct_9fa48("759") ? "" : (stryCov_9fa48("759"), 'missing scheme'),
      requested: stryMutAct_9fa48("760") ? sent.scheme.text : (stryCov_9fa48("760"), sent.scheme?.text),
      registered: stryMutAct_9fa48("761") ? known.scheme.text : (stryCov_9fa48("761"), known.scheme?.text)
    })]);
  }
}
function differences(component: UriComponent, sent: UriParts, known: UriParts): RedirectUriDifference[] {
  if (stryMutAct_9fa48("762")) {
    {}
  } else {
    stryCov_9fa48("762");
    const [requested, registered] = stryMutAct_9fa48("763") ? [] : (stryCov_9fa48("763"), [stryMutAct_9fa48("764") ? sent[component].text : (stryCov_9fa48("764"), sent[component]?.text), stryMutAct_9fa48("765") ? known[component].text : (stryCov_9fa48("765"), known[component]?.text)]);
    return kindsOf(component, sent, known).map(stryMutAct_9fa48("766") ? () => undefined : (stryCov_9fa48("766"), kind => stryMutAct_9fa48("767") ? {} : (stryCov_9fa48("767"), {
      component,
      kind,
      requested,
      registered
    })));
  }
}
function kindsOf(component: UriComponent, sent: UriParts, known: UriParts): RedirectUriDifferenceKind[] {
  if (stryMutAct_9fa48("768")) {
    {}
  } else {
    stryCov_9fa48("768");
    const [requested, registered] = stryMutAct_9fa48("769") ? [] : (stryCov_9fa48("769"), [stryMutAct_9fa48("770") ? sent[component]?.text && '' : (stryCov_9fa48("770"), (stryMutAct_9fa48("771") ? sent[component].text : (stryCov_9fa48("771"), sent[component]?.text)) ?? (stryMutAct_9fa48("772") ? "Stryker was here!" : (stryCov_9fa48("772"), ''))), stryMutAct_9fa48("773") ? known[component]?.text && '' : (stryCov_9fa48("773"), (stryMutAct_9fa48("774") ? known[component].text : (stryCov_9fa48("774"), known[component]?.text)) ?? (stryMutAct_9fa48("775") ? "Stryker was here!" : (stryCov_9fa48("775"), '')))]);
    switch (component) {
      case stryMutAct_9fa48("777") ? "" : (stryCov_9fa48("777"), 'scheme'):
        if (stryMutAct_9fa48("776")) {} else {
          stryCov_9fa48("776");
          return stryMutAct_9fa48("778") ? [] : (stryCov_9fa48("778"), [(stryMutAct_9fa48("781") ? requested.toLowerCase() !== registered.toLowerCase() : stryMutAct_9fa48("780") ? false : stryMutAct_9fa48("779") ? true : (stryCov_9fa48("779", "780", "781"), (stryMutAct_9fa48("782") ? requested.toUpperCase() : (stryCov_9fa48("782"), requested.toLowerCase())) === (stryMutAct_9fa48("783") ? registered.toUpperCase() : (stryCov_9fa48("783"), registered.toLowerCase())))) ? stryMutAct_9fa48("784") ? "" : (stryCov_9fa48("784"), 'scheme case') : stryMutAct_9fa48("785") ? "" : (stryCov_9fa48("785"), 'scheme')]);
        }
      case stryMutAct_9fa48("787") ? "" : (stryCov_9fa48("787"), 'host'):
        if (stryMutAct_9fa48("786")) {} else {
          stryCov_9fa48("786");
          if (stryMutAct_9fa48("790") ? isLocal(requested) || isLocal(registered) : stryMutAct_9fa48("789") ? false : stryMutAct_9fa48("788") ? true : (stryCov_9fa48("788", "789", "790"), isLocal(requested) && isLocal(registered))) return stryMutAct_9fa48("791") ? [] : (stryCov_9fa48("791"), [stryMutAct_9fa48("792") ? "" : (stryCov_9fa48("792"), 'loopback name')]);
          return stryMutAct_9fa48("793") ? differingNormalForms(requested, registered, hostForms) && ['host'] : (stryCov_9fa48("793"), differingNormalForms(requested, registered, hostForms) ?? (stryMutAct_9fa48("794") ? [] : (stryCov_9fa48("794"), [stryMutAct_9fa48("795") ? "" : (stryCov_9fa48("795"), 'host')])));
        }
      case stryMutAct_9fa48("797") ? "" : (stryCov_9fa48("797"), 'port'):
        if (stryMutAct_9fa48("796")) {} else {
          stryCov_9fa48("796");
          return stryMutAct_9fa48("798") ? [] : (stryCov_9fa48("798"), [(stryMutAct_9fa48("801") ? effectivePort(sent) !== effectivePort(known) : stryMutAct_9fa48("800") ? false : stryMutAct_9fa48("799") ? true : (stryCov_9fa48("799", "800", "801"), effectivePort(sent) === effectivePort(known))) ? stryMutAct_9fa48("802") ? "" : (stryCov_9fa48("802"), 'default port') : stryMutAct_9fa48("803") ? "" : (stryCov_9fa48("803"), 'port')]);
        }
      case stryMutAct_9fa48("805") ? "" : (stryCov_9fa48("805"), 'path'):
        if (stryMutAct_9fa48("804")) {} else {
          stryCov_9fa48("804");
          return stryMutAct_9fa48("806") ? differingNormalForms(requested, registered, pathForms) && ['path'] : (stryCov_9fa48("806"), differingNormalForms(requested, registered, pathForms) ?? (stryMutAct_9fa48("807") ? [] : (stryCov_9fa48("807"), [stryMutAct_9fa48("808") ? "" : (stryCov_9fa48("808"), 'path')])));
        }
      default:
        if (stryMutAct_9fa48("809")) {} else {
          stryCov_9fa48("809");
          return stryMutAct_9fa48("810") ? [] : (stryCov_9fa48("810"), [component]);
        }
    }
  }
}
function isLocal(host: string): boolean {
  if (stryMutAct_9fa48("811")) {
    {}
  } else {
    stryCov_9fa48("811");
    return isLoopback(stryMutAct_9fa48("812") ? host.toUpperCase().replace(/\.$/, '') : (stryCov_9fa48("812"), host.toLowerCase().replace(stryMutAct_9fa48("813") ? /\./ : (stryCov_9fa48("813"), /\.$/), stryMutAct_9fa48("814") ? "Stryker was here!" : (stryCov_9fa48("814"), ''))));
  }
}
const DEFAULT_PORTS: Readonly<Record<string, string>> = stryMutAct_9fa48("815") ? {} : (stryCov_9fa48("815"), {
  http: stryMutAct_9fa48("816") ? "" : (stryCov_9fa48("816"), '80'),
  https: stryMutAct_9fa48("817") ? "" : (stryCov_9fa48("817"), '443')
});
function effectivePort({
  scheme,
  port
}: UriParts): string {
  if (stryMutAct_9fa48("818")) {
    {}
  } else {
    stryCov_9fa48("818");
    return stryMutAct_9fa48("821") ? port?.text && (DEFAULT_PORTS[scheme?.text.toLowerCase() ?? ''] ?? '') : stryMutAct_9fa48("820") ? false : stryMutAct_9fa48("819") ? true : (stryCov_9fa48("819", "820", "821"), (stryMutAct_9fa48("822") ? port.text : (stryCov_9fa48("822"), port?.text)) || (stryMutAct_9fa48("823") ? DEFAULT_PORTS[scheme?.text.toLowerCase() ?? ''] && '' : (stryCov_9fa48("823"), DEFAULT_PORTS[stryMutAct_9fa48("824") ? scheme?.text.toLowerCase() && '' : (stryCov_9fa48("824"), (stryMutAct_9fa48("826") ? scheme.text.toLowerCase() : stryMutAct_9fa48("825") ? scheme?.text.toUpperCase() : (stryCov_9fa48("825", "826"), scheme?.text.toLowerCase())) ?? (stryMutAct_9fa48("827") ? "Stryker was here!" : (stryCov_9fa48("827"), '')))] ?? (stryMutAct_9fa48("828") ? "Stryker was here!" : (stryCov_9fa48("828"), '')))));
  }
}

/** Names do not count: RFC 8252 section 8.3 asks for the addresses. */
function areLoopbackAddresses(sent: UriParts, known: UriParts): boolean {
  if (stryMutAct_9fa48("829")) {
    {}
  } else {
    stryCov_9fa48("829");
    return stryMutAct_9fa48("830") ? [sent, known].some(({
      host
    }) => host?.text === '127.0.0.1' || host?.text === '[::1]') : (stryCov_9fa48("830"), (stryMutAct_9fa48("831") ? [] : (stryCov_9fa48("831"), [sent, known])).every(stryMutAct_9fa48("832") ? () => undefined : (stryCov_9fa48("832"), ({
      host
    }) => stryMutAct_9fa48("835") ? host?.text === '127.0.0.1' && host?.text === '[::1]' : stryMutAct_9fa48("834") ? false : stryMutAct_9fa48("833") ? true : (stryCov_9fa48("833", "834", "835"), (stryMutAct_9fa48("837") ? host?.text !== '127.0.0.1' : stryMutAct_9fa48("836") ? false : (stryCov_9fa48("836", "837"), (stryMutAct_9fa48("838") ? host.text : (stryCov_9fa48("838"), host?.text)) === (stryMutAct_9fa48("839") ? "" : (stryCov_9fa48("839"), '127.0.0.1')))) || (stryMutAct_9fa48("841") ? host?.text !== '[::1]' : stryMutAct_9fa48("840") ? false : (stryCov_9fa48("840", "841"), (stryMutAct_9fa48("842") ? host.text : (stryCov_9fa48("842"), host?.text)) === (stryMutAct_9fa48("843") ? "" : (stryCov_9fa48("843"), '[::1]'))))))));
  }
}