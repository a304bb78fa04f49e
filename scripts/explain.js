/** Characters of a server's words that are compared; what comes after is no error text. */
const MOST_TEXT = 2000;

/**
 * What the provider means by an error, and what to do: the text that goes into a failed assertion.
 *
 * @param {string} error `error` of OAuth, or the code of an API error
 * @param {string} text what the server said in words
 */
function explain(error, text) {
  const said = [error && `"${error}"`, text && `"${text}"`].filter(Boolean).join(': ');
  const known = (candidate) =>
    candidate.pattern !== undefined && new RegExp(candidate.pattern, 'i').test(text.slice(0, MOST_TEXT));
  const found =
    expected.errors.filter((candidate) => known(candidate) && candidate.error === error)[0] ||
    expected.errors.filter(known)[0] ||
    expected.errors.filter((candidate) => error !== '' && candidate.error === error)[0];
  if (found === undefined) return said;
  return `${said}. ${found.cause} ${found.remedy}`;
}

/**
 * The text between the tags, without that of elements which show nothing. A scanner that goes through the page once:
 * an expression that looks for an end tag behind every start tag takes minutes for a page full of start tags.
 */
function betweenTags(text) {
  // ASCII alone: lower case of other letters can be longer, and places in both texts must be the same.
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const unclosed = {};
  const words = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const close = open === -1 ? -1 : text.indexOf('>', open);
    if (close === -1) {
      words.push(text.slice(at));
      break;
    }
    words.push(text.slice(at, open));
    const silent = /^<(script|style|noscript|template|svg|title)\b/.exec(lower.slice(open, open + 10));
    const name = silent === null ? '' : silent[1];
    const end = name === '' || unclosed[name] ? -1 : lower.indexOf(`</${name}`, close);
    if (name !== '' && end === -1) unclosed[name] = true;
    const last = end === -1 ? close : text.indexOf('>', end);
    at = last === -1 ? text.length : last + 1;
  }
  return words.join(' ');
}

/** The words of a page or body that a person would read, cut short; error pages like to repeat the state. */
function readable(text) {
  const words = betweenTags(text)
    .replace(/&quot;/g, '"')
    .replace(/&#0*39;|&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
    .split(pm.environment.get('state') || /$^/)
    .join('(the state)');
  return words.length > 300 ? `${words.slice(0, 300)} …` : words;
}
