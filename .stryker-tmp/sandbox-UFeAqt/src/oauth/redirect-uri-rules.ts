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
import { type UriParts, uriParts } from './uri-parts.ts';

/** What a redirect_uri may not be, whatever is registered. */
export type RedirectUriRuleKind = 'empty' | 'placeholder' | 'relative' | 'not a uri' | 'wildcard' | 'fragment' | 'user info' | 'query' | 'plain http' | 'unencoded character' | 'not loopback';

/** A rule that a value breaks, and the part of it that shows so. */
export interface BrokenRule {
  readonly kind: RedirectUriRuleKind;
  readonly seen: string;
}

/** Which rules are asked for besides those of every server. */
export interface RegistrationRules {
  /** LinkedIn stores an address without its query, and compares the query later: its page on the code flow. */
  readonly ignoresQuery?: boolean;
  /** A client of LinkedIn's endpoint for native applications: http(s) on 127.0.0.1 or [::1] only. */
  readonly nativeLoopback?: boolean;
}

// Real applications are registered with a reverse-domain scheme (RFC 8252 section 7.1): those have no host.
const OWN_SCHEME = stryMutAct_9fa48("442") ? /^[a-z][a-z0-9+-]*(?:\.[^a-z0-9+-]+)+$/i : stryMutAct_9fa48("441") ? /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-])+$/i : stryMutAct_9fa48("440") ? /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)$/i : stryMutAct_9fa48("439") ? /^[a-z][^a-z0-9+-]*(?:\.[a-z0-9+-]+)+$/i : stryMutAct_9fa48("438") ? /^[a-z][a-z0-9+-](?:\.[a-z0-9+-]+)+$/i : stryMutAct_9fa48("437") ? /^[^a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+$/i : stryMutAct_9fa48("436") ? /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+/i : stryMutAct_9fa48("435") ? /[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+$/i : (stryCov_9fa48("435", "436", "437", "438", "439", "440", "441", "442"), /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+$/i);

/**
 * Checks a redirect_uri against the rules for registering one: RFC 6749 section 3.1.2 (absolute, no fragment),
 * RFC 9700 section 2.1 (no patterns), and LinkedIn's page on the authorization code flow.
 */
export function brokenRedirectUriRules(uri: string, rules: RegistrationRules = {}): BrokenRule[] {
  if (stryMutAct_9fa48("443")) {
    {}
  } else {
    stryCov_9fa48("443");
    if (stryMutAct_9fa48("446") ? uri !== '' : stryMutAct_9fa48("445") ? false : stryMutAct_9fa48("444") ? true : (stryCov_9fa48("444", "445", "446"), uri === (stryMutAct_9fa48("447") ? "Stryker was here!" : (stryCov_9fa48("447"), '')))) return stryMutAct_9fa48("448") ? [] : (stryCov_9fa48("448"), [stryMutAct_9fa48("449") ? {} : (stryCov_9fa48("449"), {
      kind: stryMutAct_9fa48("450") ? "" : (stryCov_9fa48("450"), 'empty'),
      seen: stryMutAct_9fa48("451") ? "Stryker was here!" : (stryCov_9fa48("451"), '')
    })]);
    const placeholder = stryMutAct_9fa48("452") ? /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[\w -]*>|^(?:undefined|null|None|nil)$/.exec(uri)[0] : (stryCov_9fa48("452"), (stryMutAct_9fa48("461") ? /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[\w -]*>|^(?:undefined|null|None|nil)/ : stryMutAct_9fa48("460") ? /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[\w -]*>|(?:undefined|null|None|nil)$/ : stryMutAct_9fa48("459") ? /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[\W -]*>|^(?:undefined|null|None|nil)$/ : stryMutAct_9fa48("458") ? /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[^\w -]*>|^(?:undefined|null|None|nil)$/ : stryMutAct_9fa48("457") ? /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[\w -]>|^(?:undefined|null|None|nil)$/ : stryMutAct_9fa48("456") ? /\{\{[^{}]*\}\}|\$\{[{}]*\}|<[\w -]*>|^(?:undefined|null|None|nil)$/ : stryMutAct_9fa48("455") ? /\{\{[^{}]*\}\}|\$\{[^{}]\}|<[\w -]*>|^(?:undefined|null|None|nil)$/ : stryMutAct_9fa48("454") ? /\{\{[{}]*\}\}|\$\{[^{}]*\}|<[\w -]*>|^(?:undefined|null|None|nil)$/ : stryMutAct_9fa48("453") ? /\{\{[^{}]\}\}|\$\{[^{}]*\}|<[\w -]*>|^(?:undefined|null|None|nil)$/ : (stryCov_9fa48("453", "454", "455", "456", "457", "458", "459", "460", "461"), /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[\w -]*>|^(?:undefined|null|None|nil)$/)).exec(uri)?.[0]);
    if (stryMutAct_9fa48("464") ? placeholder === undefined : stryMutAct_9fa48("463") ? false : stryMutAct_9fa48("462") ? true : (stryCov_9fa48("462", "463", "464"), placeholder !== undefined)) return stryMutAct_9fa48("465") ? [] : (stryCov_9fa48("465"), [stryMutAct_9fa48("466") ? {} : (stryCov_9fa48("466"), {
      kind: stryMutAct_9fa48("467") ? "" : (stryCov_9fa48("467"), 'placeholder'),
      seen: placeholder
    })]);
    const parts = uriParts(uri);
    if (stryMutAct_9fa48("470") ? parts.scheme !== undefined : stryMutAct_9fa48("469") ? false : stryMutAct_9fa48("468") ? true : (stryCov_9fa48("468", "469", "470"), parts.scheme === undefined)) return stryMutAct_9fa48("471") ? [] : (stryCov_9fa48("471"), [stryMutAct_9fa48("472") ? {} : (stryCov_9fa48("472"), {
      kind: stryMutAct_9fa48("473") ? "" : (stryCov_9fa48("473"), 'relative'),
      seen: uri
    })]);
    const scheme = stryMutAct_9fa48("474") ? parts.scheme.text.toUpperCase() : (stryCov_9fa48("474"), parts.scheme.text.toLowerCase());
    const isWeb = stryMutAct_9fa48("477") ? scheme === 'http' && scheme === 'https' : stryMutAct_9fa48("476") ? false : stryMutAct_9fa48("475") ? true : (stryCov_9fa48("475", "476", "477"), (stryMutAct_9fa48("479") ? scheme !== 'http' : stryMutAct_9fa48("478") ? false : (stryCov_9fa48("478", "479"), scheme === (stryMutAct_9fa48("480") ? "" : (stryCov_9fa48("480"), 'http')))) || (stryMutAct_9fa48("482") ? scheme !== 'https' : stryMutAct_9fa48("481") ? false : (stryCov_9fa48("481", "482"), scheme === (stryMutAct_9fa48("483") ? "" : (stryCov_9fa48("483"), 'https')))));
    if (stryMutAct_9fa48("486") ? !parts.host?.text || isWeb || !OWN_SCHEME.test(scheme) : stryMutAct_9fa48("485") ? false : stryMutAct_9fa48("484") ? true : (stryCov_9fa48("484", "485", "486"), (stryMutAct_9fa48("487") ? parts.host?.text : (stryCov_9fa48("487"), !(stryMutAct_9fa48("488") ? parts.host.text : (stryCov_9fa48("488"), parts.host?.text)))) && (stryMutAct_9fa48("490") ? isWeb && !OWN_SCHEME.test(scheme) : stryMutAct_9fa48("489") ? true : (stryCov_9fa48("489", "490"), isWeb || (stryMutAct_9fa48("491") ? OWN_SCHEME.test(scheme) : (stryCov_9fa48("491"), !OWN_SCHEME.test(scheme))))))) return stryMutAct_9fa48("492") ? [] : (stryCov_9fa48("492"), [stryMutAct_9fa48("493") ? {} : (stryCov_9fa48("493"), {
      kind: stryMutAct_9fa48("494") ? "" : (stryCov_9fa48("494"), 'not a uri'),
      seen: uri
    })]);
    return stryMutAct_9fa48("495") ? [] : (stryCov_9fa48("495"), [...webRules(uri, parts, isWeb), ...((stryMutAct_9fa48("498") ? parts['user info'] !== undefined : stryMutAct_9fa48("497") ? false : stryMutAct_9fa48("496") ? true : (stryCov_9fa48("496", "497", "498"), parts[stryMutAct_9fa48("499") ? "" : (stryCov_9fa48("499"), 'user info')] === undefined)) ? stryMutAct_9fa48("500") ? ["Stryker was here"] : (stryCov_9fa48("500"), []) : stryMutAct_9fa48("501") ? [] : (stryCov_9fa48("501"), [stryMutAct_9fa48("502") ? {} : (stryCov_9fa48("502"), {
      kind: 'user info' as const,
      seen: stryMutAct_9fa48("503") ? "" : (stryCov_9fa48("503"), '@')
    })])), ...((stryMutAct_9fa48("506") ? parts.fragment !== undefined : stryMutAct_9fa48("505") ? false : stryMutAct_9fa48("504") ? true : (stryCov_9fa48("504", "505", "506"), parts.fragment === undefined)) ? stryMutAct_9fa48("507") ? ["Stryker was here"] : (stryCov_9fa48("507"), []) : stryMutAct_9fa48("508") ? [] : (stryCov_9fa48("508"), [stryMutAct_9fa48("509") ? {} : (stryCov_9fa48("509"), {
      kind: 'fragment' as const,
      seen: stryMutAct_9fa48("510") ? `` : (stryCov_9fa48("510"), `#${parts.fragment.text}`)
    })])), ...((stryMutAct_9fa48("513") ? rules.ignoresQuery || parts.query : stryMutAct_9fa48("512") ? false : stryMutAct_9fa48("511") ? true : (stryCov_9fa48("511", "512", "513"), rules.ignoresQuery && parts.query)) ? stryMutAct_9fa48("514") ? [] : (stryCov_9fa48("514"), [stryMutAct_9fa48("515") ? {} : (stryCov_9fa48("515"), {
      kind: 'query' as const,
      seen: stryMutAct_9fa48("516") ? `` : (stryCov_9fa48("516"), `?${parts.query.text}`)
    })]) : stryMutAct_9fa48("517") ? ["Stryker was here"] : (stryCov_9fa48("517"), [])), ...((stryMutAct_9fa48("520") ? rules.nativeLoopback || !isNativeLoopback(parts) : stryMutAct_9fa48("519") ? false : stryMutAct_9fa48("518") ? true : (stryCov_9fa48("518", "519", "520"), rules.nativeLoopback && (stryMutAct_9fa48("521") ? isNativeLoopback(parts) : (stryCov_9fa48("521"), !isNativeLoopback(parts))))) ? stryMutAct_9fa48("522") ? [] : (stryCov_9fa48("522"), [stryMutAct_9fa48("523") ? {} : (stryCov_9fa48("523"), {
      kind: 'not loopback' as const,
      seen: stryMutAct_9fa48("524") ? parts.host?.text && uri : (stryCov_9fa48("524"), (stryMutAct_9fa48("525") ? parts.host.text : (stryCov_9fa48("525"), parts.host?.text)) ?? uri)
    })]) : stryMutAct_9fa48("526") ? ["Stryker was here"] : (stryCov_9fa48("526"), []))]);
  }
}
function webRules(uri: string, parts: UriParts, isWeb: boolean): BrokenRule[] {
  if (stryMutAct_9fa48("527")) {
    {}
  } else {
    stryCov_9fa48("527");
    const host = stryMutAct_9fa48("528") ? parts.host?.text && '' : (stryCov_9fa48("528"), (stryMutAct_9fa48("529") ? parts.host.text : (stryCov_9fa48("529"), parts.host?.text)) ?? (stryMutAct_9fa48("530") ? "Stryker was here!" : (stryCov_9fa48("530"), '')));
    const wildcard = stryMutAct_9fa48("531") ? /\*/.exec(uri)[0] : (stryCov_9fa48("531"), /\*/.exec(uri)?.[0]);
    const unencoded = stryMutAct_9fa48("532") ? /[\s"<>\\^`{|}]|%(?![0-9a-f]{2})/i.exec(uri)?.[0] && /[^\p{ASCII}]/u.exec(afterHost(uri, parts))?.[0] : (stryCov_9fa48("532"), (stryMutAct_9fa48("533") ? /[\s"<>\\^`{|}]|%(?![0-9a-f]{2})/i.exec(uri)[0] : (stryCov_9fa48("533"), (stryMutAct_9fa48("538") ? /[\s"<>\\^`{|}]|%(?![^0-9a-f]{2})/i : stryMutAct_9fa48("537") ? /[\s"<>\\^`{|}]|%(?![0-9a-f])/i : stryMutAct_9fa48("536") ? /[\s"<>\\^`{|}]|%(?=[0-9a-f]{2})/i : stryMutAct_9fa48("535") ? /[\S"<>\\^`{|}]|%(?![0-9a-f]{2})/i : stryMutAct_9fa48("534") ? /[^\s"<>\\^`{|}]|%(?![0-9a-f]{2})/i : (stryCov_9fa48("534", "535", "536", "537", "538"), /[\s"<>\\^`{|}]|%(?![0-9a-f]{2})/i)).exec(uri)?.[0])) ?? (stryMutAct_9fa48("539") ? /[^\p{ASCII}]/u.exec(afterHost(uri, parts))[0] : (stryCov_9fa48("539"), (stryMutAct_9fa48("541") ? /[^\P{ASCII}]/u : stryMutAct_9fa48("540") ? /[\p{ASCII}]/u : (stryCov_9fa48("540", "541"), /[^\p{ASCII}]/u)).exec(afterHost(uri, parts))?.[0])));
    const isPlain = stryMutAct_9fa48("544") ? isWeb && parts.scheme?.text.toLowerCase() === 'http' || !isLoopback(host.toLowerCase().replace(/\.$/, '')) : stryMutAct_9fa48("543") ? false : stryMutAct_9fa48("542") ? true : (stryCov_9fa48("542", "543", "544"), (stryMutAct_9fa48("546") ? isWeb || parts.scheme?.text.toLowerCase() === 'http' : stryMutAct_9fa48("545") ? true : (stryCov_9fa48("545", "546"), isWeb && (stryMutAct_9fa48("548") ? parts.scheme?.text.toLowerCase() !== 'http' : stryMutAct_9fa48("547") ? true : (stryCov_9fa48("547", "548"), (stryMutAct_9fa48("550") ? parts.scheme.text.toLowerCase() : stryMutAct_9fa48("549") ? parts.scheme?.text.toUpperCase() : (stryCov_9fa48("549", "550"), parts.scheme?.text.toLowerCase())) === (stryMutAct_9fa48("551") ? "" : (stryCov_9fa48("551"), 'http')))))) && (stryMutAct_9fa48("552") ? isLoopback(host.toLowerCase().replace(/\.$/, '')) : (stryCov_9fa48("552"), !isLoopback(stryMutAct_9fa48("553") ? host.toUpperCase().replace(/\.$/, '') : (stryCov_9fa48("553"), host.toLowerCase().replace(stryMutAct_9fa48("554") ? /\./ : (stryCov_9fa48("554"), /\.$/), stryMutAct_9fa48("555") ? "Stryker was here!" : (stryCov_9fa48("555"), '')))))));
    const isPort = stryMutAct_9fa48("558") ? parts.port === undefined && /^\d{1,5}$/.test(parts.port.text) : stryMutAct_9fa48("557") ? false : stryMutAct_9fa48("556") ? true : (stryCov_9fa48("556", "557", "558"), (stryMutAct_9fa48("560") ? parts.port !== undefined : stryMutAct_9fa48("559") ? false : (stryCov_9fa48("559", "560"), parts.port === undefined)) || (stryMutAct_9fa48("564") ? /^\D{1,5}$/ : stryMutAct_9fa48("563") ? /^\d$/ : stryMutAct_9fa48("562") ? /^\d{1,5}/ : stryMutAct_9fa48("561") ? /\d{1,5}$/ : (stryCov_9fa48("561", "562", "563", "564"), /^\d{1,5}$/)).test(parts.port.text));
    return stryMutAct_9fa48("565") ? [] : (stryCov_9fa48("565"), [...((stryMutAct_9fa48("568") ? isPort || !isWeb || URL.canParse(uri) || wildcard || unencoded : stryMutAct_9fa48("567") ? false : stryMutAct_9fa48("566") ? true : (stryCov_9fa48("566", "567", "568"), isPort && (stryMutAct_9fa48("570") ? (!isWeb || URL.canParse(uri) || wildcard) && unencoded : stryMutAct_9fa48("569") ? true : (stryCov_9fa48("569", "570"), (stryMutAct_9fa48("572") ? (!isWeb || URL.canParse(uri)) && wildcard : stryMutAct_9fa48("571") ? false : (stryCov_9fa48("571", "572"), (stryMutAct_9fa48("574") ? !isWeb && URL.canParse(uri) : stryMutAct_9fa48("573") ? false : (stryCov_9fa48("573", "574"), (stryMutAct_9fa48("575") ? isWeb : (stryCov_9fa48("575"), !isWeb)) || URL.canParse(uri))) || wildcard)) || unencoded)))) ? stryMutAct_9fa48("576") ? ["Stryker was here"] : (stryCov_9fa48("576"), []) : stryMutAct_9fa48("577") ? [] : (stryCov_9fa48("577"), [stryMutAct_9fa48("578") ? {} : (stryCov_9fa48("578"), {
      kind: 'not a uri' as const,
      seen: uri
    })])), ...((stryMutAct_9fa48("581") ? wildcard !== undefined : stryMutAct_9fa48("580") ? false : stryMutAct_9fa48("579") ? true : (stryCov_9fa48("579", "580", "581"), wildcard === undefined)) ? stryMutAct_9fa48("582") ? ["Stryker was here"] : (stryCov_9fa48("582"), []) : stryMutAct_9fa48("583") ? [] : (stryCov_9fa48("583"), [stryMutAct_9fa48("584") ? {} : (stryCov_9fa48("584"), {
      kind: 'wildcard' as const,
      seen: wildcard
    })])), ...((stryMutAct_9fa48("587") ? unencoded !== undefined : stryMutAct_9fa48("586") ? false : stryMutAct_9fa48("585") ? true : (stryCov_9fa48("585", "586", "587"), unencoded === undefined)) ? stryMutAct_9fa48("588") ? ["Stryker was here"] : (stryCov_9fa48("588"), []) : stryMutAct_9fa48("589") ? [] : (stryCov_9fa48("589"), [stryMutAct_9fa48("590") ? {} : (stryCov_9fa48("590"), {
      kind: 'unencoded character' as const,
      seen: unencoded
    })])), ...(isPlain ? stryMutAct_9fa48("591") ? [] : (stryCov_9fa48("591"), [stryMutAct_9fa48("592") ? {} : (stryCov_9fa48("592"), {
      kind: 'plain http' as const,
      seen: host
    })]) : stryMutAct_9fa48("593") ? ["Stryker was here"] : (stryCov_9fa48("593"), []))]);
  }
}

/** Letters of other alphabets are a matter of their own in a host name. */
function afterHost(uri: string, {
  path
}: UriParts): string {
  if (stryMutAct_9fa48("594")) {
    {}
  } else {
    stryCov_9fa48("594");
    return stryMutAct_9fa48("595") ? uri : (stryCov_9fa48("595"), uri.slice(path.start));
  }
}
function isNativeLoopback({
  host,
  scheme
}: UriParts): boolean {
  if (stryMutAct_9fa48("596")) {
    {}
  } else {
    stryCov_9fa48("596");
    return stryMutAct_9fa48("599") ? /^https?$/i.test(scheme?.text ?? '') || /^(?:127\.0\.0\.1|\[::1\])$/.test(host?.text ?? '') : stryMutAct_9fa48("598") ? false : stryMutAct_9fa48("597") ? true : (stryCov_9fa48("597", "598", "599"), (stryMutAct_9fa48("602") ? /^https$/i : stryMutAct_9fa48("601") ? /^https?/i : stryMutAct_9fa48("600") ? /https?$/i : (stryCov_9fa48("600", "601", "602"), /^https?$/i)).test(stryMutAct_9fa48("603") ? scheme?.text && '' : (stryCov_9fa48("603"), (stryMutAct_9fa48("604") ? scheme.text : (stryCov_9fa48("604"), scheme?.text)) ?? (stryMutAct_9fa48("605") ? "Stryker was here!" : (stryCov_9fa48("605"), '')))) && (stryMutAct_9fa48("607") ? /^(?:127\.0\.0\.1|\[::1\])/ : stryMutAct_9fa48("606") ? /(?:127\.0\.0\.1|\[::1\])$/ : (stryCov_9fa48("606", "607"), /^(?:127\.0\.0\.1|\[::1\])$/)).test(stryMutAct_9fa48("608") ? host?.text && '' : (stryCov_9fa48("608"), (stryMutAct_9fa48("609") ? host.text : (stryCov_9fa48("609"), host?.text)) ?? (stryMutAct_9fa48("610") ? "Stryker was here!" : (stryCov_9fa48("610"), '')))));
  }
}