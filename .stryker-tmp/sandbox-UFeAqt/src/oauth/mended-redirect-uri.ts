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
import { pastedUri } from './pasted-uri.ts';
import type { RegistrationRules } from './redirect-uri-rules.ts';
import { isLoopback } from './secure-url.ts';
import { uriParts } from './uri-parts.ts';

/**
 * The value that was probably meant, in a form that can be registered: without traps of copying and pasting, without
 * fragment and user info, with scheme and host in small letters (RFC 3986 section 6.2.2), and without a query where
 * the provider ignores it. What cannot be guessed, such as a missing host, stays as it is.
 */
export function mendedRedirectUri(uri: string, {
  ignoresQuery = stryMutAct_9fa48("42") ? true : (stryCov_9fa48("42"), false)
}: RegistrationRules = {}): string {
  if (stryMutAct_9fa48("43")) {
    {}
  } else {
    stryCov_9fa48("43");
    const value = withScheme(pastedUri(uri).values[0]);
    const parts = uriParts(value);
    if (stryMutAct_9fa48("46") ? parts.scheme === undefined && parts.host === undefined : stryMutAct_9fa48("45") ? false : stryMutAct_9fa48("44") ? true : (stryCov_9fa48("44", "45", "46"), (stryMutAct_9fa48("48") ? parts.scheme !== undefined : stryMutAct_9fa48("47") ? false : (stryCov_9fa48("47", "48"), parts.scheme === undefined)) || (stryMutAct_9fa48("50") ? parts.host !== undefined : stryMutAct_9fa48("49") ? false : (stryCov_9fa48("49", "50"), parts.host === undefined)))) return value;
    const scheme = stryMutAct_9fa48("51") ? parts.scheme.text.toUpperCase() : (stryCov_9fa48("51"), parts.scheme.text.toLowerCase());
    const isDefault = stryMutAct_9fa48("54") ? parts.port?.text !== ({
      http: '80',
      https: '443'
    } as Record<string, string>)[scheme] : stryMutAct_9fa48("53") ? false : stryMutAct_9fa48("52") ? true : (stryCov_9fa48("52", "53", "54"), (stryMutAct_9fa48("55") ? parts.port.text : (stryCov_9fa48("55"), parts.port?.text)) === ({
      http: '80',
      https: '443'
    } as Record<string, string>)[scheme]);
    const port = (stryMutAct_9fa48("58") ? (parts.port === undefined || isDefault) && parts.port.text === '' : stryMutAct_9fa48("57") ? false : stryMutAct_9fa48("56") ? true : (stryCov_9fa48("56", "57", "58"), (stryMutAct_9fa48("60") ? parts.port === undefined && isDefault : stryMutAct_9fa48("59") ? false : (stryCov_9fa48("59", "60"), (stryMutAct_9fa48("62") ? parts.port !== undefined : stryMutAct_9fa48("61") ? false : (stryCov_9fa48("61", "62"), parts.port === undefined)) || isDefault)) || (stryMutAct_9fa48("64") ? parts.port.text !== '' : stryMutAct_9fa48("63") ? false : (stryCov_9fa48("63", "64"), parts.port.text === (stryMutAct_9fa48("65") ? "Stryker was here!" : (stryCov_9fa48("65"), '')))))) ? stryMutAct_9fa48("66") ? "Stryker was here!" : (stryCov_9fa48("66"), '') : stryMutAct_9fa48("67") ? `` : (stryCov_9fa48("67"), `:${parts.port.text}`);
    const query = (stryMutAct_9fa48("70") ? parts.query === undefined && ignoresQuery : stryMutAct_9fa48("69") ? false : stryMutAct_9fa48("68") ? true : (stryCov_9fa48("68", "69", "70"), (stryMutAct_9fa48("72") ? parts.query !== undefined : stryMutAct_9fa48("71") ? false : (stryCov_9fa48("71", "72"), parts.query === undefined)) || ignoresQuery)) ? stryMutAct_9fa48("73") ? "Stryker was here!" : (stryCov_9fa48("73"), '') : stryMutAct_9fa48("74") ? `` : (stryCov_9fa48("74"), `?${parts.query.text}`);
    return stryMutAct_9fa48("75") ? `` : (stryCov_9fa48("75"), `${scheme}://${stryMutAct_9fa48("76") ? parts.host.text.toUpperCase() : (stryCov_9fa48("76"), parts.host.text.toLowerCase())}${port}${parts.path.text}${query}`);
  }
}

