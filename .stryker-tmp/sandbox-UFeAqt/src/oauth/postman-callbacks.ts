/**
 * Where Postman takes the answer of an authorization server, and which Postman that is. Register both.
 * Source: https://learn.microsoft.com/en-us/linkedin/shared/authentication/postman-getting-started
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
export const postmanCallbacks = [{
  uri: 'https://oauth.pstmn.io/v1/callback',
  who: 'the desktop application with "Authorize using browser" ticked (the field Callback URL is greyed out)'
}, {
  uri: 'https://oauth.pstmn.io/v1/browser-callback',
  who: 'Postman on the web'
}] as const;

/** Whether an address is meant for Postman's own callback. */
export function isPostmanAddress(uri: string): boolean {
  if (stryMutAct_9fa48("428")) {
    {}
  } else {
    stryCov_9fa48("428");
    return (stryMutAct_9fa48("434") ? /^[a-z]*:?\/*(?:www\.)oauth\.pstmn\.io\b/i : stryMutAct_9fa48("433") ? /^[a-z]*:?\/(?:www\.)?oauth\.pstmn\.io\b/i : stryMutAct_9fa48("432") ? /^[a-z]*:\/*(?:www\.)?oauth\.pstmn\.io\b/i : stryMutAct_9fa48("431") ? /^[^a-z]*:?\/*(?:www\.)?oauth\.pstmn\.io\b/i : stryMutAct_9fa48("430") ? /^[a-z]:?\/*(?:www\.)?oauth\.pstmn\.io\b/i : stryMutAct_9fa48("429") ? /[a-z]*:?\/*(?:www\.)?oauth\.pstmn\.io\b/i : (stryCov_9fa48("429", "430", "431", "432", "433", "434"), /^[a-z]*:?\/*(?:www\.)?oauth\.pstmn\.io\b/i)).test(uri);
  }
}