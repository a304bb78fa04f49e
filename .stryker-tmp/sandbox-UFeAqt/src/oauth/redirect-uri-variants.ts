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
import { mendedRedirectUri } from './mended-redirect-uri.ts';
import { postmanCallbacks } from './postman-callbacks.ts';
import { uriParts } from './uri-parts.ts';

/** A redirect_uri that may be registered in place of another one, and how it differs. */
export interface RedirectUriVariant {
  readonly uri: string;
  readonly label: string;
}
type Change = (uri: string) => string;
const otherSlash: Change = uri => {
  if (stryMutAct_9fa48("611")) {
    {}
  } else {
    stryCov_9fa48("611");
    const {
      path
    } = uriParts(uri);
    const text = (stryMutAct_9fa48("612") ? path.text.startsWith('/') : (stryCov_9fa48("612"), path.text.endsWith(stryMutAct_9fa48("613") ? "" : (stryCov_9fa48("613"), '/')))) ? stryMutAct_9fa48("614") ? path.text : (stryCov_9fa48("614"), path.text.slice(0, stryMutAct_9fa48("615") ? +1 : (stryCov_9fa48("615"), -1))) : stryMutAct_9fa48("616") ? `` : (stryCov_9fa48("616"), `${path.text}/`);
    return stryMutAct_9fa48("617") ? uri.slice(0, path.start) + text - uri.slice(path.end) : (stryCov_9fa48("617"), (stryMutAct_9fa48("618") ? uri.slice(0, path.start) - text : (stryCov_9fa48("618"), (stryMutAct_9fa48("619") ? uri : (stryCov_9fa48("619"), uri.slice(0, path.start))) + text)) + (stryMutAct_9fa48("620") ? uri : (stryCov_9fa48("620"), uri.slice(path.end))));
  }
};
const otherScheme: Change = stryMutAct_9fa48("621") ? () => undefined : (stryCov_9fa48("621"), (() => {
  const otherScheme: Change = uri => (stryMutAct_9fa48("622") ? uri.endsWith('https:') : (stryCov_9fa48("622"), uri.startsWith(stryMutAct_9fa48("623") ? "" : (stryCov_9fa48("623"), 'https:')))) ? uri.replace(stryMutAct_9fa48("624") ? "" : (stryCov_9fa48("624"), 'https:'), stryMutAct_9fa48("625") ? "" : (stryCov_9fa48("625"), 'http:')) : uri.replace(stryMutAct_9fa48("626") ? /http:/ : (stryCov_9fa48("626"), /^http:/), stryMutAct_9fa48("627") ? "" : (stryCov_9fa48("627"), 'https:'));
  return otherScheme;
})());
const otherLoopback: Change = stryMutAct_9fa48("628") ? () => undefined : (stryCov_9fa48("628"), (() => {
  const otherLoopback: Change = uri => uri.replace(stryMutAct_9fa48("633") ? /^(https?:\/\/)(localhost|127\.0\.0\.1|\[::1\])(?=[^:/?]|$)/ : stryMutAct_9fa48("632") ? /^(https?:\/\/)(localhost|127\.0\.0\.1|\[::1\])(?=[:/?])/ : stryMutAct_9fa48("631") ? /^(https?:\/\/)(localhost|127\.0\.0\.1|\[::1\])(?![:/?]|$)/ : stryMutAct_9fa48("630") ? /^(https:\/\/)(localhost|127\.0\.0\.1|\[::1\])(?=[:/?]|$)/ : stryMutAct_9fa48("629") ? /(https?:\/\/)(localhost|127\.0\.0\.1|\[::1\])(?=[:/?]|$)/ : (stryCov_9fa48("629", "630", "631", "632", "633"), /^(https?:\/\/)(localhost|127\.0\.0\.1|\[::1\])(?=[:/?]|$)/), stryMutAct_9fa48("634") ? () => undefined : (stryCov_9fa48("634"), (_whole, scheme: string, host: string) => stryMutAct_9fa48("635") ? scheme - (host === 'localhost' ? '127.0.0.1' : 'localhost') : (stryCov_9fa48("635"), scheme + ((stryMutAct_9fa48("638") ? host !== 'localhost' : stryMutAct_9fa48("637") ? false : stryMutAct_9fa48("636") ? true : (stryCov_9fa48("636", "637", "638"), host === (stryMutAct_9fa48("639") ? "" : (stryCov_9fa48("639"), 'localhost')))) ? stryMutAct_9fa48("640") ? "" : (stryCov_9fa48("640"), '127.0.0.1') : stryMutAct_9fa48("641") ? "" : (stryCov_9fa48("641"), 'localhost')))));
  return otherLoopback;
})());
const otherWww: Change = stryMutAct_9fa48("642") ? () => undefined : (stryCov_9fa48("642"), (() => {
  const otherWww: Change = uri => uri.replace(stryMutAct_9fa48("650") ? /^(https?:\/\/)(www\.)?(?=[\w-]+\.[^a-z])/i : stryMutAct_9fa48("649") ? /^(https?:\/\/)(www\.)?(?=[\W-]+\.[a-z])/i : stryMutAct_9fa48("648") ? /^(https?:\/\/)(www\.)?(?=[^\w-]+\.[a-z])/i : stryMutAct_9fa48("647") ? /^(https?:\/\/)(www\.)?(?=[\w-]\.[a-z])/i : stryMutAct_9fa48("646") ? /^(https?:\/\/)(www\.)?(?![\w-]+\.[a-z])/i : stryMutAct_9fa48("645") ? /^(https?:\/\/)(www\.)(?=[\w-]+\.[a-z])/i : stryMutAct_9fa48("644") ? /^(https:\/\/)(www\.)?(?=[\w-]+\.[a-z])/i : stryMutAct_9fa48("643") ? /(https?:\/\/)(www\.)?(?=[\w-]+\.[a-z])/i : (stryCov_9fa48("643", "644", "645", "646", "647", "648", "649", "650"), /^(https?:\/\/)(www\.)?(?=[\w-]+\.[a-z])/i), stryMutAct_9fa48("651") ? () => undefined : (stryCov_9fa48("651"), (_whole, scheme: string, www?: string) => stryMutAct_9fa48("652") ? scheme - (www ? '' : 'www.') : (stryCov_9fa48("652"), scheme + (www ? stryMutAct_9fa48("653") ? "Stryker was here!" : (stryCov_9fa48("653"), '') : stryMutAct_9fa48("654") ? "" : (stryCov_9fa48("654"), 'www.')))));
  return otherWww;
})());
const lowerPath: Change = uri => {
  if (stryMutAct_9fa48("655")) {
    {}
  } else {
    stryCov_9fa48("655");
    const {
      path
    } = uriParts(uri);
    return stryMutAct_9fa48("656") ? uri.slice(0, path.start) + path.text.toLowerCase() - uri.slice(path.end) : (stryCov_9fa48("656"), (stryMutAct_9fa48("657") ? uri.slice(0, path.start) - path.text.toLowerCase() : (stryCov_9fa48("657"), (stryMutAct_9fa48("658") ? uri : (stryCov_9fa48("658"), uri.slice(0, path.start))) + (stryMutAct_9fa48("659") ? path.text.toUpperCase() : (stryCov_9fa48("659"), path.text.toLowerCase())))) + (stryMutAct_9fa48("660") ? uri : (stryCov_9fa48("660"), uri.slice(path.end))));
  }
};
const withoutQuery: Change = stryMutAct_9fa48("661") ? () => undefined : (stryCov_9fa48("661"), (() => {
  const withoutQuery: Change = uri => stryMutAct_9fa48("662") ? uri.split('?')[0] && uri : (stryCov_9fa48("662"), uri.split(stryMutAct_9fa48("663") ? "" : (stryCov_9fa48("663"), '?'))[0] ?? uri);
  return withoutQuery;
})());
const withoutPort: Change = stryMutAct_9fa48("664") ? () => undefined : (stryCov_9fa48("664"), (() => {
  const withoutPort: Change = uri => uri.replace(stryMutAct_9fa48("672") ? /^(https?:\/\/(?:\[[^\]]*\]|[^:/?#]+)):\D+/ : stryMutAct_9fa48("671") ? /^(https?:\/\/(?:\[[^\]]*\]|[^:/?#]+)):\d/ : stryMutAct_9fa48("670") ? /^(https?:\/\/(?:\[[^\]]*\]|[:/?#]+)):\d+/ : stryMutAct_9fa48("669") ? /^(https?:\/\/(?:\[[^\]]*\]|[^:/?#])):\d+/ : stryMutAct_9fa48("668") ? /^(https?:\/\/(?:\[[\]]*\]|[^:/?#]+)):\d+/ : stryMutAct_9fa48("667") ? /^(https?:\/\/(?:\[[^\]]\]|[^:/?#]+)):\d+/ : stryMutAct_9fa48("666") ? /^(https:\/\/(?:\[[^\]]*\]|[^:/?#]+)):\d+/ : stryMutAct_9fa48("665") ? /(https?:\/\/(?:\[[^\]]*\]|[^:/?#]+)):\d+/ : (stryCov_9fa48("665", "666", "667", "668", "669", "670", "671", "672"), /^(https?:\/\/(?:\[[^\]]*\]|[^:/?#]+)):\d+/), stryMutAct_9fa48("673") ? "" : (stryCov_9fa48("673"), '$1'));
  return withoutPort;
})());
const changes: readonly (readonly [label: string, ...changes: Change[]])[] = stryMutAct_9fa48("674") ? [] : (stryCov_9fa48("674"), [stryMutAct_9fa48("675") ? [] : (stryCov_9fa48("675"), [stryMutAct_9fa48("676") ? "" : (stryCov_9fa48("676"), 'slash at the end added or left out'), otherSlash]), stryMutAct_9fa48("677") ? [] : (stryCov_9fa48("677"), [stryMutAct_9fa48("678") ? "" : (stryCov_9fa48("678"), 'localhost and 127.0.0.1 exchanged'), otherLoopback]), stryMutAct_9fa48("679") ? [] : (stryCov_9fa48("679"), [stryMutAct_9fa48("680") ? "" : (stryCov_9fa48("680"), 'http and https exchanged'), otherScheme]), stryMutAct_9fa48("681") ? [] : (stryCov_9fa48("681"), [stryMutAct_9fa48("682") ? "" : (stryCov_9fa48("682"), 'with or without www'), otherWww]), stryMutAct_9fa48("683") ? [] : (stryCov_9fa48("683"), [stryMutAct_9fa48("684") ? "" : (stryCov_9fa48("684"), 'without its query'), withoutQuery]), stryMutAct_9fa48("685") ? [] : (stryCov_9fa48("685"), [stryMutAct_9fa48("686") ? "" : (stryCov_9fa48("686"), 'path in small letters'), lowerPath]), stryMutAct_9fa48("687") ? [] : (stryCov_9fa48("687"), [stryMutAct_9fa48("688") ? "" : (stryCov_9fa48("688"), 'without its port'), withoutPort]), stryMutAct_9fa48("689") ? [] : (stryCov_9fa48("689"), [stryMutAct_9fa48("690") ? "" : (stryCov_9fa48("690"), 'both slash and loopback name changed'), otherLoopback, otherSlash]), stryMutAct_9fa48("691") ? [] : (stryCov_9fa48("691"), [stryMutAct_9fa48("692") ? "" : (stryCov_9fa48("692"), 'both slash and scheme changed'), otherScheme, otherSlash])]);

/** A value that nobody can have registered (RFC 6761 section 6.4): a server that takes it checks only later. */
export const CONTROL_REDIRECT_URI = stryMutAct_9fa48("693") ? "" : (stryCov_9fa48("693"), 'https://legwork-control.invalid/callback');

/** How many values there are at most, the requested one and the control included. */
const MOST_VARIANTS = 14;

/**
 * The values that are likely to be registered when the requested one is not, most likely first; the requested one
 * stands at the beginning.
 *
 * @param registered what the person believes to be registered
 */
export function redirectUriVariants(requested: string, registered: readonly string[]): RedirectUriVariant[] {
  if (stryMutAct_9fa48("694")) {
    {}
  } else {
    stryCov_9fa48("694");
    const mended = mendedRedirectUri(requested);
    const all = stryMutAct_9fa48("695") ? [] : (stryCov_9fa48("695"), [stryMutAct_9fa48("696") ? {} : (stryCov_9fa48("696"), {
      uri: requested,
      label: stryMutAct_9fa48("697") ? "" : (stryCov_9fa48("697"), 'as requested')
    }), ...registered.map(stryMutAct_9fa48("698") ? () => undefined : (stryCov_9fa48("698"), uri => stryMutAct_9fa48("699") ? {} : (stryCov_9fa48("699"), {
      uri,
      label: stryMutAct_9fa48("700") ? "" : (stryCov_9fa48("700"), 'said to be registered')
    }))), stryMutAct_9fa48("701") ? {} : (stryCov_9fa48("701"), {
      uri: mended,
      label: stryMutAct_9fa48("702") ? "" : (stryCov_9fa48("702"), 'without what copying left')
    }), ...changes.map(stryMutAct_9fa48("703") ? () => undefined : (stryCov_9fa48("703"), ([label, ...steps]) => stryMutAct_9fa48("704") ? {} : (stryCov_9fa48("704"), {
      label,
      uri: steps.reduce(stryMutAct_9fa48("705") ? () => undefined : (stryCov_9fa48("705"), (uri, change) => change(uri)), mended)
    }))), ...postmanCallbacks.map(stryMutAct_9fa48("706") ? () => undefined : (stryCov_9fa48("706"), ({
      uri
    }) => stryMutAct_9fa48("707") ? {} : (stryCov_9fa48("707"), {
      uri,
      label: stryMutAct_9fa48("708") ? "" : (stryCov_9fa48("708"), "Postman's callback")
    })))]);
    return stryMutAct_9fa48("710") ? all.slice(0, MOST_VARIANTS - 1) : stryMutAct_9fa48("709") ? all.filter(({
      uri
    }, index) => all.findIndex(other => other.uri === uri) === index) : (stryCov_9fa48("709", "710"), all.filter(stryMutAct_9fa48("711") ? () => undefined : (stryCov_9fa48("711"), ({
      uri
    }, index) => stryMutAct_9fa48("714") ? all.findIndex(other => other.uri === uri) !== index : stryMutAct_9fa48("713") ? false : stryMutAct_9fa48("712") ? true : (stryCov_9fa48("712", "713", "714"), all.findIndex(stryMutAct_9fa48("715") ? () => undefined : (stryCov_9fa48("715"), other => stryMutAct_9fa48("718") ? other.uri !== uri : stryMutAct_9fa48("717") ? false : stryMutAct_9fa48("716") ? true : (stryCov_9fa48("716", "717", "718"), other.uri === uri))) === index))).slice(0, stryMutAct_9fa48("719") ? MOST_VARIANTS + 1 : (stryCov_9fa48("719"), MOST_VARIANTS - 1)));
  }
}