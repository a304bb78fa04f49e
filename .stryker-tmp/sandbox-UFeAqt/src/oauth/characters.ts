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
const NAMES: Readonly<Record<string, string>> = stryMutAct_9fa48("0") ? {} : (stryCov_9fa48("0"), {
  ' ': stryMutAct_9fa48("1") ? "" : (stryCov_9fa48("1"), '<space>'),
  '\t': stryMutAct_9fa48("2") ? "" : (stryCov_9fa48("2"), '<tab>'),
  '\n': stryMutAct_9fa48("3") ? "" : (stryCov_9fa48("3"), '<line end>'),
  '\r': stryMutAct_9fa48("4") ? "" : (stryCov_9fa48("4"), '<CR>'),
  '\u00A0': stryMutAct_9fa48("5") ? "" : (stryCov_9fa48("5"), '<U+00A0>')
});

/**
 * How to show a character that cannot be seen, or that looks like another one: `<space>`, `<U+200B>`.
 * Undefined for a character that shows itself. No such text can be part of an address, which has no `<`.
 */
export function characterName(character: string): string | undefined {
  if (stryMutAct_9fa48("6")) {
    {}
  } else {
    stryCov_9fa48("6");
    const named = NAMES[character];
    if (stryMutAct_9fa48("9") ? named === undefined : stryMutAct_9fa48("8") ? false : stryMutAct_9fa48("7") ? true : (stryCov_9fa48("7", "8", "9"), named !== undefined)) return named;
    const code = stryMutAct_9fa48("10") ? character.codePointAt(0) && 0 : (stryCov_9fa48("10"), character.codePointAt(0) ?? 0);
    // Letters of Western Europe cannot be mistaken for ASCII; those of other scripts can (Cyrillic "а").
    const isVisible = stryMutAct_9fa48("13") ? code > 0x20 && code < 0x7f && code > 0xa0 && code < 0x250 && code !== 0xad : stryMutAct_9fa48("12") ? false : stryMutAct_9fa48("11") ? true : (stryCov_9fa48("11", "12", "13"), (stryMutAct_9fa48("15") ? code > 0x20 || code < 0x7f : stryMutAct_9fa48("14") ? false : (stryCov_9fa48("14", "15"), (stryMutAct_9fa48("18") ? code <= 0x20 : stryMutAct_9fa48("17") ? code >= 0x20 : stryMutAct_9fa48("16") ? true : (stryCov_9fa48("16", "17", "18"), code > 0x20)) && (stryMutAct_9fa48("21") ? code >= 0x7f : stryMutAct_9fa48("20") ? code <= 0x7f : stryMutAct_9fa48("19") ? true : (stryCov_9fa48("19", "20", "21"), code < 0x7f)))) || (stryMutAct_9fa48("23") ? code > 0xa0 && code < 0x250 || code !== 0xad : stryMutAct_9fa48("22") ? false : (stryCov_9fa48("22", "23"), (stryMutAct_9fa48("25") ? code > 0xa0 || code < 0x250 : stryMutAct_9fa48("24") ? true : (stryCov_9fa48("24", "25"), (stryMutAct_9fa48("28") ? code <= 0xa0 : stryMutAct_9fa48("27") ? code >= 0xa0 : stryMutAct_9fa48("26") ? true : (stryCov_9fa48("26", "27", "28"), code > 0xa0)) && (stryMutAct_9fa48("31") ? code >= 0x250 : stryMutAct_9fa48("30") ? code <= 0x250 : stryMutAct_9fa48("29") ? true : (stryCov_9fa48("29", "30", "31"), code < 0x250)))) && (stryMutAct_9fa48("33") ? code === 0xad : stryMutAct_9fa48("32") ? true : (stryCov_9fa48("32", "33"), code !== 0xad)))));
    return isVisible ? undefined : stryMutAct_9fa48("34") ? `` : (stryCov_9fa48("34"), `<U+${stryMutAct_9fa48("35") ? code.toString(16).toLowerCase().padStart(4, '0') : (stryCov_9fa48("35"), code.toString(16).toUpperCase().padStart(4, stryMutAct_9fa48("36") ? "" : (stryCov_9fa48("36"), '0')))}>`);
  }
}

/** A text with everything in it made visible. */
export function visible(text: string): string {
  if (stryMutAct_9fa48("37")) {
    {}
  } else {
    stryCov_9fa48("37");
    return (stryMutAct_9fa48("38") ? [] : (stryCov_9fa48("38"), [...text])).map(stryMutAct_9fa48("39") ? () => undefined : (stryCov_9fa48("39"), character => stryMutAct_9fa48("40") ? characterName(character) && character : (stryCov_9fa48("40"), characterName(character) ?? character))).join(stryMutAct_9fa48("41") ? "Stryker was here!" : (stryCov_9fa48("41"), ''));
  }
}