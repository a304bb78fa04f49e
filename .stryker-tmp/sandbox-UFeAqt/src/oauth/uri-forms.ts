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
import { domainToASCII } from 'node:url';

/** A way of writing the same thing differently, and how to undo it. */
interface NormalForm<Kind extends string> {
  readonly kind: Kind;
  readonly undo: (text: string) => string;
}

/** Ways to write one host: RFC 3986 section 6.2.2.1 (case), RFC 5890 (international names). */
export const hostForms = [{
  kind: 'host case',
  undo: (host: string) => host.toLowerCase()
}, {
  kind: 'trailing dot',
  undo: (host: string) => host.replace(/\.$/, '')
}, {
  kind: 'international host',
  undo: (host: string) => domainToASCII(host) || host
}, {
  kind: 'www',
  undo: (host: string) => host.replace(/^www\./i, '')
}] as const satisfies readonly NormalForm<string>[];

/** Ways to write one path, or paths that many servers answer alike: RFC 3986 sections 6.2.2 and 6.2.3. */
export const pathForms = [{
  kind: 'path encoding',
  undo: decodeAll
}, {
  kind: 'dot segments',
  undo: withoutDotSegments
}, {
  kind: 'trailing slash',
  undo: (path: string) => path.replace(/\/$/, '')
}, {
  kind: 'path case',
  undo: (path: string) => path.toLowerCase()
}] as const satisfies readonly NormalForm<string>[];

/**
 * Which ways of writing explain that two texts differ; undefined where they differ in substance.
 *
 * A form is named when undoing all the others still leaves a difference.
 */
export function differingNormalForms<Kind extends string>(one: string, other: string, forms: readonly NormalForm<Kind>[]): Kind[] | undefined {
  if (stryMutAct_9fa48("890")) {
    {}
  } else {
    stryCov_9fa48("890");
    const undoAll = stryMutAct_9fa48("891") ? () => undefined : (stryCov_9fa48("891"), (() => {
      const undoAll = (text: string, left?: NormalForm<Kind>) => forms.reduce(stryMutAct_9fa48("892") ? () => undefined : (stryCov_9fa48("892"), (result, form) => (stryMutAct_9fa48("895") ? form !== left : stryMutAct_9fa48("894") ? false : stryMutAct_9fa48("893") ? true : (stryCov_9fa48("893", "894", "895"), form === left)) ? result : form.undo(result)), text);
      return undoAll;
    })());
    if (stryMutAct_9fa48("898") ? undoAll(one) === undoAll(other) : stryMutAct_9fa48("897") ? false : stryMutAct_9fa48("896") ? true : (stryCov_9fa48("896", "897", "898"), undoAll(one) !== undoAll(other))) return undefined;
    const needed = stryMutAct_9fa48("899") ? forms : (stryCov_9fa48("899"), forms.filter(stryMutAct_9fa48("900") ? () => undefined : (stryCov_9fa48("900"), form => stryMutAct_9fa48("903") ? undoAll(one, form) === undoAll(other, form) : stryMutAct_9fa48("902") ? false : stryMutAct_9fa48("901") ? true : (stryCov_9fa48("901", "902", "903"), undoAll(one, form) !== undoAll(other, form)))));
    // Two forms may each explain the whole: then the first that does is named.
    if (stryMutAct_9fa48("907") ? needed.length <= 0 : stryMutAct_9fa48("906") ? needed.length >= 0 : stryMutAct_9fa48("905") ? false : stryMutAct_9fa48("904") ? true : (stryCov_9fa48("904", "905", "906", "907"), needed.length > 0)) return needed.map(stryMutAct_9fa48("908") ? () => undefined : (stryCov_9fa48("908"), ({
      kind
    }) => kind));
    const first = stryMutAct_9fa48("909") ? forms.find(form => form.undo(one) === form.undo(other)) && forms[0] : (stryCov_9fa48("909"), forms.find(stryMutAct_9fa48("910") ? () => undefined : (stryCov_9fa48("910"), form => stryMutAct_9fa48("913") ? form.undo(one) !== form.undo(other) : stryMutAct_9fa48("912") ? false : stryMutAct_9fa48("911") ? true : (stryCov_9fa48("911", "912", "913"), form.undo(one) === form.undo(other)))) ?? forms[0]);
    return (stryMutAct_9fa48("916") ? first !== undefined : stryMutAct_9fa48("915") ? false : stryMutAct_9fa48("914") ? true : (stryCov_9fa48("914", "915", "916"), first === undefined)) ? undefined : stryMutAct_9fa48("917") ? [] : (stryCov_9fa48("917"), [first.kind]);
  }
}
function decodeAll(path: string): string {
  if (stryMutAct_9fa48("918")) {
    {}
  } else {
    stryCov_9fa48("918");
    return path.replace(stryMutAct_9fa48("921") ? /(?:%[^0-9a-f]{2})+/gi : stryMutAct_9fa48("920") ? /(?:%[0-9a-f])+/gi : stryMutAct_9fa48("919") ? /(?:%[0-9a-f]{2})/gi : (stryCov_9fa48("919", "920", "921"), /(?:%[0-9a-f]{2})+/gi), escaped => {
      if (stryMutAct_9fa48("922")) {
        {}
      } else {
        stryCov_9fa48("922");
        try {
          if (stryMutAct_9fa48("923")) {
            {}
          } else {
            stryCov_9fa48("923");
            return decodeURIComponent(escaped);
          }
        } catch {
          if (stryMutAct_9fa48("924")) {
            {}
          } else {
            stryCov_9fa48("924");
            return stryMutAct_9fa48("925") ? escaped.toLowerCase() : (stryCov_9fa48("925"), escaped.toUpperCase());
          }
        }
      }
    });
  }
}

