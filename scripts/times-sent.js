/**
 * Counts requests by a number that stands for each: URLs are long and may hold secrets.
 *
 * @param {Record<string, number> | undefined} sent how often each request was sent so far
 * @param {unknown[]} request what makes it the same request: method, URL, form
 * @returns how often the requests were sent with this one, and how often this one was
 */
function timesSent(sent, request) {
  const number = Array.from(JSON.stringify(request)).reduce(
    (sum, character) => (sum * 33 + Number(character.codePointAt(0))) % 2 ** 48,
    5381,
  );
  const times = ((sent || {})[number] || 0) + 1;
  return { times, sent: Object.assign({}, sent, { [number]: times }) };
}
