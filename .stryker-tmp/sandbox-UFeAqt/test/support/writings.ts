/** How a value may stand in a log, written down here again so that the product is not its own judge. */
// @ts-nocheck

export function writings(value: string): string[] {
  const percent = encodeURIComponent(value);
  const strict = percent.replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (triplet) => triplet.toLowerCase());
  const json = JSON.stringify(value).slice(1, -1);
  const html = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const form = new URLSearchParams({ x: value }).toString().slice(2);
  const bytes = Buffer.from(value);
  const aligned = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before, 'x'), bytes]).toString('base64');
    // The characters at both ends depend on the neighbours.
    const inner = text.slice(before === 0 ? 0 : 4, text.length - 4);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const all = [
    ...[value, percent, strict, lower(percent), lower(strict), form, lower(form)],
    ...[encodeURIComponent(percent), encodeURIComponent(form)],
    ...[json, JSON.stringify(json).slice(1, -1), json.replaceAll('/', '\\/')],
    ...[html, html.replaceAll("'", '&#39;'), html.replaceAll("'", '&#x27;'), html.replaceAll('=', '&#x3D;')],
    ...[bytes.toString('base64'), bytes.toString('base64url'), ...aligned],
    ...[Buffer.from(`the-client:${value}`), Buffer.from(`the-client:${form}`)].map((one) =>
      one.toString('base64'),
    ),
    [...bytes].join(','),
    [...bytes].join(', '),
    bytes.toString('hex'),
  ];
  return [...new Set(all)].filter((text) => text.length >= 6);
}

/** Where secrets are left in texts: one line for each, empty when all is well. */
export function leaksIn(
  texts: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(texts).flatMap(([file, content]) =>
    Object.entries(secrets).flatMap(([name, value]) =>
      writings(value)
        .filter((writing) => content.includes(writing))
        .map((writing) => `${name} in ${file} as ${writing.slice(0, 80)}`),
    ),
  );
}
