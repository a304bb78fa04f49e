/** A request of a collection, as far as the runner must know it. */
export interface ListedRequest {
  readonly id: string | undefined;
  readonly name: string;
  readonly method: string;
  readonly url: string;
}

interface Node {
  readonly id?: string;
  readonly name?: string;
  readonly item?: readonly Node[];
  readonly request?: string | { readonly method?: string; readonly url?: string | { readonly raw?: string } };
}

/** The requests of a collection in the order in which Newman visits them: folders are opened where they stand. */
export function requestsOf(collection: object): ListedRequest[] {
  return ((collection as Node).item ?? []).flatMap((node) => {
    if (Array.isArray(node.item)) return requestsOf(node);
    const request = node.request ?? '';
    const url = typeof request === 'string' ? request : (request.url ?? '');
    return [
      {
        id: node.id,
        name: node.name ?? '',
        method: (typeof request === 'string' ? undefined : request.method) ?? 'GET',
        url: typeof url === 'string' ? url : (url.raw ?? ''),
      },
    ];
  });
}
