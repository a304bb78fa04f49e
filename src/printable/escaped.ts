/**
 * Characters that could repaint a terminal, end a line of a log, or change the direction of writing: C0 except tab and
 * line feed, DEL, C1, the bidirectional controls (Unicode Standard Annex 9), line and paragraph separator, interlinear
 * annotations, noncharacters, and halves of surrogate pairs.
 */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\ufffe\uffff]|\p{Bidi_Control}|\p{Surrogate}/gu;

/** Finds a text in which there may be such a character. It is quick, and most texts have none. */
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\uffff]/;

/** The same without what `JSON.stringify` has escaped already; tab and line feed only stand between the members. */
const UNPRINTABLE_IN_JSON = /[\u007f-\u009f\u2028\u2029\ufff9-\ufffb\ufffe\uffff]|\p{Bidi_Control}/gu;

/**
 * Text with every character that is not fit to be shown written as `\u001b`. Tabs and line feeds stay, and a line end
 * of Windows becomes a line feed.
 */
export function escaped(text: string): string {
  return SUSPECT.test(text) ? text.replaceAll('\r\n', '\n').replace(UNPRINTABLE, asEscape) : text;
}

/** The same on one line: a line end is written as `\n`, a tab as `\t`. */
export function escapedLine(text: string): string {
  return escaped(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/**
 * JSON with the same characters as escapes, so that it still has the same value. Commands of CI systems
 * (`##vso[…]`) are broken by an escape, too.
 *
 * @param json as `JSON.stringify` has written it
 */
export function escapedJson(json: string): string {
  const shown = SUSPECT.test(json) ? json.replace(UNPRINTABLE_IN_JSON, asEscape) : json;
  return shown.replace(/##(?=[\w-]*\[)/g, '#\\u0023');
}

function asEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
