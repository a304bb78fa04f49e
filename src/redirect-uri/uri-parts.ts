/** The parts of an address that a comparison of redirect URIs looks at, in their order (RFC 3986 section 3). */
export const uriComponents = ['scheme', 'user info', 'host', 'port', 'path', 'query', 'fragment'] as const;

export type UriComponent = (typeof uriComponents)[number];

/** A part as it stands, and where: `start` and `end` count UTF-16 units. */
export interface UriPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A part that is not there is undefined; a path is always there, and may be empty. */
export type UriParts = Readonly<Partial<Record<UriComponent, UriPart>>> & { readonly path: UriPart };

/**
 * Takes an address apart without changing a character: nothing is decoded, lowered or resolved, because servers
 * compare redirect URIs as text (RFC 6749 section 3.1.2.3, RFC 3986 section 6.2.1). Any text has parts.
 *
 * `localhost:3000/callback` has no scheme, although the grammar would call "localhost" one: that is never meant.
 */
export function uriParts(text: string): UriParts {
  const part = (start: number, end: number): UriPart => ({ text: text.slice(start, end), start, end });
  const found: Partial<Record<UriComponent, UriPart>> = {};
  let position = 0;
  const scheme = /^[a-z][a-z0-9+.-]*(?=:(?!\d))/i.exec(text)?.[0];
  if (scheme !== undefined) {
    found.scheme = part(0, scheme.length);
    position = scheme.length + 1;
  }
  if (text.startsWith('//', position)) {
    const start = position + 2;
    const end = firstOf(text, '/?#', start);
    Object.assign(found, authorityParts(text, start, end, part));
    position = end;
  }
  const pathEnd = firstOf(text, '?#', position);
  const queryEnd = firstOf(text, '#', pathEnd);
  if (text[pathEnd] === '?') found.query = part(pathEnd + 1, queryEnd);
  if (text[queryEnd] === '#') found.fragment = part(queryEnd + 1, text.length);
  return { ...found, path: part(position, pathEnd) };
}

function authorityParts(
  text: string,
  start: number,
  end: number,
  part: (start: number, end: number) => UriPart,
): Partial<Record<UriComponent, UriPart>> {
  const at = text.lastIndexOf('@', end - 1);
  const hostStart = at >= start ? at + 1 : start;
  const bracket = text[hostStart] === '[' ? text.indexOf(']', hostStart) : -1;
  const searchFrom = bracket === -1 || bracket >= end ? hostStart : bracket;
  const colon = text.indexOf(':', searchFrom);
  const hostEnd = colon === -1 || colon >= end ? end : colon;
  return {
    ...(at >= start ? { 'user info': part(start, at) } : {}),
    host: part(hostStart, hostEnd),
    ...(hostEnd < end ? { port: part(hostEnd + 1, end) } : {}),
  };
}

/** Where the first of some characters stands, or where the text ends. */
function firstOf(text: string, characters: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    if (characters.includes(text[index] ?? '')) return index;
  }
  return text.length;
}
