// @ts-check

/** Characters of a line that are kept: enough to find it again. */
const LONGEST = 160;

/**
 * @typedef {object} Place
 * @property {{ line: number, column: number }} start counted from 0
 * @property {{ line: number, column: number }} end
 *
 * @typedef {object} Survivor a change of the code that no test noticed, told by its text: lines move, text stays
 * @property {string} code the line as it stands
 * @property {string} becomes the line with the change in it
 * @property {string} reason why it may stay; empty where nobody has said so yet
 */

/**
 * Writes a mutant down by its code.
 *
 * @param {string} source of the whole file
 * @param {Place} place
 * @param {string} replacement
 * @returns {{ code: string, becomes: string }}
 */
export function writtenDown(source, { start, end }, replacement) {
  const lines = source.split('\n');
  const before = (lines[start.line] ?? '').slice(0, start.column);
  const after = (lines[end.line] ?? '').slice(end.column);
  const original = source.slice(offsetOf(lines, start), offsetOf(lines, end));
  return { code: short(before + original + after), becomes: short(before + replacement + after) };
}

/**
 * The source with a mutant in it.
 *
 * @param {string} source
 * @param {Place} place
 * @param {string} replacement
 */
export function mutated(source, { start, end }, replacement) {
  const lines = source.split('\n');
  return source.slice(0, offsetOf(lines, start)) + replacement + source.slice(offsetOf(lines, end));
}

/**
 * Survivors with the reasons that were given for the same change before.
 *
 * @param {readonly { code: string, becomes: string }[]} found
 * @param {readonly Survivor[]} before
 * @returns {Survivor[]} sorted by their text, so that a move of files changes nothing
 */
export function withReasons(found, before) {
  const reasons = new Map(before.map((one) => [keyOf(one), one.reason]));
  return found
    .map(({ code, becomes }) => ({ code, becomes, reason: reasons.get(keyOf({ code, becomes })) ?? '' }))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** @param {{ code: string, becomes: string }} survivor */
export function keyOf({ code, becomes }) {
  return `${code}\n${becomes}`;
}

/** @param {readonly string[]} lines @param {{ line: number, column: number }} position */
function offsetOf(lines, { line, column }) {
  return lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, column);
}

/** @param {string} text */
function short(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
