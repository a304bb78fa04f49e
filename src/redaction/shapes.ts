import { withoutCredentials } from './credential.ts';
import type { Shape } from './harmless.ts';
import type { Redacted } from './redacted.ts';
import type { Redactor } from './redactor.ts';

/** Words of protocols: `code id_token`, `r_1st_connections_size`, `urn:ietf:params:oauth:grant-type:device_code`. */
const WORD = /^[\w.:/~*+-]{1,200}$/;

const DATE = /^[\w,:+. -]{1,40}$/;

const HOST = /^\[?[\w.:-]{1,255}\]?$/;

const ID = /^[\w.~:/@+-]{1,300}$/;

/** How a URL and a path are shown: both hold parameters, whose values are judged by their shapes again. */
export interface ShownUrls {
  readonly url: (url: string) => Redacted;
  readonly path: (path: string) => Redacted;
}

/**
 * A value that may be shown because of its name, if it looks as values of that name do.
 *
 * @returns undefined where it does not: then it is masked
 */
export function harmlessValue(
  value: string,
  shape: Shape,
  redactor: Redactor,
  shown: ShownUrls,
): Redacted | undefined {
  const mask = (run: string) => (redactor.isPublic(run) ? run : redactor.mask('credential'));
  const asText = () => withoutCredentials(redactor.text(value), mask) as Redacted;
  const whole = (isHarmless: boolean) => (isHarmless ? redactor.text(value) : undefined);
  switch (shape) {
    case 'text':
      return asText();
    case 'word':
      // Some servers write a sentence where a code belongs, and it is the best that there is to read.
      return value.length <= 2000 ? asText() : undefined;
    case 'words':
      return value.split(/[\s,]+/).every((word) => word === '' || WORD.test(word) || /^[()\w]+$/.test(word))
        ? asText()
        : undefined;
    case 'number':
      return whole(/^[-+]?\d{1,13}(?:\.\d{1,9})?$/.test(value));
    case 'date':
      return whole(DATE.test(value));
    case 'host':
      return HOST.test(value) ? asText() : undefined;
    case 'id':
      return whole(ID.test(value));
    case 'path':
      return shown.path(value);
    case 'url':
      return isUrl(value) ? shown.url(value) : WORD.test(value) ? asText() : undefined;
  }
}

function isUrl(value: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|\/|\.{1,2}\/|\?|#)/i.test(value);
}
