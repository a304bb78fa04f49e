// @ts-nocheck
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { executeRun } from '../../src/commands/run/execute.ts';
import { serve } from '../runner/support.ts';
import { leaksIn, writings } from '../support/writings.ts';
import { argumentsWith, captured, filesIn, flowOf, standIns } from './run-support.ts';

const canaries = {
  secret: 'a+b/c=d%25e:f&g',
  password: 'p"w\'d<x>\\ ünïcode€ & more',
  token: 'AQXdSP_W41_UPs5ioT_t8HESyODB4FqbkJ8LrV_5mff4gPODzOYRAQXdSP_W41',
  idToken: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI3ODJiIn0.c2lnbmF0dXJl',
  code: 'AQTQmah11lalyH65DAIivsjsAQV5P-1VTVVebnLl_SCiyMXo+/=',
  state: 'state-of-the-run-0123456789',
  cookie: 'ajax:7721893491783401-cookie',
  made: 'verifier-made-by-a-script-0123456789',
};

test('no secret is on the terminal or in a report, in any spelling, although scripts shout them', async () => {
  const base = await serve((request, response) => {
    if (request.url?.startsWith('/authorize')) {
      const query = new URLSearchParams({ code: canaries.code, state: canaries.state });
      response.writeHead(302, { location: `https://client.example/callback?${query}` });
    } else if (request.url?.startsWith('/token')) {
      response.setHeader('set-cookie', [`JSESSIONID="${canaries.cookie}"; Path=/; Secure`]);
      response.setHeader('content-type', 'application/json');
      response.write(JSON.stringify({ access_token: canaries.token, id_token: canaries.idToken }));
    }
    response.end();
  });
  const shout = `
    const said = ${JSON.stringify(Object.values(canaries).flatMap(writings))};
    said.forEach(function (text) { console.log(text); console.error({ said: text }); });
    pm.test('fails with a secret: ' + said[0], function () { pm.expect(said.join(' ')).to.equal('nothing'); });
    said.forEach(function (text) { pm.test(text, function () { pm.expect(text).to.equal('x'); }); });
    throw new Error(said.join(' | '));`;
  const parts = standIns(
    [
      flowOf('one', [
        {
          name: 'Shout first',
          before: `pm.environment.set('code_verifier', ${JSON.stringify(canaries.made)});`,
          test: shout,
        },
        { name: 'Authorize', url: '{{base}}/authorize?client_id={{client_id}}&state={{state}}', test: shout },
        {
          name: 'Token',
          method: 'POST',
          url: '{{base}}/token?key={{client_secret}}',
          body: { code: canaries.code },
          test: shout,
        },
        {
          name: 'Read',
          url: '{{base}}/me',
          headers: { Authorization: `Bearer ${canaries.token}` },
          test: shout,
        },
        { name: 'Dead', url: 'http://127.0.0.1:1/{{client_secret}}', test: shout },
      ]),
    ],
    base,
  );
  const startEmulator = async () => ({
    settings: {
      base,
      client_id: 'the-client',
      client_secret: canaries.secret,
      password: canaries.password,
      state: canaries.state,
    },
    close: async () => {},
  });
  const { io, out, err } = captured();
  expect(await executeRun(argumentsWith(), io, { ...parts, startEmulator })).toBe(4);

  const artifacts = filesIn(join(io.cwd, 'reports'));
  expect(leaksIn({ ...artifacts, stderr: err() }, canaries)).toEqual([]);
  // While the run goes on, what a later answer will hand out cannot be known.
  const known = {
    secret: canaries.secret,
    password: canaries.password,
    state: canaries.state,
    made: canaries.made,
  };
  expect(leaksIn({ stdout: out() }, known)).toEqual([]);
  expect(artifacts['report.json']).toContain('‹client_secret·1›');
});
