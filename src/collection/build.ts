import type { CollectionDefinition, RequestAuthDefinition } from 'postman-collection';
import type { Flow, PostmanOAuth2 } from '../flows/flow.ts';
import type { Profile } from '../providers/profile.ts';
import { postmanItem } from './item.ts';
import { libraryOf } from './library.ts';
import { type ReadScript, readPackagedScript } from './read-script.ts';
import { stableId } from './stable-id.ts';

/** Names the format, and is the address of nothing. */
const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** A collection in Postman's format v2.1, ready for JSON. */
export interface PostmanCollection {
  readonly info: { readonly _postman_id: string; readonly name: string; readonly schema: string };
  readonly item: readonly object[];
}

/**
 * Makes the Postman collection of a flow. The same flow always gives the same object, ids and order included.
 *
 * @param readScript where the scripts come from; the package's own by default
 */
export function postmanCollection(
  flow: Flow,
  profile: Profile,
  readScript: ReadScript = readPackagedScript,
): PostmanCollection {
  const name = `${profile.name} OAuth 2.0: ${flow.title}`;
  const library = libraryOf(flow, profile, name, readScript);
  const from = { ids: [profile.id, flow.id], library, readScript };
  const definition: PostmanCollection & Omit<CollectionDefinition, 'info'> = {
    info: {
      _postman_id: stableId(profile.id, flow.id),
      name,
      ...{ description: flow.description },
      schema: SCHEMA,
    },
    item: flow.parts.map((part) => postmanItem(part, from)),
    event: [
      {
        listen: 'prerequest',
        script: {
          id: stableId(...from.ids, 'library'),
          type: 'text/javascript',
          exec: [...library.lines],
        },
      },
    ],
    ...(flow.auth === undefined ? {} : { auth: oauth2(flow.auth) }),
    variable: flow.variables.map((variable) => ({ ...variable, type: 'string' })),
  };
  return definition;
}

function oauth2(settings: PostmanOAuth2): RequestAuthDefinition {
  return {
    type: 'oauth2',
    oauth2: Object.entries(settings).map(([key, value]) => ({
      key,
      value,
      type: typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'string' : 'any',
    })),
  };
}
