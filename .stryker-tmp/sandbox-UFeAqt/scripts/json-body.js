/** The JSON object of an answer, whatever its content type says; undefined where there is none. */
// @ts-nocheck

function jsonBody(text) {
  try {
    const body = JSON.parse(text);
    return body !== null && typeof body === 'object' ? body : undefined;
  } catch {
    return undefined;
  }
}
