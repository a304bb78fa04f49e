/** Status, headers and body of a response, as far as they were handed over. */
export interface Head {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Splits what curl -i, a status line or a log prints into status, headers and body. It never throws. */
export function readHead(text: string): Head {
  let rest = text.trimStart();
  let head: Head = { headers: {}, body: rest };
  // curl -iL prints one response after the other: the last one counts.
  for (let hops = 0; hops < 20; hops++) {
    const line = /^HTTP\/[\d.]{1,4}[ \t]+(\d{3})[^\n]{0,200}/.exec(rest);
    if (line === null) break;
    const end = rest.search(/\r?\n\r?\n/);
    const lines = (end === -1 ? rest : rest.slice(0, end)).split('\n').slice(1, 200);
    rest = end === -1 ? '' : rest.slice(end).trimStart();
    head = { status: Number(line[1]), headers: Object.fromEntries(lines.flatMap(headerOf)), body: rest };
  }
  if (head.status !== undefined) return head;
  const plain = /^(?:status(?: code)?:?[ \t]{0,3})?([1-5]\d\d|999)\b(?![.,:]\d)([^\n{<]{0,60})/i.exec(rest);
  if (plain === null) return head;
  return { status: Number(plain[1]), headers: {}, body: rest.slice(plain[0].length) || (plain[2] ?? '') };
}

function headerOf(line: string): [string, string][] {
  const colon = line.indexOf(':');
  return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
}
