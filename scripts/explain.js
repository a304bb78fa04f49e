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

/** The words of a page or body that a person would read, cut short; error pages like to repeat the state. */
function readable(text) {
  const words = text
    .replace(/<(script|style|noscript|template|svg|title)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
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