/** `localhost:3000/callback` and `app.example.com/callback` lack only their beginning. */
function withScheme(value: string): string {
  if (stryMutAct_9fa48("77")) {
    {}
  } else {
    stryCov_9fa48("77");
    if (stryMutAct_9fa48("80") ? uriParts(value).scheme === undefined : stryMutAct_9fa48("79") ? false : stryMutAct_9fa48("78") ? true : (stryCov_9fa48("78", "79", "80"), uriParts(value).scheme !== undefined)) return value;
    const host = stryMutAct_9fa48("81") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#]|$)/i.exec(value)[2] : (stryCov_9fa48("81"), (stryMutAct_9fa48("97") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[^/?#]|$)/i : stryMutAct_9fa48("96") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#])/i : stryMutAct_9fa48("95") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\D+)?(?:[/?#]|$)/i : stryMutAct_9fa48("94") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d)?(?:[/?#]|$)/i : stryMutAct_9fa48("93") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)(?:[/?#]|$)/i : stryMutAct_9fa48("92") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\W-]+)*)(?::\d+)?(?:[/?#]|$)/i : stryMutAct_9fa48("91") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[^\w-]+)*)(?::\d+)?(?:[/?#]|$)/i : stryMutAct_9fa48("90") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-])*)(?::\d+)?(?:[/?#]|$)/i : stryMutAct_9fa48("89") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+))(?::\d+)?(?:[/?#]|$)/i : stryMutAct_9fa48("88") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\W-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#]|$)/i : stryMutAct_9fa48("87") ? /^(\/\/)?(\[[0-9a-f:]+\]|[^\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#]|$)/i : stryMutAct_9fa48("86") ? /^(\/\/)?(\[[0-9a-f:]+\]|[\w-](?:\.[\w-]+)*)(?::\d+)?(?:[/?#]|$)/i : stryMutAct_9fa48("85") ? /^(\/\/)?(\[[^0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#]|$)/i : stryMutAct_9fa48("84") ? /^(\/\/)?(\[[0-9a-f:]\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#]|$)/i : stryMutAct_9fa48("83") ? /^(\/\/)(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#]|$)/i : stryMutAct_9fa48("82") ? /(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#]|$)/i : (stryCov_9fa48("82", "83", "84", "85", "86", "87", "88", "89", "90", "91", "92", "93", "94", "95", "96", "97"), /^(\/\/)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#]|$)/i)).exec(value)?.[2]);
    if (stryMutAct_9fa48("100") ? host !== undefined : stryMutAct_9fa48("99") ? false : stryMutAct_9fa48("98") ? true : (stryCov_9fa48("98", "99", "100"), host === undefined)) return value;
    const isLocal = isLoopback(stryMutAct_9fa48("101") ? host.toUpperCase() : (stryCov_9fa48("101"), host.toLowerCase()));
    if (stryMutAct_9fa48("104") ? !isLocal || !host.includes('.') : stryMutAct_9fa48("103") ? false : stryMutAct_9fa48("102") ? true : (stryCov_9fa48("102", "103", "104"), (stryMutAct_9fa48("105") ? isLocal : (stryCov_9fa48("105"), !isLocal)) && (stryMutAct_9fa48("106") ? host.includes('.') : (stryCov_9fa48("106"), !host.includes(stryMutAct_9fa48("107") ? "" : (stryCov_9fa48("107"), '.')))))) return value;
    return stryMutAct_9fa48("108") ? `` : (stryCov_9fa48("108"), `${isLocal ? stryMutAct_9fa48("109") ? "" : (stryCov_9fa48("109"), 'http') : stryMutAct_9fa48("110") ? "" : (stryCov_9fa48("110"), 'https')}://${value.replace(stryMutAct_9fa48("111") ? /\/\// : (stryCov_9fa48("111"), /^\/\//), stryMutAct_9fa48("112") ? "Stryker was here!" : (stryCov_9fa48("112"), ''))}`);
  }
}