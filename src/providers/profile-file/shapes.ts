import { z } from 'zod';
import { isInert, isResourceText, resourceNames } from '../../inert.ts';
import { isSecureUrl } from '../../oauth/secure-url.ts';

const INSECURE = 'must be an absolute https address (http is allowed for this machine only)';

const ACTIVE =
  'must not contain two opening braces in a row, or end with one: Postman would put a variable there, such as the password';

const FOREIGN_VARIABLE = `may use ${resourceNames} and no other variable`;

export const textList = z.array(z.string());

/** A text that goes into a collection, where Postman must find nothing to replace in it. */
export const inertText = z.string().refine(isInert, { error: ACTIVE });

/** Scopes as one text or as a list. */
export const inertScope = z
  .union([z.string(), textList], { error: 'must be a text or a list of texts' })
  .refine((scope) => [scope].flat().every(isInert), { error: ACTIVE });

/** Parameter names with their values, none of which Postman may replace. */
export const inertRecord = z.record(inertText, inertText);

/** As it stands, and as programs read it that parse it first: then "%7B" is a brace in a host name, and line ends are gone. */
function isInertUrl(text: string): boolean {
  const { href, hostname } = new URL(text);
  return isInert(text) && isInert(href) && !/[{}]/.test(hostname);
}

/** An address that secrets may be sent to. */
export const secureUrl = z
  .string()
  .refine(isSecureUrl, { error: INSECURE, abort: true })
  .refine(isInertUrl, { error: ACTIVE })
  .meta({ format: 'uri' });

/** Names of headers with their values. */
export const headerRecord = z.record(
  inertText,
  z.string().refine(isResourceText, { error: FOREIGN_VARIABLE }),
);

/** JSON that is sent to a resource; variables may stand in its texts. */
export const resourceBody = z
  .json()
  .refine((body) => isResourceText(JSON.stringify(body, null, 2)), { error: FOREIGN_VARIABLE });

/** Where a resource is: an address that the profile itself names. What a server said of a member names no host. */
const PLACE =
  /^(?:\{\{(?:api_base_url|userinfo_endpoint|application_api_url|issuer)\}\}|https?:\/\/[^/?#{}]+)(?:[/?#]|$)/i;

/** An address of a resource: absolute, or beginning with a variable of the collection. */
export const resourceUrl = z
  .string()
  .refine((url) => /^\{\{\w+\}\}/.test(url) || isSecureUrl(url.replace(/\{\{\w+\}\}/g, 'x')), {
    error: `${INSECURE}, or begin with a variable such as {{api_base_url}}`,
    abort: true,
  })
  .refine(isResourceText, { error: FOREIGN_VARIABLE, abort: true })
  .refine((url) => PLACE.test(url), {
    error: 'must name its host itself, or begin with {{api_base_url}} and a slash: the token goes there',
  });
