/** Names under which a line of a log, a Python or JavaScript object or a form says what is wrong. */
const NAMES =
  'error|error_description|error_message|message|reason|detail|code|serviceErrorCode|redirect_uri';

/** `name=value`, `name: 'value'`, `"name" => "value"`: with or without quotation marks. */
const PAIR = new RegExp(
  `(?<![\\w.-])["']?(${NAMES})["']?\\s{0,3}(?:=>|[:=])\\s{0,3}(?:"((?:[^"\\\\]|\\\\.){0,2000})"|'((?:[^'\\\\]|\\\\.){0,2000})'|([^\\s,;&"'<>(){}\\[\\]]{1,2000}))`,
  'g',
);

/**
 * What a text says in pairs of a name and a value, where it is no JSON: the first value of each name.
 */
export function pairsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(PAIR)) {
    const value = double ?? single ?? bare ?? '';
    if (!found.has(name) && value !== '') found.set(name, value);
  }
  return found;
}
