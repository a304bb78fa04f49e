/** Characters of a line of a script that are shown. */
const LONGEST = 200;

/** A line of a script as it may be shown: texts in it that are more than a word or two are left out. */
export function shownLine(line: string): string {
  return line
    .trim()
    .replace(/(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g, (whole, quote: string, text: string) =>
      isPlain(text) ? whole : `${quote}…${quote}`,
    )
    .slice(0, LONGEST);
}

/** Names of variables, headers and selectors. */
function isPlain(text: string): boolean {
  return (
    text.length <= 40 &&
    !/\d/.test(text) &&
    /^[\w .,:;$#[\]()?&=/^|+*<>{}-]*$/.test(text) &&
    !/[?&][\w]+=[^&(['"]/.test(text)
  );
}
