/** A request of a collection, as far as the runner must know it. */
// @ts-nocheck

export interface ListedRequest {
  readonly id: string | undefined;
  readonly name: string;
  /** Names of the folders that it lies in, the outermost first. */
  readonly folders: readonly string[];
  readonly method: string;
  readonly url: string;
  /** Variables that the request, its scripts and its authorization name as `{{name}}`; those of its folders, too. */
  readonly variables: ReadonlySet<string>;
}

interface Node {
  readonly id?: string;
  readonly name?: string;
  readonly item?: readonly Node[];
  readonly auth?: unknown;
  readonly event?: unknown;
  readonly request?: string | { readonly method?: string; readonly url?: string | { readonly raw?: string } };
}

/** The requests of a collection in the order in which Newman visits them: folders are opened where they stand. */
export function requestsOf(collection: object): ListedRequest[] {
  return requestsIn(collection as Node, [], []);
}

function requestsIn(parent: Node, folders: readonly string[], inherited: readonly string[]): ListedRequest[] {
  const shared = [...inherited, JSON.stringify([parent.auth, parent.event])];
  return (parent.item ?? []).flatMap((node) => {
    if (Array.isArray(node.item)) return requestsIn(node, [...folders, node.name ?? ''], shared);
    const request = node.request ?? '';
    const url = typeof request === 'string' ? request : (request.url ?? '');
    return [
      {
        id: node.id,
        name: node.name ?? '',
        folders,
        method: (typeof request === 'string' ? undefined : request.method) ?? 'GET',
        url: typeof url === 'string' ? url : (url.raw ?? ''),
        variables: variablesIn([...shared, JSON.stringify([node.request, node.event])].join('\n')),
      },
    ];
  });
}

function variablesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{([\w.$-]+)\}\}/g)].map((match) => match[1] ?? ''));
}
