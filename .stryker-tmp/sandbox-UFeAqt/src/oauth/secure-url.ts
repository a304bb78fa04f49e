/**
 * Whether an address stays on this machine: `localhost`, names below it (RFC 6761 section 6.3), 127.0.0.0/8, ::1.
 *
 * @param hostname as `URL` gives it: lower case, IPv6 in brackets
 */
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
export function isLoopback(hostname: string): boolean {
  if (stryMutAct_9fa48("844")) {
    {}
  } else {
    stryCov_9fa48("844");
    return stryMutAct_9fa48("847") ? (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]') && /^127\.\d+\.\d+\.\d+$/.test(hostname) : stryMutAct_9fa48("846") ? false : stryMutAct_9fa48("845") ? true : (stryCov_9fa48("845", "846", "847"), (stryMutAct_9fa48("849") ? (hostname === 'localhost' || hostname.endsWith('.localhost')) && hostname === '[::1]' : stryMutAct_9fa48("848") ? false : (stryCov_9fa48("848", "849"), (stryMutAct_9fa48("851") ? hostname === 'localhost' && hostname.endsWith('.localhost') : stryMutAct_9fa48("850") ? false : (stryCov_9fa48("850", "851"), (stryMutAct_9fa48("853") ? hostname !== 'localhost' : stryMutAct_9fa48("852") ? false : (stryCov_9fa48("852", "853"), hostname === (stryMutAct_9fa48("854") ? "" : (stryCov_9fa48("854"), 'localhost')))) || (stryMutAct_9fa48("855") ? hostname.startsWith('.localhost') : (stryCov_9fa48("855"), hostname.endsWith(stryMutAct_9fa48("856") ? "" : (stryCov_9fa48("856"), '.localhost')))))) || (stryMutAct_9fa48("858") ? hostname !== '[::1]' : stryMutAct_9fa48("857") ? false : (stryCov_9fa48("857", "858"), hostname === (stryMutAct_9fa48("859") ? "" : (stryCov_9fa48("859"), '[::1]')))))) || (stryMutAct_9fa48("867") ? /^127\.\d+\.\d+\.\D+$/ : stryMutAct_9fa48("866") ? /^127\.\d+\.\d+\.\d$/ : stryMutAct_9fa48("865") ? /^127\.\d+\.\D+\.\d+$/ : stryMutAct_9fa48("864") ? /^127\.\d+\.\d\.\d+$/ : stryMutAct_9fa48("863") ? /^127\.\D+\.\d+\.\d+$/ : stryMutAct_9fa48("862") ? /^127\.\d\.\d+\.\d+$/ : stryMutAct_9fa48("861") ? /^127\.\d+\.\d+\.\d+/ : stryMutAct_9fa48("860") ? /127\.\d+\.\d+\.\d+$/ : (stryCov_9fa48("860", "861", "862", "863", "864", "865", "866", "867"), /^127\.\d+\.\d+\.\d+$/)).test(hostname));
  }
}

/** Whether a Host header names this machine, with or without a port. */
export function isLoopbackHost(host: string): boolean {
  if (stryMutAct_9fa48("868")) {
    {}
  } else {
    stryCov_9fa48("868");
    return isLoopback(stryMutAct_9fa48("869") ? host.toUpperCase().replace(/:\d+$/, '') : (stryCov_9fa48("869"), host.toLowerCase().replace(stryMutAct_9fa48("872") ? /:\D+$/ : stryMutAct_9fa48("871") ? /:\d$/ : stryMutAct_9fa48("870") ? /:\d+/ : (stryCov_9fa48("870", "871", "872"), /:\d+$/), stryMutAct_9fa48("873") ? "Stryker was here!" : (stryCov_9fa48("873"), ''))));
  }
}

/**
 * Whether secrets may be sent to an address: https, or http that does not leave this machine
 * (RFC 6749 sections 3.1 and 3.2 require TLS; RFC 8252 section 8.3 excepts loopback).
 */
export function isSecureUrl(text: string): boolean {
  if (stryMutAct_9fa48("874")) {
    {}
  } else {
    stryCov_9fa48("874");
    if (stryMutAct_9fa48("877") ? false : stryMutAct_9fa48("876") ? true : stryMutAct_9fa48("875") ? URL.canParse(text) : (stryCov_9fa48("875", "876", "877"), !URL.canParse(text))) return stryMutAct_9fa48("878") ? true : (stryCov_9fa48("878"), false);
    const url = new URL(text);
    return stryMutAct_9fa48("881") ? url.protocol === 'https:' && url.protocol === 'http:' && isLoopback(url.hostname) : stryMutAct_9fa48("880") ? false : stryMutAct_9fa48("879") ? true : (stryCov_9fa48("879", "880", "881"), (stryMutAct_9fa48("883") ? url.protocol !== 'https:' : stryMutAct_9fa48("882") ? false : (stryCov_9fa48("882", "883"), url.protocol === (stryMutAct_9fa48("884") ? "" : (stryCov_9fa48("884"), 'https:')))) || (stryMutAct_9fa48("886") ? url.protocol === 'http:' || isLoopback(url.hostname) : stryMutAct_9fa48("885") ? false : (stryCov_9fa48("885", "886"), (stryMutAct_9fa48("888") ? url.protocol !== 'http:' : stryMutAct_9fa48("887") ? true : (stryCov_9fa48("887", "888"), url.protocol === (stryMutAct_9fa48("889") ? "" : (stryCov_9fa48("889"), 'http:')))) && isLoopback(url.hostname))));
  }
}