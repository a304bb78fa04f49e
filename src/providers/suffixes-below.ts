import {
  edgeChild,
  edgeLength,
  edgeStart,
  labelText,
  nodeFlags,
  rulesRoot,
} from 'tldts/dist/cjs/src/data/trie.js';

/**
 * The public suffixes that end in a domain. The interface of tldts judges one name at a time; this reads its table, which
 * is why package.json names an exact version.
 *
 * @returns such as `s3.amazonaws.com` for `amazonaws.com`; a label may be `*`
 */
export function suffixesBelow(domain: string): string[] {
  let node: number | undefined = rulesRoot;
  for (const label of domain.split('.').reverse()) {
    node = edgesOf(node).find((edge) => edge.label === label)?.child;
    if (node === undefined) return [];
  }
  return below(node, domain);
}

function below(node: number, name: string): string[] {
  return edgesOf(node).flatMap(({ label, child }) => {
    const deeper = `${label}.${name}`;
    // What is below a suffix belongs to others, however deep it is.
    return nodeFlags[child] ? [deeper] : below(child, deeper);
  });
}

function edgesOf(node: number): { readonly label: string; readonly child: number }[] {
  const first = edgeStart[node] ?? 0;
  const end = edgeStart[node + 1] ?? first;
  const edges = [];
  for (let edge = first; edge < end; edge += 1) {
    const at = labelStarts()[edge] ?? 0;
    edges.push({ label: labelText.slice(at, at + (edgeLength[edge] ?? 0)), child: edgeChild[edge] ?? 0 });
  }
  return edges;
}

let starts: number[] | undefined;

/** Where each label begins in the text that holds them all. */
function labelStarts(): readonly number[] {
  if (starts !== undefined) return starts;
  let at = 0;
  starts = Array.from(edgeLength, (length) => {
    at += length;
    return at - length;
  });
  return starts;
}
