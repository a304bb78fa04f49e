/**
 * The ways in which one value can be written in a log: as it is, percent-encoded, in JSON, in HTML, in quotes.
 * Base64 is not among them; see the redactor.
 *
 * @returns the value itself first, without duplicates
 */
export function spellings(value: string): string[] {
  const once = percentSpellings(value);
  // A URL within a URL (LinkedIn's session_redirect) is encoded twice.
  const twice = once.flatMap(percentSpellings);
  return [...new Set([value, ...once, ...twice, ...quotedSpellings(value), ...htmlSpellings(value)])];
}

function percentSpellings(value: string): string[] {
  // A lone surrogate cannot be percent-encoded; Buffer replaces it.
  const wellFormed = Buffer.from(value).toString();
  const component = encodeURIComponent(wellFormed);
  const strict = component.replace(/[!'()*]/g, percentEncode);
  // https://url.spec.whatwg.org/#application-x-www-form-urlencoded-percent-encode-set
  const form = component.replace(/[!'()~]/g, percentEncode).replaceAll('%20', '+');
  // What a URL parser encodes of a value that somebody put into a query as it is.
  const query = new URL(`http://h/?${wellFormed.replaceAll('#', '%23')}`).search.slice(1);
  const all = [component, strict, form, query, query.replaceAll("'", '%27')];
  return [...all, ...all.map((text) => text.replace(/%[0-9A-F]{2}/g, (triplet) => triplet.toLowerCase()))];
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function quotedSpellings(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const ascii = json.replace(/[\u007f-\uffff]/g, unicodeEscape);
  const all = [json, ascii, json.replaceAll('/', '\\/'), ascii.replaceAll('/', '\\/')];
  const markupSafe = ascii.replace(/[<>&']/g, unicodeEscape);
  // Chai and Node write strings in single quotes.
  return [
    ...all,
    markupSafe,
    value.replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
    JSON.stringify(json).slice(1, -1),
  ];
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function htmlSpellings(value: string): string[] {
  const basic = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const quoted = basic.replaceAll('"', '&quot;');
  return [basic, quoted, ...['&#39;', '&#x27;', '&apos;'].map((quote) => quoted.replaceAll("'", quote))];
}
