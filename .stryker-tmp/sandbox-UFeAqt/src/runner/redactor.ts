// @ts-nocheck
import { printable } from './printable.ts';
import { bytesWithin } from './redaction/encoded-bytes.ts';
import { unescaped, withoutEscapes } from './redaction/escapes.ts';
import { createNeedles, type Found, type Needles, WINDOW } from './redaction/needles.ts';
import { isPrivateName, maskBasic, maskParameters } from './redaction/parameters.ts';
import { originOf, type View } from './redaction/view.ts';
import type { Redacted } from './result.ts';

/** Words that stand in every flow: as secrets they are masked only where a parameter has them for its value. */
const COMMON =
  /^(?:https?|localhost|linkedin|openid|profile|email|authorization|authorize|application|bearer|basic|password|passwd|secret|username|callback|session|redirect|request|response|access|refresh|(?:access|refresh|id)_token|client_(?:id|secret)|(?:redirect_)?uri|token|state|scope|code|true|false|null|undefined|\d{1,3})$/i;

/** How often escapes may lie in one another: an address in an address in JSON in HTML. */
const LAYERS = 5;

/** Knows secrets, and makes text that does not contain them. */
export interface Redactor {
  /** Adds a secret; empty values are ignored, and the first name of a value wins. */
  learn(name: string, value: string): void;
  /**
   * The text with every known secret, in every spelling, replaced by `‹name·1›`, and without control characters.
   * The number tells values of the same name apart; a value that is private by its place alone has none.
   */
  text(value: string): Redacted;
  /** The value of a parameter, header or member: masked also when its name alone says that it is private. */
  field(name: string, value: string): Redacted;
}

/**
 * A redactor that knows nothing yet.
 *
 * It does not guess how a secret may be spelled: it undoes the spelling of the text, layer by layer, and looks for
 * the secret as it is. The time for a text grows with its length alone, however many secrets are known.
 */
export function createRedactor(): Redactor {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  /** Short and common values by their text, and the names of parameters that are known to hold them. */
  const timid = new Map<string, { label: string; name: string }>();
  const needles = createNeedles();
  /** Names and addresses come again and again. Forgotten as soon as something new is known. */
  const shown = new Map<string, Redacted>();

  function add(value: string, label: string, name: string): void {
    if (value.length < WINDOW || COMMON.test(value)) {
      if (value !== '' && !timid.has(value)) timid.set(value, { label, name });
      return;
    }
    needles.add(value, label, {
      word: /^(?:\p{L}+|\d+)$/u.test(value) && value.length < 16,
      whole: /:\/\/|^%2f/i.test(value),
    });
  }

  function lookup(name: string, value: string): string | undefined {
    const entry = timid.get(value);
    if (entry === undefined) return undefined;
    const related = entry.name === name || entry.name.endsWith(` ${name}`) || isPrivateName(name);
    return related || !COMMON.test(value) ? entry.label : undefined;
  }

  function text(value: string): Redacted {
    const before = shown.get(value);
    if (before !== undefined) return before;
    const masked = maskParameters(maskBasic(mask(printable(value), needles)), lookup) as Redacted;
    shown.set(value, masked);
    return masked;
  }

  return {
    learn(name, value) {
      if (value === '' || labels.has(value)) return;
      shown.clear();
      const number = (counts.get(name) ?? 0) + 1;
      counts.set(name, number);
      const label = `${name}·${number}`;
      labels.set(value, label);
      for (const form of formsOf(value)) add(form, label, name);
    },
    text,
    field(name, value) {
      const masked = text(value);
      if (masked !== printable(value)) return masked;
      const label = lookup(name, value) ?? (isPrivateName(name) ? name : undefined);
      const told = value === '' || /^\{\{[\w.$-]+\}\}$/.test(value);
      return label === undefined || told ? masked : (`‹${label}›` as Redacted);
    },
  };
}

/** A secret may itself look like something escaped: then undoing the escapes of the text undoes its own, too. */
function formsOf(value: string): Set<string> {
  const forms = new Set([value, Buffer.from(value).toString(), printable(value)]);
  // How text looks that was sent as UTF-8 and read as Latin-1.
  forms.add(printable(Buffer.from(value).toString('latin1')));
  for (let layer = 0, form = value; layer < LAYERS; layer += 1) {
    form = unescaped(form);
    forms.add(form).add(printable(form));
  }
  return forms;
}

function mask(text: string, needles: Needles): string {
  const found = ranges({ text }, needles, 2).sort((one, other) => one.start - other.start);
  let masked = '';
  let from = 0;
  for (let index = 0; index < found.length; ) {
    const first = found[index] as Found;
    // What overlaps is one mask, named after the longest: a token, not the piece of it that another secret shares.
    let [end, longest] = [first.end, first];
    for (index += 1; index < found.length && (found[index] as Found).start < end; index += 1) {
      const next = found[index] as Found;
      end = Math.max(end, next.end);
      if (next.end - next.start > longest.end - longest.start) longest = next;
    }
    masked += `${text.slice(from, first.start)}‹${longest.label}›`;
    from = end;
  }
  return masked + text.slice(from);
}

/** Where secrets stand in a view, in places of the original; bytes within it are looked through `depth` times. */
function ranges(start: View, needles: Needles, depth: number): Found[] {
  const found: Found[] = [];
  let view: View | undefined = start;
  for (let layer = 0; view !== undefined && layer < LAYERS; layer += 1) {
    for (const one of needles.find(view.text)) {
      found.push({ label: one.label, ...originOf(view, one.start, one.end) });
    }
    for (const inner of depth > 0 ? bytesWithin(view) : []) {
      // What is no text when it is decoded was no base64: nothing else can be in it.
      const deeper = isText(inner.text) ? ranges(inner, needles, depth - 1) : ranges(inner, needles, -1);
      found.push(...deeper);
    }
    view = depth < 0 ? undefined : withoutEscapes(view);
  }
  return found;
}

function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return strange * 8 <= text.length;
}
