import { expect, test } from 'vitest';
import { diagnoseCollection } from '../../src/doctor/collection/diagnose.ts';
import type { CollectionObservation } from '../../src/doctor/collection/observation.ts';
import { readCollection } from '../../src/doctor/collection/read-collection.ts';
import { isSetByScript, resolved } from '../../src/doctor/collection/resolve.ts';
import { linkedin } from '../../src/providers/linkedin.ts';

function observed(json: unknown, environment?: Record<string, string>): CollectionObservation {
  return {
    kind: 'collection',
    profile: linkedin,
    ...readCollection(json),
    ...(environment === undefined ? {} : { environment }),
  };
}

test('variables are replaced as Postman does: environment before collection, again and again, not for ever', () => {
  const observation = observed(
    {
      info: {},
      item: [],
      variable: [
        { key: 'base', value: '{{scheme}}://a.example' },
        { key: 'scheme', value: 'http' },
        { key: 'off', value: 'x', disabled: true },
        { key: 'loop', value: '{{loop}}' },
      ],
    },
    { scheme: 'https' },
  );
  expect(resolved('{{base}}/cb', observation)).toBe('https://a.example/cb');
  expect(resolved('{{off}} {{$guid}} {{nothing}} {{loop}}', observation)).toBe(
    '{{off}} {{$guid}} {{nothing}} {{loop}}',
  );
});

test('requests inherit the scripts of their folders, and name their place', () => {
  const event = (exec: string) => [{ listen: 'test', script: { exec: [exec] } }];
  const observation = observed({
    info: { name: 'c' },
    event: event('one'),
    item: [
      {
        name: 'folder',
        event: event('two'),
        item: [
          {
            name: 'request',
            event: event("pm.environment.set('three', 3)"),
            request: 'https://a.example/x?y=1',
          },
        ],
      },
    ],
  });
  expect(observation.requests).toMatchObject([
    {
      place: 'folder > request',
      method: 'GET',
      address: 'https://a.example/x',
      query: [{ key: 'y', value: '1' }],
      body: 'none',
    },
  ]);
  expect(observation.requests[0]?.test).toBe("one\ntwo\npm.environment.set('three', 3)");
  expect([isSetByScript('three', observation), isSetByScript('four', observation)]).toEqual([true, false]);
});

test('version 2.0, with addresses and settings of another shape, is read as well', () => {
  const observation = observed({
    info: { name: 'old' },
    item: [
      {
        name: 'r',
        request: {
          url: 'https://a.example',
          method: 'post',
          auth: { type: 'oauth2', oauth2: { accessTokenUrl: 'x' } },
          body: { mode: 'raw', raw: 'grant_type=x&code=y' },
        },
      },
    ],
  });
  expect(observation.authorizations[0]?.settings).toEqual({ accessTokenUrl: 'x' });
  expect(observation.requests[0]).toMatchObject({
    method: 'POST',
    fields: [
      { key: 'grant_type', value: 'x' },
      { key: 'code', value: 'y' },
    ],
  });
});

test('secrets in scripts are told from lists of names, and logged responses from logged texts', () => {
  const codesOf = (exec: string, request: object = { url: 'https://id.example/me' }) =>
    diagnoseCollection(
      observed({
        info: { name: 'c' },
        item: [{ name: 'r', event: [{ listen: 'test', script: { exec } }], request }],
      }),
    ).problems.map(({ code }) => code);
  const token = {
    method: 'POST',
    url: 'https://id.example/token',
    body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'client_credentials' }] },
  };
  expect(codesOf("find(['client_secret', 'clientSecretOld'])")).toEqual([]);
  expect(codesOf("pm.environment.set('client_secret', 'Zq8MadeUp4')")).toEqual(['stored-secret']);
  expect(codesOf('console.log({ error, newAccessToken })')).toEqual(['token-logged']);
  expect(codesOf('const data = pm.response.json();\nconsole.log(data);', token)).toEqual(['token-logged']);
  expect(codesOf('const data = pm.response.json();\nconsole.log(data.expires_in);', token)).toEqual([]);
  expect(codesOf('const data = pm.response.json();\nconsole.log(data);')).toEqual([]);
});

test('what is left over in the body of a DELETE makes no token request, and a flag no token', () => {
  const observation = observed({
    info: { name: 'c' },
    item: [
      {
        name: 'r',
        request: {
          method: 'DELETE',
          url: 'https://api.example/policies/1?create_upload_token=true',
          body: { mode: 'urlencoded', urlencoded: [{ key: 'grant_type', value: 'authorization_code' }] },
        },
      },
    ],
  });
  expect(diagnoseCollection(observation).problems).toEqual([]);
});
