/** JSON in whose texts `{name}` stands for a value. */
export type Template =
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | { readonly [name: string]: Template };

/** A template with its values; a placeholder without a value becomes empty. */
export function fillTemplate(template: Template, values: Readonly<Record<string, string>>): Template {
  if (typeof template === 'string') return fillText(template, values);
  if (typeof template !== 'object' || template === null) return template;
  if (isList(template)) return template.map((part) => fillTemplate(part, values));
  return Object.fromEntries(
    Object.entries(template).map(([name, part]) => [name, fillTemplate(part, values)]),
  );
}

/** The same for one text. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function isList(template: Template): template is readonly Template[] {
  return Array.isArray(template);
}
