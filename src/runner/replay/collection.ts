import type { Exchange, FlowResult, RunResult, Step } from '../result.ts';
import type { ItemOf, Sdk, SdkItem } from './sdk.ts';

interface Folder {
  readonly name: string;
  readonly id: string;
  readonly item: (Folder | object)[];
}

/** The run as one collection with a folder for each flow, made from what is in the result and nothing else. */
export function newmanCollection(result: RunResult, sdk: Sdk): { collection: object; items: ItemOf } {
  const flows = result.flows.map((flow, index) => flowFolder(flow, `flow-${index + 1}`));
  const collection = new sdk.Collection({
    info: {
      _postman_id: 'legwork',
      name: `${result.provider} OAuth flows`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: flows.map(({ folder }) => folder),
  });
  const byId = new Map<string, SdkItem>();
  collection.forEachItem((item) => byId.set(item.id, item));
  return {
    collection,
    items: (flow, step) => {
      const id = flows[result.flows.indexOf(flow)]?.ids.get(keyOf(step));
      return id === undefined ? undefined : byId.get(id);
    },
  };
}

function flowFolder(flow: FlowResult, id: string): { folder: Folder; ids: Map<string, string> } {
  const folder: Folder = { name: flow.title, id, item: [] };
  const ids = new Map<string, string>();
  for (const step of flow.steps) {
    const key = keyOf(step);
    if (ids.has(key)) continue;
    ids.set(key, `${id}-item-${ids.size + 1}`);
    const sent = step.exchanges.find(({ by }) => by === 'step');
    folderFor(folder, step.folders).item.push({
      id: ids.get(key),
      name: step.name,
      request: sent === undefined ? { method: step.method, url: step.url } : newmanRequest(sent),
    });
  }
  return { folder, ids };
}

function folderFor(root: Folder, names: readonly string[]): Folder {
  let folder = root;
  for (const name of names) {
    const last = folder.item.at(-1);
    if (last !== undefined && isFolder(last) && last.name === name) {
      folder = last;
      continue;
    }
    const next: Folder = { name, id: `${folder.id}-${folder.item.length + 1}`, item: [] };
    folder.item.push(next);
    folder = next;
  }
  return folder;
}

function isFolder(node: object): node is Folder {
  return 'item' in node;
}

/** A request as Postman writes it. */
export function newmanRequest(exchange: Exchange): object {
  return {
    method: exchange.method,
    url: exchange.url,
    header: exchange.headers.map(({ name, value }) => ({ key: name, value })),
    ...(exchange.form.length > 0
      ? {
          body: {
            mode: 'urlencoded',
            urlencoded: exchange.form.map(({ name, value }) => ({ key: name, value })),
          },
        }
      : exchange.body === undefined
        ? {}
        : { body: { mode: 'raw', raw: exchange.body.text } }),
  };
}

function keyOf(step: Step): string {
  return JSON.stringify([step.folders, step.name]);
}
