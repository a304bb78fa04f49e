/**
 * What the provider means by an error, and what to do: the text that goes into a failed assertion.
 *
 * @param {string} error `error` of OAuth, or the code of an API error
 * @param {string} text what the server said in words
 */
function explain(error, text) {
  const said = [error && `"${error}"`, text && `"${text}"`].filter(Boolean).join(': ');
  const known = (candidate) =>
    candidate.pattern !== undefined && new RegExp(candidate.pattern, 'i').test(text);
  const found =
    expected.errors.filter((candidate) => known(candidate) && candidate.error === error)[0] ||
    expected.errors.filter(known)[0] ||
    expected.errors.filter((candidate) => error !== '' && candidate.error === error)[0];
  if (found === undefined) return said;
  return `${said}. ${found.cause} ${found.remedy}`;
}

/** Elements that hold no words for a person, or words that stand on every page of a site. */
const UNSEEN = ['script', 'style', 'noscript', 'template', 'svg', 'title', 'nav', 'aside', 'footer'];

/**
 * The words of a page or body that a person would read. Pages may be large, broken or hostile: each piece between two
 * "<" is looked at once. What pages like to repeat and
 * nobody should read stays out.
 */
function readable(text) {
  let within = '';
  return text
    .slice(0, 500000)
    .split('<')
    .map((piece, index) => {
      if (index === 0) return piece;
      const name = (/^\/?[a-z][a-z0-9]*/i.exec(piece) || [''])[0].toLowerCase();
      if (within !== '') {
        if (name !== `/${within}`) return '';
        within = '';
      } else if (UNSEEN.indexOf(name) !== -1) {
        within = name;
        return '';
      }
      const end = piece.indexOf('>');
      return end === -1 ? '' : ` ${piece.slice(end + 1)}`;
    })
    .join('')
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
