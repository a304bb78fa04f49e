/**
 * A redirect_uri as a browser goes to it: serialized as the URL Standard says, without query and fragment. Servers
 * and browsers rewrite a URL (letter case and dots of the host, dot segments, percent-encoding) before they send
 * anything there, so that only serialized URLs can be compared when a response is recognized. What is registered is
 * another question: that is compared character by character (RFC 6749 section 3.1.2.3).
 *
 * @returns undefined for a text that is no URL
 * @see https://url.spec.whatwg.org/#url-serializing
 */
export function callbackUrl(redirectUri: string): string | undefined {
  const url = parsed(redirectUri);
  if (url === undefined) return undefined;
  url.search = '';
  url.hash = '';
  // Node 20 follows the standard of before 2024, which left "^" as it is.
  return url.pathname.startsWith('/') ? url.href.replaceAll('^', '%5E') : url.href;
}

/** `URL.canParse` of Node 20 reads letters such as "ü" wrongly as soon as it has been called often. */
function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
