import type { UrlDefinition } from 'postman-collection';
import type { NamedValue } from '../flows/flow.ts';

/** A URL as the collection format has it: whole, and in parts; importers read the one or the other. */
interface PostmanUrl extends UrlDefinition {
  readonly raw: string;
}

/**
 * Takes an address apart as Postman's SDK does, which a test holds it to. The SDK itself loads a library of made-up
 * names and addresses first, and a run, which makes its collections anew, would wait for that.
 *
 * @param address absolute, or beginning with a `{{variable}}`; it may have a query
 * @param query further parameters, with descriptions
 */
export function postmanUrl(address: string, query: readonly NamedValue[]): PostmanUrl {
  const [place = '', ownQuery = ''] = splitOnce(address, '?');
  const parameters = [...(ownQuery === '' ? [] : ownQuery.split('&').map(parameter)), ...query];
  const [protocol, rest] = place.includes('://') ? splitOnce(place, '://') : [undefined, place];
  const [authority = '', path] = splitOnce(rest ?? '', '/');
  const [host = '', port] = authority.startsWith('{{') ? [authority] : splitOnce(authority, ':');
  return {
    raw: [place, parameters.map(({ key, value }) => `${key}=${value}`).join('&')].filter(Boolean).join('?'),
    ...(protocol === undefined ? {} : { protocol }),
    host: host.startsWith('{{') ? [host] : host.split('.'),
    ...(port === undefined ? {} : { port }),
    ...(path === undefined ? {} : { path: path.split('/') }),
    ...(parameters.length === 0 ? {} : { query: parameters }),
  };
}

function parameter(pair: string): { readonly key: string; readonly value: string } {
  const [key = '', value = ''] = splitOnce(pair, '=');
  return { key, value };
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
