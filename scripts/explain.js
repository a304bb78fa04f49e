/** The error cases that the provider is known for at some places, in the order of the profile. */
function errorsAt(places) {
  return ERRORS.filter((candidate) => places.indexOf(candidate.place) !== -1);
}

/**
 * What the provider means by an error, and what to do: the text that goes into a failed assertion.
 *
 * @param {readonly KnownError[]} errors those of the endpoint that was asked
 * @param {unknown} code `error` of OAuth, or the code of an API error
 * @param {unknown} words what the server said
 * @param {unknown} [number] the provider's own number for the error
 * @returns {string} empty where both are nothing that could be read
 */
function explain(errors, code, words, number) {
  const [error, text] = [code, words].map((value) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '',
  );
  const said = [error && `"${error}"`, text && `"${text}"`].filter(Boolean).join(': ');
  const known = (candidate) =>
    candidate.pattern !== undefined && new RegExp(candidate.pattern, 'i').test(text);
  const coded = (candidate) => error !== '' && candidate.error === error;
  // Words beat codes; a number or a code decides alone where no other server means something else by it.
  const found =
    errors.filter((candidate) => known(candidate) && coded(candidate))[0] ||
    errors.filter(known)[0] ||
    errors.filter(
      (candidate) =>
        candidate.number !== undefined &&
        candidate.number === number &&
        (error === '' || candidate.error === undefined || coded(candidate)),
    )[0] ||
    errors.filter((candidate) => candidate.alone === true && coded(candidate))[0];
  if (found === undefined) return said;
  return `${said}. ${found.cause} ${found.remedy}`;
}

const SILENT = /^<(script|style|noscript|template|svg|title|nav|aside|footer)\b/;

/**
 * The text between the tags, without that of elements which show nothing, or the same on
 * every page of a site. A scanner that goes through the page once:
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
    const silent = SILENT.exec(lower.slice(open, open + 10));
    const name = silent === null ? '' : silent[1];
    const end = name === '' || unclosed[name] ? -1 : lower.indexOf(`</${name}`, close);
    // The page was cut off inside: what follows is no text, for browsers neither.
    if (end === -1 && name === 'style') break;
    if (name !== '' && end === -1) unclosed[name] = true;
    const last = end === -1 ? close : text.indexOf('>', end);
    at = last === -1 ? text.length : last + 1;
  }
  return words.join(' ');
}

/** The words of a page or body that a person would read; what pages like to repeat and nobody should read stays out. */
function readable(text) {
  return betweenTags(text.slice(0, 500000))
    .replace(/&quot;/g, '"')
    .replace(/&#0*39;|&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
    .split(pm.environment.get('state') || /$^/)
    .join('(the state)')
    .split(pm.variables.get('password') || /$^/)
    .join('(the password)');
}

/** As much of a text as a message can bear. */
function excerpt(text) {
  return text.length > 300 ? `${text.slice(0, 300)} …` : text;
}
