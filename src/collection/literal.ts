/** Longest text or list on one line, in characters, and longest object. */
const WIDTH = 140;
const OBJECT_WIDTH = 80;

/**
 * A value as a JavaScript literal that a person can read: what is short stands on one line, a long text on several.
 *
 * @param value of the types that JSON has; members that are undefined are left out
 * @param indent spaces in front of every line but the first
 */
export function literal(value: unknown, indent = 0): string {
  const inline = onOneLine(value);
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  if (inline.length <= (isObject ? OBJECT_WIDTH : WIDTH)) return inline;
  const inner = ' '.repeat(indent + 2);
  const lines = (parts: readonly string[]) => parts.map((part) => `${inner}${part},\n`).join('');
  if (typeof value === 'string') return pieces(value).map(quoted).join(` +\n${inner}`);
  if (Array.isArray(value))
    return `[\n${lines(value.map((one) => literal(one, indent + 2)))}${' '.repeat(indent)}]`;
  const members = membersOf(value).map(([key, member]) => `${name(key)}: ${literal(member, indent + 2)}`);
  return `{\n${lines(members)}${' '.repeat(indent)}}`;
}

function onOneLine(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const members = membersOf(value).map(([key, member]) => `${name(key)}: ${onOneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function membersOf(value: unknown): [string, unknown][] {
  return Object.entries(value as object).filter(([, member]) => member !== undefined);
}

function name(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : quoted(key);
}

/** JSON is JavaScript, but for two line separators that old engines take for line ends. */
function quoted(text: string): string {
  const json = JSON.stringify(text).replace(
    /[\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
  if (text.includes("'")) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}

/** Ends at spaces where it can, and nowhere inside a character. */
function pieces(text: string): string[] {
  return text.match(new RegExp(`.{1,${WIDTH - 10}}(?: |$)|.{1,${WIDTH - 10}}`, 'gsu')) ?? [text];
}
