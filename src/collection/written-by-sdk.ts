import sdk, { type UrlDefinition } from 'postman-collection';
import type { PostmanCollection } from './build.ts';

/**
 * A collection as Postman's own SDK writes it after reading it, ready for JSON. Three things are put right, in which the
 * SDK differs from the format or from what the Postman app exports:
 * - `url.raw` goes back in, as the SDK puts it together from the parts: importers read it;
 * - what the SDK repeats of `info` at the top is left out, and `info` stands first;
 * - descriptions are texts: the SDK marks each as `text/plain`, and ours are Markdown.
 *
 * Loading this file loads the SDK, which takes longer than making collections: nobody but `legwork generate` does.
 */
export function writtenBySdk(collection: PostmanCollection): object {
  const all: Record<string, unknown> = { ...new sdk.Collection(collection as object).toJSON() };
  putRight(all);
  const { _, info, ...written } = all;
  return { info, ...written };
}

function putRight(member: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(member)) {
    // Scripts are lists of texts, and nothing is wrong with them.
    if (value === null || typeof value !== 'object' || key === 'exec') continue;
    if (key === 'description' && 'content' in value) {
      member[key] = value.content;
      continue;
    }
    putRight(value as Record<string, unknown>);
    if (key === 'url') member[key] = { raw: new sdk.Url(value as UrlDefinition).toString(), ...value };
  }
}
