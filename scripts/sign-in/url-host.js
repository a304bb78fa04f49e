// ---- Hosts, as the URL Standard reads and writes them (url.spec.whatwg.org, section 3) ----------------------
// The old sandbox has no `URL`. A test compares these functions with Node's.

/** Reads and writes hosts; pure functions, none of which throws: null is a host that no browser goes to. */
function makeHostReader() {
  const FORBIDDEN = '\0\t\n\r #/:<>?@[\\]^|';
  const IGNORED = /\u00ad|\u034f|[\u180b-\u180d]|\u180f|\u200b|\u2060|\u2064|[\ufe00-\ufe0f]|\ufeff/g;

  function hasForbidden(text, alsoForbidden) {
    return Array.from(text).some((character) => {
      const code = character.codePointAt(0);
      if (FORBIDDEN.indexOf(character) !== -1) return true;
      return alsoForbidden && (code <= 0x1f || code === 0x7f || character === '%');
    });
  }

  /** The host of a web address: a domain, an IPv4 or an IPv6 address. */
  function webHost(text) {
    if (text[0] === '[') return bracketed(text);
    const domain = domainToAscii(percentDecoded(text));
    if (domain === null || domain === '' || hasForbidden(domain, true)) return null;
    return endsInNumber(domain) ? ipv4(domain) : domain;
  }

  /** The host behind any other scheme stays as it is. */
  function otherHost(text) {
    if (text[0] === '[') return bracketed(text);
    return hasForbidden(text, false) ? null : text;
  }

  function bracketed(text) {
    if (text[text.length - 1] !== ']') return null;
    const pieces = ipv6Pieces(text.slice(1, -1));
    return pieces === null ? null : `[${ipv6Text(pieces)}]`;
  }

  function percentDecoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      // Bytes that are no UTF-8, or a "%" that stands alone: neither is allowed in a domain.
      return '%';
    }
  }

  function isAscii(text) {
    return Array.from(text).every((character) => character.codePointAt(0) < 0x80);
  }

  /** Unicode TS 46, as far as the tables of the sandbox go: letters are lowered, widths and dots unified. */
  function domainToAscii(domain) {
    const lower = (text) =>
      Array.from(text)
        .map((character) => character.toLowerCase())
        .join('');
    if (isAscii(domain)) return domain.toLowerCase();
    const mapped = lower(lower(domain.replace(IGNORED, '')).normalize('NFKC')).normalize('NFC');
    const labels = mapped
      .replace(/[\u3002\uff0e\uff61]/g, '.')
      .split('.')
      .map(asciiLabel);
    return labels.indexOf(null) === -1 ? labels.join('.') : null;
  }

  /** A label that says of itself that it is encoded is believed: it is only compared. */
  function asciiLabel(label) {
    if (isAscii(label)) return label;
    return isLabel(label) ? `xn--${punycode(label)}` : null;
  }

  /** No controls, spaces or unassigned characters, and no mark in front that would join what is before. */
  function isLabel(label) {
    return !/[\p{C}\p{Z}\ufffd]|^\p{M}/u.test(label);
  }

  /** RFC 3492 section 6.3, with the numbers of section 5. */
  function punycode(label) {
    const points = Array.from(label).map((character) => character.codePointAt(0));
    const basic = points.filter((point) => point < 0x80);
    let text = basic.map((point) => String.fromCharCode(point)).join('') + (basic.length > 0 ? '-' : '');
    let [next, delta, bias, handled] = [0x80, 0, 72, basic.length];
    while (handled < points.length) {
      const least = Math.min(...points.filter((point) => point >= next));
      delta += (least - next) * (handled + 1);
      next = least;
      for (const point of points) {
        if (point < next) delta += 1;
        if (point === next) {
          text += variableLength(delta, bias);
          bias = adapted(delta, handled + 1, handled === basic.length);
          delta = 0;
          handled += 1;
        }
      }
      delta += 1;
      next += 1;
    }
    return text;
  }

  function variableLength(number, bias) {
    const digit = (value) => String.fromCharCode(value < 26 ? value + 97 : value + 22);
    let [rest, text] = [number, ''];
    for (let base = 36; ; base += 36) {
      const threshold = Math.min(26, Math.max(1, base - bias));
      if (rest < threshold) return text + digit(rest);
      text += digit(threshold + ((rest - threshold) % (36 - threshold)));
      rest = Math.floor((rest - threshold) / (36 - threshold));
    }
  }

  function adapted(number, count, isFirst) {
    let delta = Math.floor(number / (isFirst ? 700 : 2));
    delta += Math.floor(delta / count);
    let bias = 0;
    for (; delta > 455; bias += 36) delta = Math.floor(delta / 35);
    return bias + Math.floor((36 * delta) / (delta + 38));
  }

  function endsInNumber(domain) {
    const parts = domain.replace(/\.$/, '').split('.');
    return /^(\d+|0x[0-9a-f]*)$/.test(parts[parts.length - 1]);
  }

  function ipv4(domain) {
    const numbers = domain.replace(/\.$/, '').split('.').map(ipv4Number);
    const last = numbers[numbers.length - 1];
    const isRight =
      numbers.length <= 4 &&
      numbers.every((number) => number >= 0) &&
      numbers.slice(0, -1).every((number) => number <= 255) &&
      last < 256 ** (5 - numbers.length);
    if (!isRight) return null;
    const address = numbers.slice(0, -1).reduce((sum, number, at) => sum + number * 256 ** (3 - at), last);
    return [3, 2, 1, 0].map((power) => Math.floor(address / 256 ** power) % 256).join('.');
  }

  /** Decimal, 0x hexadecimal or 0 octal; -1 where it is no number. */
  function ipv4Number(text) {
    if (/^0x[0-9a-f]*$/.test(text)) return text === '0x' ? 0 : Number.parseInt(text.slice(2), 16);
    if (/^0[0-7]+$/.test(text)) return Number.parseInt(text, 8);
    return /^(0|[1-9]\d*)$/.test(text) ? Number(text) : -1;
  }

  /** Eight numbers of 16 bits. */
  function ipv6Pieces(text) {
    const halves = text.split('::');
    if (halves.length > 2) return null;
    const [before, after] = [halves[0], halves.length === 2 ? halves[1] : ''].map((half, at) =>
      half === '' ? [] : piecesOf(half, at === halves.length - 1),
    );
    if (before === null || after === null) return null;
    const missing = 8 - before.length - after.length;
    if (halves.length === 1) return missing === 0 ? before : null;
    return missing < 1 ? null : before.concat(new Array(missing).fill(0), after);
  }

  function piecesOf(half, isEnd) {
    const parts = half.split(':');
    const dotted = isEnd && parts[parts.length - 1].indexOf('.') !== -1 ? parts.pop() : undefined;
    if (!parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part))) return null;
    const pieces = parts.map((part) => Number.parseInt(part, 16));
    if (dotted === undefined) return pieces;
    const bytes = dotted.split('.');
    const isRight =
      bytes.length === 4 && bytes.every((byte) => /^(0|[1-9]\d{0,2})$/.test(byte) && Number(byte) <= 255);
    if (!isRight) return null;
    const [a, b, c, d] = bytes.map(Number);
    return pieces.concat(a * 256 + b, c * 256 + d);
  }

  /** RFC 5952: the first of the longest runs of zeros, of two at least, becomes "::". */
  function ipv6Text(pieces) {
    let run = { at: -1, length: 1 };
    pieces.forEach((_piece, at) => {
      const rest = pieces.slice(at).findIndex((piece) => piece !== 0);
      const length = rest === -1 ? 8 - at : rest;
      if (length > run.length) run = { at, length };
    });
    const hex = (some) => some.map((piece) => piece.toString(16)).join(':');
    if (run.at === -1) return hex(pieces);
    return `${hex(pieces.slice(0, run.at))}::${hex(pieces.slice(run.at + run.length))}`;
  }

  return { webHost, otherHost };
}
