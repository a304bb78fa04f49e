/** A value of a response in words, for messages: a text of a server is named and never quoted, it may be a secret. */
function inWords(value) {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'string')
    return typeof value === 'object' ? 'an object' : `the ${typeof value} ${value}`;
  return value.trim() === '' ? 'an empty text' : 'a text';
}

/** Serializers write null, and some servers an empty text, for a member that has no value. */
function isLeftOut(value) {
  return value === undefined || value === null || value === '';
}

/** What programs write where they have no value: no token, no id and no account name is one of these. */
function isPlaceholder(text) {
  return /^(?:undefined|null|nil|none|nan|true|false|\[object \w+\])$/i.test(text.trim());
}

/** A value of a server as a message shows it. A long text is not cut: half of a secret would not be masked. */
function shown(value) {
  if (typeof value !== 'string' || value.trim() === '') return inWords(value);
  return value.length > 200 ? `a text of ${value.length} characters` : `"${value}"`;
}
