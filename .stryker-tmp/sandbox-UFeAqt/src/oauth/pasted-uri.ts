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
import { characterName } from './characters.ts';

/** What copying and pasting does to a value. */
export type PasteTrapKind = 'line end' | 'white space' | 'invisible character' | 'smart character' | 'html entity' | 'quotes' | 'percent-encoded value' | 'double-encoded value' | 'joined list';

/** One trap, and the texts that show it: `<U+200B>`, `%253A`. */
interface PasteTrap {
  readonly kind: PasteTrapKind;
  readonly seen: readonly string[];
}

/** A pasted value, what is wrong with it, and what was probably meant. */
export interface PastedUri {
  readonly original: string;
  readonly traps: readonly PasteTrap[];
  /** The value without the traps; several when a list was joined into one. */
  readonly values: readonly [string, ...string[]];
}
const LINE_ENDS = stryMutAct_9fa48("114") ? /[^\r\n\u2028\u2029]+/g : stryMutAct_9fa48("113") ? /[\r\n\u2028\u2029]/g : (stryCov_9fa48("113", "114"), /[\r\n\u2028\u2029]+/g);
const INVISIBLE = stryMutAct_9fa48("117") ? /[\p{Cc}\P{Default_Ignorable_Code_Point}]/gu : stryMutAct_9fa48("116") ? /[\P{Cc}\p{Default_Ignorable_Code_Point}]/gu : stryMutAct_9fa48("115") ? /[^\p{Cc}\p{Default_Ignorable_Code_Point}]/gu : (stryCov_9fa48("115", "116", "117"), /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu);
const SMART: Readonly<Record<string, string>> = stryMutAct_9fa48("118") ? {} : (stryCov_9fa48("118"), {
  '“': stryMutAct_9fa48("119") ? "" : (stryCov_9fa48("119"), '"'),
  '”': stryMutAct_9fa48("120") ? "" : (stryCov_9fa48("120"), '"'),
  '„': stryMutAct_9fa48("121") ? "" : (stryCov_9fa48("121"), '"'),
  '«': stryMutAct_9fa48("122") ? "" : (stryCov_9fa48("122"), '"'),
  '»': stryMutAct_9fa48("123") ? "" : (stryCov_9fa48("123"), '"'),
  '‘': stryMutAct_9fa48("124") ? "" : (stryCov_9fa48("124"), "'"),
  '’': stryMutAct_9fa48("125") ? "" : (stryCov_9fa48("125"), "'"),
  '‚': stryMutAct_9fa48("126") ? "" : (stryCov_9fa48("126"), "'"),
  '′': stryMutAct_9fa48("127") ? "" : (stryCov_9fa48("127"), "'"),
  '‐': stryMutAct_9fa48("128") ? "" : (stryCov_9fa48("128"), '-'),
  '‑': stryMutAct_9fa48("129") ? "" : (stryCov_9fa48("129"), '-'),
  '‒': stryMutAct_9fa48("130") ? "" : (stryCov_9fa48("130"), '-'),
  '–': stryMutAct_9fa48("131") ? "" : (stryCov_9fa48("131"), '-'),
  '—': stryMutAct_9fa48("132") ? "" : (stryCov_9fa48("132"), '-'),
  '−': stryMutAct_9fa48("133") ? "" : (stryCov_9fa48("133"), '-'),
  '…': stryMutAct_9fa48("134") ? "" : (stryCov_9fa48("134"), '...'),
  '：': stryMutAct_9fa48("135") ? "" : (stryCov_9fa48("135"), ':'),
  '／': stryMutAct_9fa48("136") ? "" : (stryCov_9fa48("136"), '/'),
  '．': stryMutAct_9fa48("137") ? "" : (stryCov_9fa48("137"), '.'),
  '∕': stryMutAct_9fa48("138") ? "" : (stryCov_9fa48("138"), '/'),
  '⁄': stryMutAct_9fa48("139") ? "" : (stryCov_9fa48("139"), '/'),
  '？': stryMutAct_9fa48("140") ? "" : (stryCov_9fa48("140"), '?'),
  '＃': stryMutAct_9fa48("141") ? "" : (stryCov_9fa48("141"), '#')
});
const SMART_CHARACTERS = new RegExp(stryMutAct_9fa48("142") ? `` : (stryCov_9fa48("142"), `[${Object.keys(SMART).join(stryMutAct_9fa48("143") ? "Stryker was here!" : (stryCov_9fa48("143"), ''))}]`), stryMutAct_9fa48("144") ? "" : (stryCov_9fa48("144"), 'gu'));
const ENTITIES = stryMutAct_9fa48("148") ? /&(?:amp|quot|apos|lt|gt|nbsp|colon|sol|#\d{1,6}|#x[^0-9a-f]{1,6});/gi : stryMutAct_9fa48("147") ? /&(?:amp|quot|apos|lt|gt|nbsp|colon|sol|#\d{1,6}|#x[0-9a-f]);/gi : stryMutAct_9fa48("146") ? /&(?:amp|quot|apos|lt|gt|nbsp|colon|sol|#\D{1,6}|#x[0-9a-f]{1,6});/gi : stryMutAct_9fa48("145") ? /&(?:amp|quot|apos|lt|gt|nbsp|colon|sol|#\d|#x[0-9a-f]{1,6});/gi : (stryCov_9fa48("145", "146", "147", "148"), /&(?:amp|quot|apos|lt|gt|nbsp|colon|sol|#\d{1,6}|#x[0-9a-f]{1,6});/gi);
const NAMED: Readonly<Record<string, string>> = stryMutAct_9fa48("149") ? {} : (stryCov_9fa48("149"), {
  amp: stryMutAct_9fa48("150") ? "" : (stryCov_9fa48("150"), '&'),
  quot: stryMutAct_9fa48("151") ? "" : (stryCov_9fa48("151"), '"'),
  apos: stryMutAct_9fa48("152") ? "" : (stryCov_9fa48("152"), "'"),
  lt: stryMutAct_9fa48("153") ? "" : (stryCov_9fa48("153"), '<'),
  gt: stryMutAct_9fa48("154") ? "" : (stryCov_9fa48("154"), '>'),
  nbsp: stryMutAct_9fa48("155") ? "" : (stryCov_9fa48("155"), ' '),
  colon: stryMutAct_9fa48("156") ? "" : (stryCov_9fa48("156"), ':'),
  sol: stryMutAct_9fa48("157") ? "" : (stryCov_9fa48("157"), '/')
});
const ADDRESS_START = stryMutAct_9fa48("163") ? /(?<=[\s,;|])[a-z][^a-z0-9+.-]{1,20}:\/\//gi : stryMutAct_9fa48("162") ? /(?<=[\s,;|])[a-z][a-z0-9+.-]:\/\//gi : stryMutAct_9fa48("161") ? /(?<=[\s,;|])[^a-z][a-z0-9+.-]{1,20}:\/\//gi : stryMutAct_9fa48("160") ? /(?<=[\S,;|])[a-z][a-z0-9+.-]{1,20}:\/\//gi : stryMutAct_9fa48("159") ? /(?<=[^\s,;|])[a-z][a-z0-9+.-]{1,20}:\/\//gi : stryMutAct_9fa48("158") ? /(?<![\s,;|])[a-z][a-z0-9+.-]{1,20}:\/\//gi : (stryCov_9fa48("158", "159", "160", "161", "162", "163"), /(?<=[\s,;|])[a-z][a-z0-9+.-]{1,20}:\/\//gi);
const QUOTES: Readonly<Record<string, string>> = stryMutAct_9fa48("164") ? {} : (stryCov_9fa48("164"), {
  '"': stryMutAct_9fa48("165") ? "" : (stryCov_9fa48("165"), '"'),
  "'": stryMutAct_9fa48("166") ? "" : (stryCov_9fa48("166"), "'"),
  '`': stryMutAct_9fa48("167") ? "" : (stryCov_9fa48("167"), '`'),
  '<': stryMutAct_9fa48("168") ? "" : (stryCov_9fa48("168"), '>'),
  '(': stryMutAct_9fa48("169") ? "" : (stryCov_9fa48("169"), ')'),
  '[': stryMutAct_9fa48("170") ? "" : (stryCov_9fa48("170"), ']')
});
const MOST_SHOWN = 5;

/**
 * Finds what copying and pasting left in a redirect_uri, and the value that was probably meant. It never throws, and
 * leaves a clean value as it is.
 */
export function pastedUri(original: string): PastedUri {
  if (stryMutAct_9fa48("171")) {
    {}
  } else {
    stryCov_9fa48("171");
    const traps: PasteTrap[] = stryMutAct_9fa48("172") ? ["Stryker was here"] : (stryCov_9fa48("172"), []);
    const note = (kind: PasteTrapKind, seen: readonly string[]) => {
      if (stryMutAct_9fa48("173")) {
        {}
      } else {
        stryCov_9fa48("173");
        if (stryMutAct_9fa48("177") ? seen.length <= 0 : stryMutAct_9fa48("176") ? seen.length >= 0 : stryMutAct_9fa48("175") ? false : stryMutAct_9fa48("174") ? true : (stryCov_9fa48("174", "175", "176", "177"), seen.length > 0)) traps.push(stryMutAct_9fa48("178") ? {} : (stryCov_9fa48("178"), {
          kind,
          seen: stryMutAct_9fa48("179") ? [...new Set(seen)] : (stryCov_9fa48("179"), (stryMutAct_9fa48("180") ? [] : (stryCov_9fa48("180"), [...new Set(seen)])).slice(0, MOST_SHOWN))
        }));
      }
    };
    let text = original;
    const replace = (kind: PasteTrapKind, pattern: RegExp, by: (found: string) => string) => {
      if (stryMutAct_9fa48("181")) {
        {}
      } else {
        stryCov_9fa48("181");
        // Tabs and line ends are named as what they are.
        const found = stryMutAct_9fa48("182") ? text.match(pattern) ?? [] : (stryCov_9fa48("182"), (stryMutAct_9fa48("183") ? text.match(pattern) && [] : (stryCov_9fa48("183"), text.match(pattern) ?? (stryMutAct_9fa48("184") ? ["Stryker was here"] : (stryCov_9fa48("184"), [])))).filter(stryMutAct_9fa48("185") ? () => undefined : (stryCov_9fa48("185"), each => stryMutAct_9fa48("188") ? kind === 'line end' && !/^[\t\n]$/.test(each) : stryMutAct_9fa48("187") ? false : stryMutAct_9fa48("186") ? true : (stryCov_9fa48("186", "187", "188"), (stryMutAct_9fa48("190") ? kind !== 'line end' : stryMutAct_9fa48("189") ? false : (stryCov_9fa48("189", "190"), kind === (stryMutAct_9fa48("191") ? "" : (stryCov_9fa48("191"), 'line end')))) || (stryMutAct_9fa48("192") ? /^[\t\n]$/.test(each) : (stryCov_9fa48("192"), !(stryMutAct_9fa48("195") ? /^[^\t\n]$/ : stryMutAct_9fa48("194") ? /^[\t\n]/ : stryMutAct_9fa48("193") ? /[\t\n]$/ : (stryCov_9fa48("193", "194", "195"), /^[\t\n]$/)).test(each)))))));
        note(kind, found.map(shown));
        text = text.replace(pattern, by);
      }
    };
    replace(stryMutAct_9fa48("196") ? "" : (stryCov_9fa48("196"), 'html entity'), ENTITIES, decodeEntity);
    replace(stryMutAct_9fa48("197") ? "" : (stryCov_9fa48("197"), 'smart character'), SMART_CHARACTERS, stryMutAct_9fa48("198") ? () => undefined : (stryCov_9fa48("198"), found => stryMutAct_9fa48("199") ? SMART[found] && found : (stryCov_9fa48("199"), SMART[found] ?? found)));
    const lines = stryMutAct_9fa48("200") ? text.trimStart().split(LINE_ENDS).map(line => line.trim()) : (stryCov_9fa48("200"), text.trimEnd().split(LINE_ENDS).map(stryMutAct_9fa48("201") ? () => undefined : (stryCov_9fa48("201"), line => stryMutAct_9fa48("202") ? line : (stryCov_9fa48("202"), line.trim()))));
    replace(stryMutAct_9fa48("203") ? "" : (stryCov_9fa48("203"), 'line end'), LINE_ENDS, stryMutAct_9fa48("204") ? () => undefined : (stryCov_9fa48("204"), () => stryMutAct_9fa48("205") ? "" : (stryCov_9fa48("205"), '\n')));
    replace(stryMutAct_9fa48("206") ? "" : (stryCov_9fa48("206"), 'invisible character'), INVISIBLE, stryMutAct_9fa48("207") ? () => undefined : (stryCov_9fa48("207"), found => (stryMutAct_9fa48("210") ? found === '\t' && found === '\n' : stryMutAct_9fa48("209") ? false : stryMutAct_9fa48("208") ? true : (stryCov_9fa48("208", "209", "210"), (stryMutAct_9fa48("212") ? found !== '\t' : stryMutAct_9fa48("211") ? false : (stryCov_9fa48("211", "212"), found === (stryMutAct_9fa48("213") ? "" : (stryCov_9fa48("213"), '\t')))) || (stryMutAct_9fa48("215") ? found !== '\n' : stryMutAct_9fa48("214") ? false : (stryCov_9fa48("214", "215"), found === (stryMutAct_9fa48("216") ? "" : (stryCov_9fa48("216"), '\n')))))) ? found : stryMutAct_9fa48("217") ? "Stryker was here!" : (stryCov_9fa48("217"), '')));
    // A list may stand one below the other; an address that was broken over lines is put together again.
    if (stryMutAct_9fa48("220") ? listed(text).length === 1 || lines.length > 1 : stryMutAct_9fa48("219") ? false : stryMutAct_9fa48("218") ? true : (stryCov_9fa48("218", "219", "220"), (stryMutAct_9fa48("222") ? listed(text).length !== 1 : stryMutAct_9fa48("221") ? true : (stryCov_9fa48("221", "222"), listed(text).length === 1)) && (stryMutAct_9fa48("225") ? lines.length <= 1 : stryMutAct_9fa48("224") ? lines.length >= 1 : stryMutAct_9fa48("223") ? true : (stryCov_9fa48("223", "224", "225"), lines.length > 1)))) {
      if (stryMutAct_9fa48("226")) {
        {}
      } else {
        stryCov_9fa48("226");
        text = text.split(stryMutAct_9fa48("227") ? "" : (stryCov_9fa48("227"), '\n')).map(stryMutAct_9fa48("228") ? () => undefined : (stryCov_9fa48("228"), line => stryMutAct_9fa48("229") ? line : (stryCov_9fa48("229"), line.trim()))).join(stryMutAct_9fa48("230") ? "Stryker was here!" : (stryCov_9fa48("230"), ''));
      }
    }
    const bare = stryMutAct_9fa48("231") ? text : (stryCov_9fa48("231"), text.trim());
    const around = (stryMutAct_9fa48("232") ? [] : (stryCov_9fa48("232"), [stryMutAct_9fa48("233") ? text : (stryCov_9fa48("233"), text.slice(0, stryMutAct_9fa48("234") ? text.length + text.trimStart().length : (stryCov_9fa48("234"), text.length - (stryMutAct_9fa48("235") ? text.trimEnd().length : (stryCov_9fa48("235"), text.trimStart().length))))), stryMutAct_9fa48("236") ? text : (stryCov_9fa48("236"), text.slice(stryMutAct_9fa48("237") ? text.trimStart().length : (stryCov_9fa48("237"), text.trimEnd().length)))])).map(stryMutAct_9fa48("238") ? () => undefined : (stryCov_9fa48("238"), space => space.replaceAll(stryMutAct_9fa48("239") ? "" : (stryCov_9fa48("239"), '\n'), stryMutAct_9fa48("240") ? "Stryker was here!" : (stryCov_9fa48("240"), ''))));
    note(stryMutAct_9fa48("241") ? "" : (stryCov_9fa48("241"), 'white space'), stryMutAct_9fa48("242") ? around.map(shown) : (stryCov_9fa48("242"), around.filter(stryMutAct_9fa48("243") ? () => undefined : (stryCov_9fa48("243"), space => stryMutAct_9fa48("246") ? space === '' : stryMutAct_9fa48("245") ? false : stryMutAct_9fa48("244") ? true : (stryCov_9fa48("244", "245", "246"), space !== (stryMutAct_9fa48("247") ? "Stryker was here!" : (stryCov_9fa48("247"), ''))))).map(shown)));
    const parts = listed(bare);
    note(stryMutAct_9fa48("248") ? "" : (stryCov_9fa48("248"), 'joined list'), (stryMutAct_9fa48("252") ? parts.length <= 1 : stryMutAct_9fa48("251") ? parts.length >= 1 : stryMutAct_9fa48("250") ? false : stryMutAct_9fa48("249") ? true : (stryCov_9fa48("249", "250", "251", "252"), parts.length > 1)) ? stryMutAct_9fa48("253") ? [] : (stryCov_9fa48("253"), [stryMutAct_9fa48("254") ? `` : (stryCov_9fa48("254"), `${parts.length} addresses`)]) : stryMutAct_9fa48("255") ? ["Stryker was here"] : (stryCov_9fa48("255"), []));
    const values = parts.map(stryMutAct_9fa48("256") ? () => undefined : (stryCov_9fa48("256"), part => decoded(unquoted(part, note), note)));
    return stryMutAct_9fa48("257") ? {} : (stryCov_9fa48("257"), {
      original,
      traps: withoutDoubles(traps),
      values: values as [string, ...string[]]
    });
  }
}

/** The addresses of a text in which several follow each other; the text itself where there is one. */
function listed(text: string): string[] {
  if (stryMutAct_9fa48("258")) {
    {}
  } else {
    stryCov_9fa48("258");
    const starts = stryMutAct_9fa48("259") ? [...text.matchAll(ADDRESS_START)].map(({
      index
    }) => index) : (stryCov_9fa48("259"), (stryMutAct_9fa48("260") ? [] : (stryCov_9fa48("260"), [...text.matchAll(ADDRESS_START)])).map(stryMutAct_9fa48("261") ? () => undefined : (stryCov_9fa48("261"), ({
      index
    }) => index)).filter(stryMutAct_9fa48("262") ? () => undefined : (stryCov_9fa48("262"), index => stryMutAct_9fa48("265") ? text.slice(0, index).trim() === '' : stryMutAct_9fa48("264") ? false : stryMutAct_9fa48("263") ? true : (stryCov_9fa48("263", "264", "265"), (stryMutAct_9fa48("267") ? text.trim() : stryMutAct_9fa48("266") ? text.slice(0, index) : (stryCov_9fa48("266", "267"), text.slice(0, index).trim())) !== (stryMutAct_9fa48("268") ? "Stryker was here!" : (stryCov_9fa48("268"), ''))))));
    const parts = (stryMutAct_9fa48("269") ? [] : (stryCov_9fa48("269"), [0, ...starts])).map(stryMutAct_9fa48("270") ? () => undefined : (stryCov_9fa48("270"), (start, index) => stryMutAct_9fa48("271") ? text : (stryCov_9fa48("271"), text.slice(start, stryMutAct_9fa48("272") ? starts[index] && text.length : (stryCov_9fa48("272"), starts[index] ?? text.length)))));
    return (stryMutAct_9fa48("275") ? parts.length !== 1 : stryMutAct_9fa48("274") ? false : stryMutAct_9fa48("273") ? true : (stryCov_9fa48("273", "274", "275"), parts.length === 1)) ? stryMutAct_9fa48("276") ? [] : (stryCov_9fa48("276"), [text]) : parts.map(withoutSeparators);
  }
}
function withoutSeparators(text: string): string {
  if (stryMutAct_9fa48("277")) {
    {}
  } else {
    stryCov_9fa48("277");
    let value = stryMutAct_9fa48("278") ? text : (stryCov_9fa48("278"), text.trim());
    while (stryMutAct_9fa48("279") ? false : (stryCov_9fa48("279"), (stryMutAct_9fa48("281") ? /[^,;|]$/ : stryMutAct_9fa48("280") ? /[,;|]/ : (stryCov_9fa48("280", "281"), /[,;|]$/)).test(value))) value = stryMutAct_9fa48("283") ? value.trimEnd() : stryMutAct_9fa48("282") ? value.slice(0, -1).trimStart() : (stryCov_9fa48("282", "283"), value.slice(0, stryMutAct_9fa48("284") ? +1 : (stryCov_9fa48("284"), -1)).trimEnd());
    return value;
  }
}
function shown(text: string): string {
  if (stryMutAct_9fa48("285")) {
    {}
  } else {
    stryCov_9fa48("285");
    return (stryMutAct_9fa48("286") ? [] : (stryCov_9fa48("286"), [...text])).map(stryMutAct_9fa48("287") ? () => undefined : (stryCov_9fa48("287"), character => stryMutAct_9fa48("288") ? characterName(character) && character : (stryCov_9fa48("288"), characterName(character) ?? character))).join(stryMutAct_9fa48("289") ? "Stryker was here!" : (stryCov_9fa48("289"), ''));
  }
}
function decodeEntity(entity: string): string {
  if (stryMutAct_9fa48("290")) {
    {}
  } else {
    stryCov_9fa48("290");
    const name = stryMutAct_9fa48("292") ? entity.toLowerCase() : stryMutAct_9fa48("291") ? entity.slice(1, -1).toUpperCase() : (stryCov_9fa48("291", "292"), entity.slice(1, stryMutAct_9fa48("293") ? +1 : (stryCov_9fa48("293"), -1)).toLowerCase());
    if (stryMutAct_9fa48("296") ? false : stryMutAct_9fa48("295") ? true : stryMutAct_9fa48("294") ? name.startsWith('#') : (stryCov_9fa48("294", "295", "296"), !(stryMutAct_9fa48("297") ? name.endsWith('#') : (stryCov_9fa48("297"), name.startsWith(stryMutAct_9fa48("298") ? "" : (stryCov_9fa48("298"), '#')))))) return stryMutAct_9fa48("299") ? NAMED[name] && entity : (stryCov_9fa48("299"), NAMED[name] ?? entity);
    const code = (stryMutAct_9fa48("300") ? name.endsWith('#x') : (stryCov_9fa48("300"), name.startsWith(stryMutAct_9fa48("301") ? "" : (stryCov_9fa48("301"), '#x')))) ? Number.parseInt(stryMutAct_9fa48("302") ? name : (stryCov_9fa48("302"), name.slice(2)), 16) : Number(stryMutAct_9fa48("303") ? name : (stryCov_9fa48("303"), name.slice(1)));
    return (stryMutAct_9fa48("306") ? code > 0 || code <= 0x10ffff : stryMutAct_9fa48("305") ? false : stryMutAct_9fa48("304") ? true : (stryCov_9fa48("304", "305", "306"), (stryMutAct_9fa48("309") ? code <= 0 : stryMutAct_9fa48("308") ? code >= 0 : stryMutAct_9fa48("307") ? true : (stryCov_9fa48("307", "308", "309"), code > 0)) && (stryMutAct_9fa48("312") ? code > 0x10ffff : stryMutAct_9fa48("311") ? code < 0x10ffff : stryMutAct_9fa48("310") ? true : (stryCov_9fa48("310", "311", "312"), code <= 0x10ffff)))) ? String.fromCodePoint(code) : entity;
  }
}
type Note = (kind: PasteTrapKind, seen: readonly string[]) => void;

/** Quotes and brackets around the value, and a comma or semicolon behind it, come from code and lists. */
function unquoted(text: string, note: Note): string {
  if (stryMutAct_9fa48("313")) {
    {}
  } else {
    stryCov_9fa48("313");
    const seen: string[] = stryMutAct_9fa48("314") ? ["Stryker was here"] : (stryCov_9fa48("314"), []);
    let value = text;
    if (stryMutAct_9fa48("315")) {
      for (; false;) {
        const closing = QUOTES[value[0] ?? ''];
        if (/[,;]$/.test(value)) {
          seen.push(value.slice(-1));
          value = value.slice(0, -1).trimEnd();
        } else if (closing !== undefined && value.length > 1 && value.endsWith(closing)) {
          seen.push(value[0] ?? '', closing);
          value = value.slice(1, -1).trim();
        } else if (/^["'`]/.test(value)) {
          seen.push(value[0] ?? '');
          value = value.slice(1).trimStart();
        } else if (/["'`]$/.test(value)) {
          seen.push(value.slice(-1));
          value = value.slice(0, -1).trimEnd();
        } else break;
      }
    } else {
      stryCov_9fa48("315");
      for (;;) {
        if (stryMutAct_9fa48("316")) {
          {}
        } else {
          stryCov_9fa48("316");
          const closing = QUOTES[stryMutAct_9fa48("317") ? value[0] && '' : (stryCov_9fa48("317"), value[0] ?? (stryMutAct_9fa48("318") ? "Stryker was here!" : (stryCov_9fa48("318"), '')))];
          if (stryMutAct_9fa48("320") ? false : stryMutAct_9fa48("319") ? true : (stryCov_9fa48("319", "320"), (stryMutAct_9fa48("322") ? /[^,;]$/ : stryMutAct_9fa48("321") ? /[,;]/ : (stryCov_9fa48("321", "322"), /[,;]$/)).test(value))) {
            if (stryMutAct_9fa48("323")) {
              {}
            } else {
              stryCov_9fa48("323");
              seen.push(stryMutAct_9fa48("324") ? value : (stryCov_9fa48("324"), value.slice(stryMutAct_9fa48("325") ? +1 : (stryCov_9fa48("325"), -1))));
              value = stryMutAct_9fa48("327") ? value.trimEnd() : stryMutAct_9fa48("326") ? value.slice(0, -1).trimStart() : (stryCov_9fa48("326", "327"), value.slice(0, stryMutAct_9fa48("328") ? +1 : (stryCov_9fa48("328"), -1)).trimEnd());
            }
          } else if (stryMutAct_9fa48("331") ? closing !== undefined && value.length > 1 || value.endsWith(closing) : stryMutAct_9fa48("330") ? false : stryMutAct_9fa48("329") ? true : (stryCov_9fa48("329", "330", "331"), (stryMutAct_9fa48("333") ? closing !== undefined || value.length > 1 : stryMutAct_9fa48("332") ? true : (stryCov_9fa48("332", "333"), (stryMutAct_9fa48("335") ? closing === undefined : stryMutAct_9fa48("334") ? true : (stryCov_9fa48("334", "335"), closing !== undefined)) && (stryMutAct_9fa48("338") ? value.length <= 1 : stryMutAct_9fa48("337") ? value.length >= 1 : stryMutAct_9fa48("336") ? true : (stryCov_9fa48("336", "337", "338"), value.length > 1)))) && (stryMutAct_9fa48("339") ? value.startsWith(closing) : (stryCov_9fa48("339"), value.endsWith(closing))))) {
            if (stryMutAct_9fa48("340")) {
              {}
            } else {
              stryCov_9fa48("340");
              seen.push(stryMutAct_9fa48("341") ? value[0] && '' : (stryCov_9fa48("341"), value[0] ?? (stryMutAct_9fa48("342") ? "Stryker was here!" : (stryCov_9fa48("342"), ''))), closing);
              value = stryMutAct_9fa48("344") ? value.trim() : stryMutAct_9fa48("343") ? value.slice(1, -1) : (stryCov_9fa48("343", "344"), value.slice(1, stryMutAct_9fa48("345") ? +1 : (stryCov_9fa48("345"), -1)).trim());
            }
          } else if (stryMutAct_9fa48("347") ? false : stryMutAct_9fa48("346") ? true : (stryCov_9fa48("346", "347"), (stryMutAct_9fa48("349") ? /^[^"'`]/ : stryMutAct_9fa48("348") ? /["'`]/ : (stryCov_9fa48("348", "349"), /^["'`]/)).test(value))) {
            if (stryMutAct_9fa48("350")) {
              {}
            } else {
              stryCov_9fa48("350");
              seen.push(stryMutAct_9fa48("351") ? value[0] && '' : (stryCov_9fa48("351"), value[0] ?? (stryMutAct_9fa48("352") ? "Stryker was here!" : (stryCov_9fa48("352"), ''))));
              value = stryMutAct_9fa48("354") ? value.trimStart() : stryMutAct_9fa48("353") ? value.slice(1).trimEnd() : (stryCov_9fa48("353", "354"), value.slice(1).trimStart());
            }
          } else if (stryMutAct_9fa48("356") ? false : stryMutAct_9fa48("355") ? true : (stryCov_9fa48("355", "356"), (stryMutAct_9fa48("358") ? /[^"'`]$/ : stryMutAct_9fa48("357") ? /["'`]/ : (stryCov_9fa48("357", "358"), /["'`]$/)).test(value))) {
            if (stryMutAct_9fa48("359")) {
              {}
            } else {
              stryCov_9fa48("359");
              seen.push(stryMutAct_9fa48("360") ? value : (stryCov_9fa48("360"), value.slice(stryMutAct_9fa48("361") ? +1 : (stryCov_9fa48("361"), -1))));
              value = stryMutAct_9fa48("363") ? value.trimEnd() : stryMutAct_9fa48("362") ? value.slice(0, -1).trimStart() : (stryCov_9fa48("362", "363"), value.slice(0, stryMutAct_9fa48("364") ? +1 : (stryCov_9fa48("364"), -1)).trimEnd());
            }
          } else break;
        }
      }
    }
    note(stryMutAct_9fa48("365") ? "" : (stryCov_9fa48("365"), 'quotes'), seen);
    return value;
  }
}

/** `https%3A%2F%2F…` was encoded for an address and kept like that; `%253A` was encoded twice. */
function decoded(text: string, note: Note): string {
  if (stryMutAct_9fa48("366")) {
    {}
  } else {
    stryCov_9fa48("366");
    const whole = stryMutAct_9fa48("367") ? /^[a-z][a-z0-9+.-]*(%(?:25){0,5}3A)/i.exec(text)[1] : (stryCov_9fa48("367"), (stryMutAct_9fa48("372") ? /^[a-z][a-z0-9+.-]*(%(?:25)3A)/i : stryMutAct_9fa48("371") ? /^[a-z][^a-z0-9+.-]*(%(?:25){0,5}3A)/i : stryMutAct_9fa48("370") ? /^[a-z][a-z0-9+.-](%(?:25){0,5}3A)/i : stryMutAct_9fa48("369") ? /^[^a-z][a-z0-9+.-]*(%(?:25){0,5}3A)/i : stryMutAct_9fa48("368") ? /[a-z][a-z0-9+.-]*(%(?:25){0,5}3A)/i : (stryCov_9fa48("368", "369", "370", "371", "372"), /^[a-z][a-z0-9+.-]*(%(?:25){0,5}3A)/i)).exec(text)?.[1]);
    if (stryMutAct_9fa48("375") ? whole === undefined : stryMutAct_9fa48("374") ? false : stryMutAct_9fa48("373") ? true : (stryCov_9fa48("373", "374", "375"), whole !== undefined)) {
      if (stryMutAct_9fa48("376")) {
        {}
      } else {
        stryCov_9fa48("376");
        const isTwice = stryMutAct_9fa48("380") ? whole.length <= 3 : stryMutAct_9fa48("379") ? whole.length >= 3 : stryMutAct_9fa48("378") ? false : stryMutAct_9fa48("377") ? true : (stryCov_9fa48("377", "378", "379", "380"), whole.length > 3);
        note(isTwice ? stryMutAct_9fa48("381") ? "" : (stryCov_9fa48("381"), 'double-encoded value') : stryMutAct_9fa48("382") ? "" : (stryCov_9fa48("382"), 'percent-encoded value'), stryMutAct_9fa48("383") ? [] : (stryCov_9fa48("383"), [whole]));
        let value = text;
        for (let round = 0; stryMutAct_9fa48("385") ? round < 6 || /^[a-z][a-z0-9+.-]*%/i.test(value) : stryMutAct_9fa48("384") ? false : (stryCov_9fa48("384", "385"), (stryMutAct_9fa48("388") ? round >= 6 : stryMutAct_9fa48("387") ? round <= 6 : stryMutAct_9fa48("386") ? true : (stryCov_9fa48("386", "387", "388"), round < 6)) && (stryMutAct_9fa48("392") ? /^[a-z][^a-z0-9+.-]*%/i : stryMutAct_9fa48("391") ? /^[a-z][a-z0-9+.-]%/i : stryMutAct_9fa48("390") ? /^[^a-z][a-z0-9+.-]*%/i : stryMutAct_9fa48("389") ? /[a-z][a-z0-9+.-]*%/i : (stryCov_9fa48("389", "390", "391", "392"), /^[a-z][a-z0-9+.-]*%/i)).test(value)); stryMutAct_9fa48("393") ? round-- : (stryCov_9fa48("393"), round++)) value = decodeOnce(value);
        return value;
      }
    }
    const twice = stryMutAct_9fa48("394") ? text.match(/%25[0-9a-f]{2}/gi) && [] : (stryCov_9fa48("394"), text.match(stryMutAct_9fa48("396") ? /%25[^0-9a-f]{2}/gi : stryMutAct_9fa48("395") ? /%25[0-9a-f]/gi : (stryCov_9fa48("395", "396"), /%25[0-9a-f]{2}/gi)) ?? (stryMutAct_9fa48("397") ? ["Stryker was here"] : (stryCov_9fa48("397"), [])));
    note(stryMutAct_9fa48("398") ? "" : (stryCov_9fa48("398"), 'double-encoded value'), twice);
    return (stryMutAct_9fa48("402") ? twice.length <= 0 : stryMutAct_9fa48("401") ? twice.length >= 0 : stryMutAct_9fa48("400") ? false : stryMutAct_9fa48("399") ? true : (stryCov_9fa48("399", "400", "401", "402"), twice.length > 0)) ? text.replace(stryMutAct_9fa48("405") ? /%25(?=[^0-9a-f]{2})/gi : stryMutAct_9fa48("404") ? /%25(?=[0-9a-f])/gi : stryMutAct_9fa48("403") ? /%25(?![0-9a-f]{2})/gi : (stryCov_9fa48("403", "404", "405"), /%25(?=[0-9a-f]{2})/gi), stryMutAct_9fa48("406") ? "" : (stryCov_9fa48("406"), '%')) : text;
  }
}
function decodeOnce(text: string): string {
  if (stryMutAct_9fa48("407")) {
    {}
  } else {
    stryCov_9fa48("407");
    return text.replace(stryMutAct_9fa48("410") ? /(?:%[^0-9a-f]{2})+/gi : stryMutAct_9fa48("409") ? /(?:%[0-9a-f])+/gi : stryMutAct_9fa48("408") ? /(?:%[0-9a-f]{2})/gi : (stryCov_9fa48("408", "409", "410"), /(?:%[0-9a-f]{2})+/gi), escaped => {
      if (stryMutAct_9fa48("411")) {
        {}
      } else {
        stryCov_9fa48("411");
        try {
          if (stryMutAct_9fa48("412")) {
            {}
          } else {
            stryCov_9fa48("412");
            return decodeURIComponent(escaped);
          }
        } catch {
          if (stryMutAct_9fa48("413")) {
            {}
          } else {
            stryCov_9fa48("413");
            return escaped.replaceAll(stryMutAct_9fa48("414") ? "" : (stryCov_9fa48("414"), '%25'), stryMutAct_9fa48("415") ? "" : (stryCov_9fa48("415"), '%'));
          }
        }
      }
    });
  }
}
function withoutDoubles(traps: readonly PasteTrap[]): PasteTrap[] {
  if (stryMutAct_9fa48("416")) {
    {}
  } else {
    stryCov_9fa48("416");
    return (stryMutAct_9fa48("417") ? [] : (stryCov_9fa48("417"), [...new Set(traps.map(stryMutAct_9fa48("418") ? () => undefined : (stryCov_9fa48("418"), ({
      kind
    }) => kind)))])).map(stryMutAct_9fa48("419") ? () => undefined : (stryCov_9fa48("419"), kind => stryMutAct_9fa48("420") ? {} : (stryCov_9fa48("420"), {
      kind,
      seen: stryMutAct_9fa48("421") ? [] : (stryCov_9fa48("421"), [...new Set(stryMutAct_9fa48("422") ? traps.flatMap(({
        seen
      }) => seen) : (stryCov_9fa48("422"), traps.filter(stryMutAct_9fa48("423") ? () => undefined : (stryCov_9fa48("423"), trap => stryMutAct_9fa48("426") ? trap.kind !== kind : stryMutAct_9fa48("425") ? false : stryMutAct_9fa48("424") ? true : (stryCov_9fa48("424", "425", "426"), trap.kind === kind))).flatMap(stryMutAct_9fa48("427") ? () => undefined : (stryCov_9fa48("427"), ({
        seen
      }) => seen))))])
    })));
  }
}