// @ts-nocheck
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { RunnerIo, RunRequest, Secret, Variable } from '../../src/runner/request.ts';
import type { Assertion, FlowResult } from '../../src/runner/result.ts';

/** A request of a test collection, in few words. */
export interface Sketch {
  readonly name: string;
  readonly url?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
  readonly before?: string;
  readonly test?: string;
}

export interface Folder {
  readonly name: string;
  readonly item: readonly (Sketch | Folder)[];
}

/** A test that passes and shows that something was asserted. */
export const ASSERTS = "pm.test('is answered', function () { pm.response.to.have.status(200); });";

export function collectionOf(sketches: readonly (Sketch | Folder)[], extra: object = {}): object {
  return {
    info: {
      name: 'test',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: sketches.map(itemOf),
    ...extra,
  };
}

function itemOf(sketch: Sketch | Folder): object {
  if ('item' in sketch) return { name: sketch.name, item: sketch.item.map(itemOf) };
  const events = [
    ['prerequest', sketch.before],
    ['test', sketch.test],
  ].flatMap(([listen, source]) =>
    source === undefined ? [] : [{ listen, script: { type: 'text/javascript', exec: source.split('\n') } }],
  );
  return {
    name: sketch.name,
    event: events,
    protocolProfileBehavior: { followRedirects: false },
    request: {
      method: sketch.method ?? 'GET',
      url: sketch.url ?? '{{base}}/',
      header: Object.entries(sketch.headers ?? {}).map(([key, value]) => ({ key, value })),
      ...(sketch.body === undefined
        ? {}
        : {
            body: {
              mode: 'urlencoded',
              urlencoded: Object.entries(sketch.body).map(([key, value]) => ({ key, value })),
            },
          }),
    },
  };
}

export function requestFor(
  base: string,
  sketches: readonly (Sketch | Folder)[],
  more: {
    variables?: readonly Variable[];
    secrets?: readonly Secret[];
    extra?: object;
  } & Partial<RunRequest> = {},
): RunRequest {
  const { variables = [], secrets = [], extra, ...rest } = more;
  return {
    flow: 'test-flow',
    title: 'Test flow',
    collection: collectionOf(sketches, extra),
    environment: { values: [{ key: 'base', value: base }, ...variables] },
    secrets,
    loopback: true,
    timeouts: { request: 5000, script: 5000, run: 30_000 },
    ...rest,
  };
}

export function testIo(interrupted = new AbortController().signal): RunnerIo {
  return { now: Date.now, interrupted };
}

/** A server on this machine that is closed when the test ends. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end('ok'),
): Promise<string> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Everything that was checked in a flow. */
export function assertionsOf(flow: FlowResult): Assertion[] {
  return [...flow.checks, ...flow.steps.flatMap((step) => step.assertions)];
}

/** Names of what failed. */
export function failuresOf(flow: FlowResult): string[] {
  return assertionsOf(flow)
    .filter((assertion) => assertion.outcome === 'failed')
    .map((assertion) => assertion.name);
}
