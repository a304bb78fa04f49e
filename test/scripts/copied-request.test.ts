import { expect, test } from 'vitest';
import { collectionsFor } from '../../src/collection/collections.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { json, startCannedServer } from '../support/canned-server.ts';
import { failuresOf, runPlain } from '../support/plain-newman.ts';

const LACK = 'The pre-request script of the collection is missing: copy it, too.';

interface Item {
  readonly name: string;
  readonly item?: readonly Item[];
}

function itemsOf(made: { readonly collection: object } | undefined): readonly Item[] {
  return (made?.collection as { readonly item: readonly Item[] } | undefined)?.item ?? [];
}

test('a request that was copied without the library of its collection says what it lacks, and is not sent', async () => {
  const server = await startCannedServer(() => ({ 'POST /token': () => json({}) }));
  const [made] = collectionsFor(linkedin, ['client-credentials']);
  const run = await runPlain(
    { info: {}, item: itemsOf(made).slice(0, 1) },
    { token_endpoint: `${server.origin}/token`, client_id: 'client', client_secret: 'secret' },
  );
  await server.close();
  expect(failuresOf(run)).toEqual([`Request an application token: ${LACK}`]);
  expect(server.received).toEqual([]);
});

test('one that nothing comes of is sent, and fails all the same', async () => {
  const server = await startCannedServer(() => ({ 'POST /token': () => json({}) }));
  const [made] = collectionsFor(linkedin, ['error-responses']);
  const run = await runPlain(
    { info: {}, item: itemsOf(made)[0]?.item?.slice(0, 1) },
    { token_endpoint: `${server.origin}/token` },
  );
  await server.close();
  expect(failuresOf(run)[0]).toBe(`A client_id that nobody has: ${LACK}`);
});

test('a request without a script in front says so after it', async () => {
  const server = await startCannedServer(() => ({ 'GET /v2/userinfo': () => json({}, 401) }));
  const [made] = collectionsFor(linkedin, ['client-credentials']);
  const run = await runPlain(
    { info: {}, item: itemsOf(made).slice(-1) },
    { api_base_url: server.origin, userinfo_endpoint: `${server.origin}/v2/userinfo` },
  );
  await server.close();
  expect(failuresOf(run)).toEqual([`See an invalid token rejected: ${LACK}`]);
});
