import { isTokenName, withoutCredentials } from './credential.ts';
import { harmlessShape } from './harmless.ts';
import { type BodyRules, shownMember } from './shown-json.ts';
import { shownParameter } from './shown-url.ts';

/** A line of YAML, of headers, or of a file of settings. */
const NAMED = /^(\s*(?:- +)?["']?)([\w.-]{1,80})(["']?\s*[:=]\s*)(.*)$/;

/** A body that is no JSON and no markup: plain text, YAML, a form. */
export function shownText(text: string, rules: BodyRules): string {
  if (/^[\w.-]+=[^\s&]*(?:&[\w.-]+=[^\s&]*)*\s*$/.test(text)) return shownForm(text.trim(), rules);
  let holder: { name: string; indent: number } | undefined;
  return text
    .split('\n')
    .map((line) => {
      const indent = /^[\s-]*/.exec(line)?.[0].length ?? 0;
      if (holder !== undefined && line.trim() !== '' && indent <= holder.indent) holder = undefined;
      if (holder !== undefined && line.trim() !== '')
        return `${line.slice(0, indent)}${rules.redactor.mask(holder.name)}`;
      const [, before = '', name = '', between = '', value = ''] = NAMED.exec(line) ?? [];
      if (name === '') return shownProse(line, rules);
      if (isTokenName(name) && /^[|>]?[+-]?$/.test(value.trim())) holder = { name, indent };
      return `${before}${name}${between}${shownValue(name, value, rules)}`;
    })
    .join('\n');
}

function shownValue(name: string, value: string, rules: BodyRules): string {
  const { redactor, partner } = rules;
  if (value.trim() === '') return value;
  if (isTokenName(name)) return redactor.mask(name);
  const [, quote = '', inner = ''] = /^(["']?)(.*)\1$/.exec(value.trimEnd()) ?? [];
  const isProse = /\s/.test(inner.trim()) && harmlessShape('member', name) === undefined;
  if (partner === 'api' || !isProse) return `${quote}${shownMember(name, inner, rules)}${quote}`;
  return shownProse(value, rules);
}

function shownForm(text: string, { partner, redactor }: BodyRules): string {
  return [...new URLSearchParams(text)]
    .map(([name, value]) => `${name}=${shownParameter('query', name, value, partner, redactor)}`)
    .join('&');
}

function shownProse(text: string, { partner, hideAll, redactor }: BodyRules): string {
  if (hideAll && text.trim() !== '') return redactor.mask('text');
  if (partner === 'api') return redactor.text(text);
  return withoutCredentials(redactor.text(text), (run) =>
    redactor.isPublic(run) ? run : redactor.mask('credential'),
  );
}