/** RFC 3986 section 5.2.4. */
function withoutDotSegments(path: string): string {
  if (stryMutAct_9fa48("926")) {
    {}
  } else {
    stryCov_9fa48("926");
    const segments = path.split(stryMutAct_9fa48("927") ? "" : (stryCov_9fa48("927"), '/'));
    const kept: string[] = stryMutAct_9fa48("928") ? ["Stryker was here"] : (stryCov_9fa48("928"), []);
    for (const segment of segments) {
      if (stryMutAct_9fa48("929")) {
        {}
      } else {
        stryCov_9fa48("929");
        if (stryMutAct_9fa48("932") ? segment !== '.' : stryMutAct_9fa48("931") ? false : stryMutAct_9fa48("930") ? true : (stryCov_9fa48("930", "931", "932"), segment === (stryMutAct_9fa48("933") ? "" : (stryCov_9fa48("933"), '.')))) continue;
        if (stryMutAct_9fa48("936") ? segment !== '..' : stryMutAct_9fa48("935") ? false : stryMutAct_9fa48("934") ? true : (stryCov_9fa48("934", "935", "936"), segment === (stryMutAct_9fa48("937") ? "" : (stryCov_9fa48("937"), '..')))) {
          if (stryMutAct_9fa48("938")) {
            {}
          } else {
            stryCov_9fa48("938");
            if (stryMutAct_9fa48("942") ? kept.length <= 1 : stryMutAct_9fa48("941") ? kept.length >= 1 : stryMutAct_9fa48("940") ? false : stryMutAct_9fa48("939") ? true : (stryCov_9fa48("939", "940", "941", "942"), kept.length > 1)) kept.pop();
          }
        } else kept.push(segment);
      }
    }
    const last = segments.at(stryMutAct_9fa48("943") ? +1 : (stryCov_9fa48("943"), -1));
    if (stryMutAct_9fa48("946") ? last === '.' || last === '..' || kept.at(-1) !== '' : stryMutAct_9fa48("945") ? false : stryMutAct_9fa48("944") ? true : (stryCov_9fa48("944", "945", "946"), (stryMutAct_9fa48("948") ? last === '.' && last === '..' : stryMutAct_9fa48("947") ? true : (stryCov_9fa48("947", "948"), (stryMutAct_9fa48("950") ? last !== '.' : stryMutAct_9fa48("949") ? false : (stryCov_9fa48("949", "950"), last === (stryMutAct_9fa48("951") ? "" : (stryCov_9fa48("951"), '.')))) || (stryMutAct_9fa48("953") ? last !== '..' : stryMutAct_9fa48("952") ? false : (stryCov_9fa48("952", "953"), last === (stryMutAct_9fa48("954") ? "" : (stryCov_9fa48("954"), '..')))))) && (stryMutAct_9fa48("956") ? kept.at(-1) === '' : stryMutAct_9fa48("955") ? true : (stryCov_9fa48("955", "956"), kept.at(stryMutAct_9fa48("957") ? +1 : (stryCov_9fa48("957"), -1)) !== (stryMutAct_9fa48("958") ? "Stryker was here!" : (stryCov_9fa48("958"), '')))))) kept.push(stryMutAct_9fa48("959") ? "Stryker was here!" : (stryCov_9fa48("959"), ''));
    return kept.join(stryMutAct_9fa48("960") ? "" : (stryCov_9fa48("960"), '/'));
  }
}