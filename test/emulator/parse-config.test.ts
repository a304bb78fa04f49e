import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { parseEmulatorConfig } from '../../src/emulator/config/parse-config.ts';
import { readEmulatorConfig } from '../../src/emulator/config/read-config.ts';
import { testIo } from '../support/io.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const app = {
  name: 'shop',
  clientId: '78abcdefghijkl',
  clientSecret: 'secret',
  redirectUris: ['http://localhost:8080/cb'],
  scopes: ['openid'],
};
const member = {
  name: 'mia',
  username: 'mia@example.com',
  password: 'long enough',
  givenName: 'Mia',
  familyName: 'Muster',
  email: 'mia@example.com',
};

describe('a configuration', () => {
  test('needs no more than an application and a member', () => {
    expect(parse({ apps: [app], members: [member] })).toEqual({
      apps: [{ ...app, description: '', clientCredentials: false, refreshTokens: false, nativePkce: false }],
      members: [{ ...member, description: '', pin: '123456' }],
    });
  });

  test('may be the default one, written to a file', async () => {
    const file = join(scratchFolder('config'), 'emulator.json');
    await writeFile(file, `\uFEFF${JSON.stringify(defaultConfig)}`);
    expect(await readEmulatorConfig(file, 'emulator.json', testIo())).toEqual(defaultConfig);
  });

  test('that is missing is a failure with its name', async () => {
    await expect(
      readEmulatorConfig('/nowhere/emulator.json', 'emulator.json', testIo()),
    ).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: 'Cannot read emulator.json: there is no such file.',
    });
  });

  test.each([
    ['{"apps": [],}', 'line 1, column 13'],
    ['{\n  "apps": [\n    {"name" "x"}\n  ]\n}', 'line 3, column 13'],
    ['{"apps": [1, 2', 'line 1, column 15'],
    ['', 'line 1, column 1'],
    ['{"a": 01}', 'line 1, column 8'],
    ["{'a': 1}", 'line 1, column 2'],
    ['{}\n{}', 'line 2, column 1'],
  ])('that is not JSON names the place: %s', (text, place) => {
    expect(() => parseEmulatorConfig(text, 'x.json')).toThrowError(
      expect.objectContaining({
        code: 'FILE_NOT_JSON',
        message: expect.stringContaining(`x.json is not valid JSON: ${place}: `),
      }),
    );
  });

  test.each([
    [
      'an unknown scenario',
      { apps: [{ ...app, scenario: 'tea-party' }], members: [member] },
      '$.apps[0].scenario: ',
    ],
    ['a misspelled key', { apps: [{ ...app, clientID: 'x' }], members: [member] }, '$.apps[0]: '],
    [
      'a relative redirect URI',
      { apps: [{ ...app, redirectUris: ['/cb'] }], members: [member] },
      '$.apps[0].redirectUris[0]: must be an absolute URL',
    ],
    [
      'a redirect URI with fragment',
      { apps: [{ ...app, redirectUris: ['http://a/#b'] }], members: [member] },
      '$.apps[0].redirectUris[0]: must not contain a fragment',
    ],
    [
      'scopes in one text',
      { apps: [{ ...app, scopes: ['openid profile'] }], members: [member] },
      '$.apps[0].scopes[0]: must be one scope',
    ],
    [
      'a client id used twice',
      { apps: [app, { ...app, name: 'b' }], members: [member] },
      '$.apps[1].clientId: is used by [0] already',
    ],
    [
      'a short password',
      { apps: [app], members: [{ ...member, password: 'short' }] },
      '$.members[0].password: ',
    ],
    ['no members', { apps: [app], members: [] }, '$.members: '],
    ['another kind of value', [], '$: '],
  ])('with %s names the path and the problem', (_, config, problem) => {
    expect(() => parse(config)).toThrowError(
      expect.objectContaining({ code: 'FILE_INVALID', message: expect.stringContaining(`\n  ${problem}`) }),
    );
  });

  test('with several mistakes names all of them', () => {
    expect(() => parse({ apps: [{ ...app, clientId: 1, scopes: 'openid' }], members: 3 })).toThrowError(
      /\$\.apps\[0\]\.clientId: .*\n.*\$\.apps\[0\]\.scopes: .*\n.*\$\.members: /,
    );
  });
});

function parse(config: unknown) {
  return parseEmulatorConfig(JSON.stringify(config), 'emulator.json');
}
