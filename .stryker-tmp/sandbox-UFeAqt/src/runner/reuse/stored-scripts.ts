// @ts-nocheck
import { createHash } from 'node:crypto';
import { guardTests } from '../guard-tests.ts';
import { noteUnnamed } from './unnamed-parts.ts';

/** A collection whose scripts lie in the sandbox already, and what puts them there. */
export interface StoredScripts {
  /** Names the set of scripts; the same for collections with the same scripts. */
  readonly key: string;
  /** Every script of it is one line that calls the stored one. */
  readonly collection: object;
  /** A script that puts all of them into the sandbox. */
  readonly store: string;
}

/** What scripts are given by the sandbox anew for every run; everything else is JavaScript's own. */
const GIVEN = ['pm', 'console', 'require', 'setTimeout', 'clearTimeout', 'Buffer'];

/**
 * The one object that all scripts of a sandbox share: its modules are loaded once. Nothing of a run is kept in it.
 */
const SHELF = `require('lodash')`;

/** Makes the sandbox leave out what only old scripts use, and spares it the making. */
const FEW_GLOBALS = '"use sandbox2";';

interface Node {
  readonly description?: unknown;
  readonly event?: readonly { readonly script?: { readonly exec?: string | readonly string[] } }[];
  readonly item?: readonly Node[];
  readonly variable?: readonly Described[];
  readonly request?: Described & {
    readonly header?: readonly Described[];
    readonly url?: { readonly query?: readonly Described[] };
    readonly body?: { readonly urlencoded?: readonly Described[] };
  };
}

interface Described {
  readonly description?: unknown;
}

/**
 * Prepares a collection for many runs in the same sandbox: its scripts, guarded, are sent there and compiled once,
 * instead of before every request; texts for people, which no script reads, are left out. Its scripts must use
 * nothing of the sandbox besides `pm`, `console`, `require`, `Buffer` and timers, as those in `scripts/` do.
 */
export function storeScripts(collection: object): StoredScripts {
  const sources: string[] = [];
  const guarded = guardTests(collection) as Node;
  const texts = scriptsOf(guarded);
  const key = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
  const shelf = `${SHELF}['legwork ${key}']`;

  function stored(node: Node): Node {
    return {
      ...withoutDescription(node),
      ...(node.event === undefined ? {} : { event: node.event.map(storedEvent) }),
      ...(node.item === undefined ? {} : { item: node.item.map(stored) }),
      ...(node.variable === undefined ? {} : { variable: node.variable.map(withoutDescription) }),
      ...(node.request === undefined ? {} : { request: storedRequest(node.request) }),
    };
  }
  function storedEvent(event: NonNullable<Node['event']>[number]) {
    const source = sourceOf(event);
    if (source === '') return event;
    sources.push(source);
    const call = `${shelf}[${sources.length - 1}](${GIVEN})`;
    return { ...event, script: { ...event.script, exec: `${FEW_GLOBALS}${noteUnnamed(source)}${call}` } };
  }

  const result = stored(guarded);
  const functions = sources.map((source) => `function (${GIVEN}) { ${source}\n}`);
  return { key, collection: result, store: `${shelf} = [${functions.join(',\n')}];` };
}

function storedRequest(request: NonNullable<Node['request']>) {
  const { header, url, body } = request;
  return {
    ...withoutDescription(request),
    ...(header === undefined ? {} : { header: header.map(withoutDescription) }),
    ...(url?.query === undefined ? {} : { url: { ...url, query: url.query.map(withoutDescription) } }),
    ...(body?.urlencoded === undefined
      ? {}
      : { body: { ...body, urlencoded: body.urlencoded.map(withoutDescription) } }),
  };
}

function scriptsOf(node: Node): string[] {
  return [...(node.event ?? []).map(sourceOf), ...(node.item ?? []).flatMap(scriptsOf)];
}

function sourceOf({ script }: NonNullable<Node['event']>[number]): string {
  const { exec = '' } = script ?? {};
  return (typeof exec === 'string' ? exec : exec.join('\n')).trim();
}

function withoutDescription<Part extends Described>(part: Part): Part {
  const { description: _, ...rest } = part;
  return rest as Part;
}
