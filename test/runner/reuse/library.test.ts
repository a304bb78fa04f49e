import { expect, test } from 'vitest';
import { collectionsFor } from '../../../src/collection/collections.ts';
import { linkedin } from '../../../src/providers/linkedin.ts';
import { parseProfileDocument } from '../../../src/providers/profile-file.ts';
import { createAgents } from '../../../src/runner/newman.ts';
import type { FlowResult } from '../../../src/runner/result.ts';
import { reuseFor } from '../../../src/runner/reuse/reuse.ts';
import { createSandboxes } from '../../../src/runner/reuse/sandboxes.ts';
import { runCollection } from '../../../src/runner/run-collection.ts';
import { json, startCannedServer } from '../../support/canned-server.ts';
import { callback } from '../../support/sign-in-run.ts';
import { requestFor, testIo } from '../support.ts';

/** A refusal that one provider explains and the other does not. */
const refusal = {
  error: 'access_denied',
  error_description: 'This application is not allowed to create application tokens',
};

function shown(flow: FlowResult) {
  return flow.steps.map(({ name, outcome, skipReason, assertions }) => ({
    name,
    outcome,
    skipReason,
    assertions,
  }));
}

test('two providers and both flows, side by side in one sandbox, show what they show in fresh ones', async () => {
  const server = await startCannedServer(() => ({
    'GET /authorize': callback,
    'POST /token': () => json(refusal, 401),
    'GET /userinfo': () => json({}, 401),
  }));
  const { origin } = server;
  const other = parseProfileDocument(
    {
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      userinfo_endpoint: `${origin}/userinfo`,
      grant_types_supported: ['authorization_code', 'client_credentials'],
    },
    'other',
  );
  const flows = [linkedin, other].flatMap((profile) =>
    collectionsFor(profile, ['client-credentials', 'three-legged']),
  );
  const environment = {
    values: Object.entries({
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      userinfo_endpoint: `${origin}/userinfo`,
      redirect_uri: `${origin}/callback`,
      client_id: 'client',
      client_secret: 'the-client-secret',
      username: 'ann',
      password: 'the-password',
    }).map(([key, value]) => ({ key, value })),
  };
  const requests = flows.map(({ collection }) => ({
    ...requestFor(origin, []),
    collection,
    environment,
  }));
  try {
    const fresh: ReturnType<typeof shown>[] = [];
    for (const request of requests) fresh.push(shown(await runCollection(request, testIo())));
    const messages = fresh.map((steps) => JSON.stringify(steps));
    expect(messages[0]).toContain('This application is not allowed');
    expect(new Set(messages).size).toBe(flows.length);

    const sandboxes = createSandboxes(30_000);
    const agents = createAgents();
    const once = async (request: (typeof requests)[number]) =>
      shown(await runCollection(request, testIo(), {}, reuseFor(request.collection, { sandboxes, agents })));
    const shared = await Promise.all([...requests, ...requests].map(once));
    expect(shared).toEqual([...fresh, ...fresh]);
  } finally {
    await server.close();
  }
});
