import { writings } from '../support/writings.ts';
import { SECRETS, type SecretName } from './provider.ts';

/**
 * Secrets in every spelling, as one text.
 *
 * @param client whose tokens they are: each ends with its name
 */
export function spelled(names: readonly SecretName[], client: string): string {
  return names
    .flatMap((name) => spellings(/_token$/.test(name) ? `${SECRETS[name]}-${client}` : SECRETS[name]))
    .join(' ~ ');
}

/** How a secret may be written. */
export function spellingsOf(name: SecretName): string[] {
  return spellings(SECRETS[name]);
}

/** Written down again, so that the product is not its own judge. */
function spellings(value: string): string[] {
  const units = [...value];
  return [
    ...new Set([
      ...writings(value),
      value.toUpperCase(),
      value.toLowerCase(),
      Buffer.from(Buffer.from(value).toString('base64')).toString('base64'),
      Buffer.from(value, 'utf16le').toString('base64'),
      Buffer.from(value).toString('hex').toUpperCase(),
      units.map((letter) => `&#${letter.codePointAt(0)};`).join(''),
      units.map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      units.map((letter) => `%u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      (value.match(/.{1,4}/g) ?? []).join('-'),
    ]),
  ];
}

/** Which secret stands in which text, in which spelling. */
export function leaksIn(texts: Readonly<Record<string, string>>, names: readonly SecretName[]): string[] {
  return Object.entries(texts).flatMap(([file, text]) =>
    names.flatMap((name) =>
      spellingsOf(name).flatMap((spelling) => {
        const at = text.indexOf(spelling);
        return at === -1 ? [] : [`${name} in ${file}: ${text.slice(Math.max(0, at - 300), at + 120)}`];
      }),
    ),
  );
}
