// ---- URLs, as the URL Standard reads and writes them (url.spec.whatwg.org, sections 4.4 and 4.5) ------------

/** Reads and writes URLs; pure functions. */
function makeUrlReader() {
  const hosts = makeHostReader();
  const PORTS = { http: '80', https: '443', ws: '80', wss: '443', ftp: '21' };
  /** What is percent-encoded besides controls and all that is not ASCII (section 1.3). */
  const ENCODED = {
    opaque: '',
    fragment: ' "<>`',
    query: ' "#<>',
    webQuery: ' "#<>\'',
    path: ' "#<>?^`{}',
    user: ' "#<>?^`{}/:;=@[\\]|',
  };

  function encode(text, place) {
    return Array.from(text)
      .map((character) => {
        const code = character.codePointAt(0);
        if (code >= 0xd800 && code <= 0xdfff) return '%EF%BF%BD';
        if (code > 0x7e && code !== 0x7f) return encodeURIComponent(character);
        const isKept = code > 0x1f && code !== 0x7f && ENCODED[place].indexOf(character) === -1;
        return isKept ? character : `%${(code < 16 ? '0' : '') + code.toString(16).toUpperCase()}`;
      })
      .join('');
  }

  function withoutControls(text) {
    const kept = Array.from(text).filter((character) => '\t\n\r'.indexOf(character) === -1);
    const isEdge = (character) => character.codePointAt(0) <= 0x20;
    while (kept.length > 0 && isEdge(kept[0])) kept.shift();
    while (kept.length > 0 && isEdge(kept[kept.length - 1])) kept.pop();
    return kept.join('');
  }

  /**
   * The parts of an absolute URL as a browser sees them; null if it is not one, and for "file:".
   *
   * @returns `origin` with user name and password where it has them; `path`, `query` and `fragment` with their marks
   */
  function read(text) {
    const given = /^([a-z][a-z0-9+.-]*):([\s\S]*)$/i.exec(withoutControls(text));
    if (given === null || given[1].toLowerCase() === 'file') return null;
    const scheme = given[1].toLowerCase();
    const isWeb = PORTS[scheme] !== undefined;
    const parts = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(given[2]) || [];
    const tail = {
      query: parts[2] === undefined ? '' : `?${encode(parts[2].slice(1), isWeb ? 'webQuery' : 'query')}`,
      fragment: parts[3] === undefined ? '' : `#${encode(parts[3].slice(1), 'fragment')}`,
    };
    const rest = isWeb ? `//${parts[1].replace(/\\/g, '/').replace(/^\/*/, '')}` : parts[1];
    if (rest.slice(0, 2) !== '//') {
      const path = rest[0] === '/' ? pathOf(rest) : encode(rest, 'opaque');
      // Without a host, a path must not look like one.
      return url(scheme, `${scheme}:`, `${path.slice(0, 2) === '//' ? '/.' : ''}${path}`, tail);
    }
    const slash = rest.indexOf('/', 2);
    const authority = authorityOf(rest.slice(2, slash === -1 ? undefined : slash), scheme);
    if (authority === null) return null;
    const path = slash === -1 ? '' : rest.slice(slash);
    return url(scheme, `${scheme}://${authority}`, path === '' && !isWeb ? '' : pathOf(path), tail);
  }

  function url(scheme, origin, path, { query, fragment }) {
    return { scheme, origin, path, query, fragment, href: `${origin}${path}${query}${fragment}` };
  }

  function authorityOf(text, scheme) {
    const at = text.lastIndexOf('@');
    const end = /:([0-9]*)$/.exec(text.slice(at + 1).replace(/^\[[^\]]*\]/, ''));
    const hostText = text.slice(at + 1, end === null ? undefined : text.length - end[0].length);
    const isWeb = PORTS[scheme] !== undefined;
    if (hostText === '') return isWeb || at !== -1 || end !== null ? null : '';
    const host = isWeb ? hosts.webHost(hostText) : hosts.otherHost(hostText);
    const port = end === null ? '' : end[1].replace(/^0+(?=\d)/, '');
    if (host === null || Number(port) > 65535) return null;
    const shown = port === '' || port === PORTS[scheme] ? '' : `:${port}`;
    return `${at === -1 ? '' : userInfo(text.slice(0, at))}${encode(host, 'opaque')}${shown}`;
  }

  function userInfo(text) {
    const colon = text.indexOf(':');
    const name = encode(colon === -1 ? text : text.slice(0, colon), 'user');
    const password = colon === -1 ? '' : encode(text.slice(colon + 1), 'user');
    if (name === '' && password === '') return '';
    return `${name}${password === '' ? '' : `:${password}`}@`;
  }

  function pathOf(text) {
    const kept = [];
    const segments = text.replace(/^\//, '').split('/');
    segments.forEach((segment, at) => {
      const isLast = at === segments.length - 1;
      const isUp = /^(\.|%2e){2}$/i.test(segment);
      if (isUp) kept.pop();
      if (isUp || /^(\.|%2e)$/i.test(segment)) {
        if (isLast) kept.push('');
      } else {
        kept.push(encode(segment, 'path'));
      }
    });
    return `/${kept.join('/')}`;
  }

  return { read };
}

const urls = makeUrlReader();
