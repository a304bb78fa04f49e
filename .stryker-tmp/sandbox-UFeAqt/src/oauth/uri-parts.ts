/** The parts of an address that a comparison of redirect URIs looks at, in their order (RFC 3986 section 3). */
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
export const uriComponents = ['scheme', 'user info', 'host', 'port', 'path', 'query', 'fragment'] as const;
export type UriComponent = (typeof uriComponents)[number];

/** A part as it stands, and where: `start` and `end` count UTF-16 units. */
export interface UriPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A part that is not there is undefined; a path is always there, and may be empty. */
export type UriParts = Readonly<Partial<Record<UriComponent, UriPart>>> & {
  readonly path: UriPart;
};

/**
 * Takes an address apart without changing a character: nothing is decoded, lowered or resolved, because servers
 * compare redirect URIs as text (RFC 6749 section 3.1.2.3, RFC 3986 section 6.2.1). Any text has parts.
 *
 * `localhost:3000/callback` has no scheme, although the grammar would call "localhost" one: that is never meant.
 */
export function uriParts(text: string): UriParts {
  if (stryMutAct_9fa48("961")) {
    {}
  } else {
    stryCov_9fa48("961");
    const part = stryMutAct_9fa48("962") ? () => undefined : (stryCov_9fa48("962"), (() => {
      const part = (start: number, end: number): UriPart => stryMutAct_9fa48("963") ? {} : (stryCov_9fa48("963"), {
        text: stryMutAct_9fa48("964") ? text : (stryCov_9fa48("964"), text.slice(start, end)),
        start,
        end
      });
      return part;
    })());
    const found: Partial<Record<UriComponent, UriPart>> = {};
    let position = 0;
    const scheme = stryMutAct_9fa48("965") ? /^[a-z][a-z0-9+.-]*(?=:(?!\d))/i.exec(text)[0] : (stryCov_9fa48("965"), (stryMutAct_9fa48("972") ? /^[a-z][a-z0-9+.-]*(?=:(?!\D))/i : stryMutAct_9fa48("971") ? /^[a-z][a-z0-9+.-]*(?=:(?=\d))/i : stryMutAct_9fa48("970") ? /^[a-z][a-z0-9+.-]*(?!:(?!\d))/i : stryMutAct_9fa48("969") ? /^[a-z][^a-z0-9+.-]*(?=:(?!\d))/i : stryMutAct_9fa48("968") ? /^[a-z][a-z0-9+.-](?=:(?!\d))/i : stryMutAct_9fa48("967") ? /^[^a-z][a-z0-9+.-]*(?=:(?!\d))/i : stryMutAct_9fa48("966") ? /[a-z][a-z0-9+.-]*(?=:(?!\d))/i : (stryCov_9fa48("966", "967", "968", "969", "970", "971", "972"), /^[a-z][a-z0-9+.-]*(?=:(?!\d))/i)).exec(text)?.[0]);
    if (stryMutAct_9fa48("975") ? scheme === undefined : stryMutAct_9fa48("974") ? false : stryMutAct_9fa48("973") ? true : (stryCov_9fa48("973", "974", "975"), scheme !== undefined)) {
      if (stryMutAct_9fa48("976")) {
        {}
      } else {
        stryCov_9fa48("976");
        found.scheme = part(0, scheme.length);
        position = stryMutAct_9fa48("977") ? scheme.length - 1 : (stryCov_9fa48("977"), scheme.length + 1);
      }
    }
    if (stryMutAct_9fa48("980") ? text.endsWith('//', position) : stryMutAct_9fa48("979") ? false : stryMutAct_9fa48("978") ? true : (stryCov_9fa48("978", "979", "980"), text.startsWith(stryMutAct_9fa48("981") ? "" : (stryCov_9fa48("981"), '//'), position))) {
      if (stryMutAct_9fa48("982")) {
        {}
      } else {
        stryCov_9fa48("982");
        const start = stryMutAct_9fa48("983") ? position - 2 : (stryCov_9fa48("983"), position + 2);
        const end = firstOf(text, stryMutAct_9fa48("984") ? "" : (stryCov_9fa48("984"), '/?#'), start);
        Object.assign(found, authorityParts(text, start, end, part));
        position = end;
      }
    }
    const pathEnd = firstOf(text, stryMutAct_9fa48("985") ? "" : (stryCov_9fa48("985"), '?#'), position);
    const queryEnd = firstOf(text, stryMutAct_9fa48("986") ? "" : (stryCov_9fa48("986"), '#'), pathEnd);
    if (stryMutAct_9fa48("989") ? text[pathEnd] !== '?' : stryMutAct_9fa48("988") ? false : stryMutAct_9fa48("987") ? true : (stryCov_9fa48("987", "988", "989"), text[pathEnd] === (stryMutAct_9fa48("990") ? "" : (stryCov_9fa48("990"), '?')))) found.query = part(stryMutAct_9fa48("991") ? pathEnd - 1 : (stryCov_9fa48("991"), pathEnd + 1), queryEnd);
    if (stryMutAct_9fa48("994") ? text[queryEnd] !== '#' : stryMutAct_9fa48("993") ? false : stryMutAct_9fa48("992") ? true : (stryCov_9fa48("992", "993", "994"), text[queryEnd] === (stryMutAct_9fa48("995") ? "" : (stryCov_9fa48("995"), '#')))) found.fragment = part(stryMutAct_9fa48("996") ? queryEnd - 1 : (stryCov_9fa48("996"), queryEnd + 1), text.length);
    return stryMutAct_9fa48("997") ? {} : (stryCov_9fa48("997"), {
      ...found,
      path: part(position, pathEnd)
    });
  }
}
function authorityParts(text: string, start: number, end: number, part: (start: number, end: number) => UriPart): Partial<Record<UriComponent, UriPart>> {
  if (stryMutAct_9fa48("998")) {
    {}
  } else {
    stryCov_9fa48("998");
    const at = text.lastIndexOf(stryMutAct_9fa48("999") ? "" : (stryCov_9fa48("999"), '@'), stryMutAct_9fa48("1000") ? end + 1 : (stryCov_9fa48("1000"), end - 1));
    const hostStart = (stryMutAct_9fa48("1004") ? at < start : stryMutAct_9fa48("1003") ? at > start : stryMutAct_9fa48("1002") ? false : stryMutAct_9fa48("1001") ? true : (stryCov_9fa48("1001", "1002", "1003", "1004"), at >= start)) ? stryMutAct_9fa48("1005") ? at - 1 : (stryCov_9fa48("1005"), at + 1) : start;
    const bracket = (stryMutAct_9fa48("1008") ? text[hostStart] !== '[' : stryMutAct_9fa48("1007") ? false : stryMutAct_9fa48("1006") ? true : (stryCov_9fa48("1006", "1007", "1008"), text[hostStart] === (stryMutAct_9fa48("1009") ? "" : (stryCov_9fa48("1009"), '[')))) ? text.indexOf(stryMutAct_9fa48("1010") ? "" : (stryCov_9fa48("1010"), ']'), hostStart) : stryMutAct_9fa48("1011") ? +1 : (stryCov_9fa48("1011"), -1);
    const searchFrom = (stryMutAct_9fa48("1014") ? bracket === -1 && bracket >= end : stryMutAct_9fa48("1013") ? false : stryMutAct_9fa48("1012") ? true : (stryCov_9fa48("1012", "1013", "1014"), (stryMutAct_9fa48("1016") ? bracket !== -1 : stryMutAct_9fa48("1015") ? false : (stryCov_9fa48("1015", "1016"), bracket === (stryMutAct_9fa48("1017") ? +1 : (stryCov_9fa48("1017"), -1)))) || (stryMutAct_9fa48("1020") ? bracket < end : stryMutAct_9fa48("1019") ? bracket > end : stryMutAct_9fa48("1018") ? false : (stryCov_9fa48("1018", "1019", "1020"), bracket >= end)))) ? hostStart : bracket;
    const colon = text.indexOf(stryMutAct_9fa48("1021") ? "" : (stryCov_9fa48("1021"), ':'), searchFrom);
    const hostEnd = (stryMutAct_9fa48("1024") ? colon === -1 && colon >= end : stryMutAct_9fa48("1023") ? false : stryMutAct_9fa48("1022") ? true : (stryCov_9fa48("1022", "1023", "1024"), (stryMutAct_9fa48("1026") ? colon !== -1 : stryMutAct_9fa48("1025") ? false : (stryCov_9fa48("1025", "1026"), colon === (stryMutAct_9fa48("1027") ? +1 : (stryCov_9fa48("1027"), -1)))) || (stryMutAct_9fa48("1030") ? colon < end : stryMutAct_9fa48("1029") ? colon > end : stryMutAct_9fa48("1028") ? false : (stryCov_9fa48("1028", "1029", "1030"), colon >= end)))) ? end : colon;
    return stryMutAct_9fa48("1031") ? {} : (stryCov_9fa48("1031"), {
      ...((stryMutAct_9fa48("1035") ? at < start : stryMutAct_9fa48("1034") ? at > start : stryMutAct_9fa48("1033") ? false : stryMutAct_9fa48("1032") ? true : (stryCov_9fa48("1032", "1033", "1034", "1035"), at >= start)) ? stryMutAct_9fa48("1036") ? {} : (stryCov_9fa48("1036"), {
        'user info': part(start, at)
      }) : {}),
      host: part(hostStart, hostEnd),
      ...((stryMutAct_9fa48("1040") ? hostEnd >= end : stryMutAct_9fa48("1039") ? hostEnd <= end : stryMutAct_9fa48("1038") ? false : stryMutAct_9fa48("1037") ? true : (stryCov_9fa48("1037", "1038", "1039", "1040"), hostEnd < end)) ? stryMutAct_9fa48("1041") ? {} : (stryCov_9fa48("1041"), {
        port: part(stryMutAct_9fa48("1042") ? hostEnd - 1 : (stryCov_9fa48("1042"), hostEnd + 1), end)
      }) : {})
    });
  }
}

/** Where the first of some characters stands, or where the text ends. */
function firstOf(text: string, characters: string, from: number): number {
  if (stryMutAct_9fa48("1043")) {
    {}
  } else {
    stryCov_9fa48("1043");
    for (let index = from; stryMutAct_9fa48("1046") ? index >= text.length : stryMutAct_9fa48("1045") ? index <= text.length : stryMutAct_9fa48("1044") ? false : (stryCov_9fa48("1044", "1045", "1046"), index < text.length); stryMutAct_9fa48("1047") ? index-- : (stryCov_9fa48("1047"), index++)) {
      if (stryMutAct_9fa48("1048")) {
        {}
      } else {
        stryCov_9fa48("1048");
        if (stryMutAct_9fa48("1050") ? false : stryMutAct_9fa48("1049") ? true : (stryCov_9fa48("1049", "1050"), characters.includes(stryMutAct_9fa48("1051") ? text[index] && '' : (stryCov_9fa48("1051"), text[index] ?? (stryMutAct_9fa48("1052") ? "Stryker was here!" : (stryCov_9fa48("1052"), '')))))) return index;
      }
    }
    return text.length;
  }
}