// ---- 1. Addresses -----------------------------------------------------------------------------------------
// Written out because the sandbox's own `url` module trusts addresses that a browser reads differently.

/** Splits an absolute address (RFC 3986 appendix B); null when it is none. */
function parseAddress(text) {
  const parts = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/i.exec(text);
  if (parts === null) return null;
  const scheme = parts[1].toLowerCase();
  const authority = (parts[2] || '').toLowerCase();
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(scheme === 'https' ? /:443$/ : /:80$/, '');
  return {
    scheme,
    host,
    hasUserInfo: authority.indexOf('@') !== -1,
    origin: `${scheme}://${host}`,
    path: parts[3],
    query: parts[4] || '',
    fragment: parts[5] || '',
  };
}

/** The same for an address that must be one, such as that of the page at hand. */
function partsOf(address) {
  const parts = parseAddress(address);
  if (parts === null)
    throw new Error(`"${address}" is no absolute address. Check the variables that hold endpoints.`);
  return parts;
}

/** A Location as it was written: the sandbox gives its bytes one by one, and where they are UTF-8, they mean letters. */
function locationText(header) {
  if (!/[\x80-\xff]/.test(header) || /[^\0-\xff]/.test(header)) return header;
  const text = Buffer.from(header, 'latin1').toString('utf8');
  return text.indexOf('\ufffd') === -1 ? text : header;
}

/** What a browser makes of a reference before it reads it: no white space around, no line ends, "/" for "\". */
function cleanReference(reference) {
  const text = reference.trim().replace(/[\t\r\n]/g, '');
  const end = text.search(/[?#]/);
  return end === -1 ? text.replace(/\\/g, '/') : text.slice(0, end).replace(/\\/g, '/') + text.slice(end);
}

/** Resolves a Location or an action against the address of its page (RFC 3986 section 5.2), changing no escape. */
function resolveAddress(base, reference) {
  const given = cleanReference(reference);
  const from = parseAddress(base);
  const absolute = /^([a-z][a-z0-9+.-]*):([\s\S]*)$/i.exec(given);
  // "http:path" is relative where the page is http, too; otherwise a host follows, however many slashes there are.
  const isOwn = absolute !== null && from !== null && absolute[1].toLowerCase() === from.scheme;
  if (absolute !== null && !/^https?$/i.test(absolute[1])) return given;
  if (absolute !== null && (!isOwn || absolute[2].slice(0, 2) === '//'))
    return withoutDots(`${absolute[1]}://${absolute[2].replace(/^\/+/, '')}`);
  if (from === null) return given;
  const text = absolute === null ? given : absolute[2];
  const prefix = base.slice(0, base.length - from.path.length - from.query.length - from.fragment.length);
  if (text === '') return prefix + from.path + from.query;
  if (text.slice(0, 2) === '//') return withoutDots(`${from.scheme}://${text.replace(/^\/+/, '')}`);
  if (text[0] === '#') return prefix + from.path + from.query + text;
  if (text[0] === '?') return prefix + (from.path || '/') + text;
  const end = text.search(/[?#]/);
  const path = end === -1 ? text : text.slice(0, end);
  const rest = end === -1 ? '' : text.slice(end);
  const folder = from.path.slice(0, from.path.lastIndexOf('/') + 1) || '/';
  return prefix + removeDotSegments(path[0] === '/' ? path : folder + path) + rest;
}

/** An absolute web address with its dot segments gone, which a browser does not send, either. */
function withoutDots(address) {
  const parts = parseAddress(address);
  if (parts === null || (parts.scheme !== 'http' && parts.scheme !== 'https')) return address;
  const tail = parts.path.length + parts.query.length + parts.fragment.length;
  const prefix = address.slice(0, address.length - tail);
  return prefix + removeDotSegments(parts.path) + parts.query + parts.fragment;
}

function removeDotSegments(path) {
  const kept = [];
  const segments = path.split('/');
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    if (/^(\.|%2e){2}$/i.test(segment)) {
      if (kept.length > 1) kept.pop();
      if (last) kept.push('');
    } else if (/^(\.|%2e)$/i.test(segment)) {
      if (last) kept.push('');
    } else {
      kept.push(segment);
    }
  });
  return kept.join('/');
}

/**
 * The address as Postman may keep it in a variable. Postman replaces {{names}} inside values, too: a server that
 * answers "Location: /?{{client_secret}}" must not be sent the secret.
 */
function inert(address) {
  const parts = parseAddress(address);
  if (parts !== null && hasBraces(parts.host)) throw bracesInHost(parts.host);
  return address
    .replace(/#[\s\S]*$/, '')
    .replace(/\{\{/g, '%7B%7B')
    .replace(/\}\}/g, '%7D%7D')
    .replace(/\{$/, '%7B');
}

/** No host has braces, and there is no encoding for them there. */
function hasBraces(host) {
  return /[{}]|%7b|%7d/i.test(host);
}

function bracesInHost(host) {
  return new Error(
    `The server leads to the host "${host}", and no host has braces: Postman would put a variable there, such as the password. That URL was not requested. Do not trust this server.`,
  );
}

/** For messages: the address without its query, which may hold secrets. */
function withoutQuery(address) {
  return address.replace(/[?#][\s\S]*$/, '');
}

/** Form-decodes names and values, once (WHATWG URL section 5.1). A value that cannot be decoded stays as it is. */
function decodeForm(text) {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return [
        decodeOnce(at === -1 ? pair : pair.slice(0, at)),
        at === -1 ? '' : decodeOnce(pair.slice(at + 1)),
      ];
    });
}

function decodeOnce(text) {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
