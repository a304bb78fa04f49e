/**
 * Walks on until a page or an address offers Cancel, takes it, and reads the refusal that it leads to. The request is
 * repeated for each hop, so that each can be seen.
 *
 * @param {ScriptFacts['afterCancel']} expected
 */
function afterCancel(expected) {
  const { load } = require('cheerio');

  const MOST_HOPS = 100;
  const MOST_TIMES = 3;

  /** The address behind Cancel: a parameter of the current URL, or a link of the page; empty where none is. */
  function cancelAddress(here) {
    const address = parseAddress(here);
    const parameters = address === null ? [] : decodeForm(address.query.slice(1));
    const named = parameters.filter((pair) => /cancel/i.test(pair[0]) && pair[1] !== '')[0];
    if (named !== undefined) return resolveAddress(here, named[1]);
    if (here !== pm.request.url.toString()) return '';
    const $ = load(pm.response.text());
    const link = $('a[href]')
      .toArray()
      .filter((element) => /\b(cancel|deny|refuse|decline)\b/i.test($(element).text()))[0];
    const href = link === undefined ? undefined : $(link).attr('href');
    return href ? resolveAddress(here, href) : '';
  }

  function walkOn() {
    const underway = JSON.parse(pm.collectionVariables.get('sign_in') || '{}');
    const { times, sent } = timesSent(underway.sent, [pm.request.method, pm.request.url.toString()]);
    const target = redirectTarget();
    if (target !== '' && isRedirectUri(target)) {
      pm.collectionVariables.set('sign_in', '{}');
      assertRefusal(expected, readRedirectRefusal(target, pm.environment.get('state')));
      return;
    }
    const next = cancelAddress(target || pm.request.url.toString()) || target;
    const address = parseAddress(next);
    pm.test('The way to Cancel goes on', () => {
      if (pm.response.code === undefined)
        throw new Error('No answer came. Check the address, the network and the proxy.');
      if (address === null || !/^https?$/.test(address.scheme))
        throw new Error(
          `${withoutQuery(pm.request.url.toString())} answered ${pm.response.code} with a page that has no link "Cancel": "${readable(pm.response.text())}".`,
        );
      if (hasBraces(address.host)) throw bracesInHost(address.host);
      if (carriesCode(next)) throw strayCode(next);
      if (times >= MOST_TIMES)
        throw new Error(
          `${withoutQuery(pm.request.url.toString())} was requested ${times} times and led on each time: the server goes round in a circle.`,
        );
      if (underway.hops >= MOST_HOPS) throw new Error(`${MOST_HOPS} answers came and none was the callback.`);
    });
    const isEnd =
      address === null || !/^https?$/.test(address.scheme) || hasBraces(address.host) || carriesCode(next);
    if (isEnd || times >= MOST_TIMES || underway.hops >= MOST_HOPS) {
      pm.collectionVariables.set('sign_in', '{}');
      return;
    }
    underway.stage = 'follow';
    underway.url = nextUrl(next);
    underway.from = pm.info.requestName;
    underway.hops = (underway.hops || 0) + 1;
    underway.sent = sent;
    pm.collectionVariables.set('sign_in', JSON.stringify(underway));
    pm.execution.setNextRequest(pm.info.requestName);
  }

  walkOn();
}
