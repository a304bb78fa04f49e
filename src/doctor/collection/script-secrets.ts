/** A name and the literal that a script gives it. */
interface Named {
  readonly name: string;
  readonly value: string;
}

/** Characters; a script may hold a whole library. */
const LONGEST = 200_000;

const ASSIGNED = /([\w$-]{2,60})['"`]?\s*(?:[:=]|,)\s*(['"`])([^'"`\n\\]{6,2000})\2/g;

const PAIR = /\bkey\s*:\s*(['"`])([\w.-]{2,60})\1\s*,\s*value\s*:\s*(['"`])([^'"`\n\\]{6,2000})\3/g;

const IN_URL = /[?&]([\w.-]{2,60})=([^&'"`\s${}]{6,2000})/g;

const SCHEME = /(['"`])(?:Bearer|Basic|token)\s+([^'"`\s${}]{8,2000})\1/gi;

const JOINED = /(?:btoa|parse|from)\(\s*(['"`])([\w.-]{2,200}:[^'"`\s:]{6,200})\1/g;

/**
 * Literals in a script with the names that they go by: `client_secret: '…'`, `set('token', '…')`, `key: 'x', value:
 * '…'`, parameters of URLs, and `Bearer …`.
 */
export function secretsInScript(script: string): Named[] {
  // A secret in a comment is in the file, too.
  const code = script.slice(0, LONGEST);
  const encoded = /btoa\(|Base64|toString\(\s*['"]base64/.test(code) ? [...code.matchAll(JOINED)] : [];
  const found = [
    ...[...code.matchAll(ASSIGNED)].map(([, name = '', , value = '']) => ({ name, value })),
    ...[...code.matchAll(PAIR)].map(([, , name = '', , value = '']) => ({ name, value })),
    ...[...code.matchAll(IN_URL)].map(([, name = '', value = '']) => ({ name, value })),
    ...[...code.matchAll(SCHEME)].map(([, , value = '']) => ({ name: 'token', value })),
    ...encoded
      .filter(([, , value = '']) => !/^https?:/i.test(value))
      .map(([, , value = '']) => ({ name: 'client_secret', value: value.slice(value.indexOf(':') + 1) })),
  ];
  // A list of names gives no name a value.
  const values = found.filter(({ value }) => !/^[A-Za-z_$][A-Za-z_$.-]*$/.test(value) || value.length >= 32);
  return [...new Map(values.map((each) => [`${each.name}\n${each.value}`, each])).values()];
}

/** Whole lines of comments; what stands behind code may be a URL. */
export function withoutComments(script: string): string {
  return script.replace(/^\s*\/\/.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
}
