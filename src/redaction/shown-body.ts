import type { Redacted } from './redacted.ts';
import { type BodyRules, shownJson } from './shown-json.ts';
import { shownPage, shownXml } from './shown-page.ts';
import { shownText } from './shown-text.ts';

/** Elements by which a page is known from other markup. */
const PAGE = /<!doctype html|<(?:html|head|body|form|div|p|h1|table|title|meta|input|center)\b/i;

/**
 * A body as it may be shown: JSON with its values masked by their names, a page as its words, and so on.
 *
 * @param body `isCut`: the text is only the beginning
 * @param longest characters that are shown
 */
export function shownBody(
  body: { readonly text: string; readonly isCut: boolean },
  longest: number,
  rules: BodyRules,
): { readonly text: Redacted; readonly cut: boolean } {
  const masked = maskedBody(body.text, rules);
  if (!body.isCut) return rules.redactor.beginning(masked, longest);
  // The last line may end in half a secret. Where there is but one line, a longer piece of it is left out.
  const lastLine = masked.lastIndexOf('\n');
  if (lastLine === -1) return rules.redactor.beginning(masked, longest, true);
  return { ...rules.redactor.beginning(masked.slice(0, lastLine), longest), cut: true };
}

function maskedBody(text: string, rules: BodyRules): string {
  const json = shownJson(text.replace(/^\ufeff/, ''), rules);
  if (json !== undefined) return json;
  if (!/^\s*</.test(text)) return shownText(text, rules);
  if (!PAGE.test(text.slice(0, 4096))) return shownXml(text, rules);
  return rules.hideAll ? rules.redactor.mask('page') : shownPage(text, rules.redactor);
}
