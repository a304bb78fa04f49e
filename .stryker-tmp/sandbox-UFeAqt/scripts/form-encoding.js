/** Form-encodes names and values as a browser does (WHATWG URL section 5.2). */
// @ts-nocheck

function encodeForm(fields) {
  return fields.map((field) => `${encodeField(field[0])}=${encodeField(field[1])}`).join('&');
}

function encodeField(text) {
  const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text.replace(/\r\n|\r|\n/g, '\r\n'))
    .replace(/[!'()~]/g, percent)
    .replace(/%20/g, '+');
}
