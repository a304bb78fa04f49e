import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvFile, readPostmanEnvironment } from '../../src/settings/environment-file.ts';
import { missingSettings, settingsFrom } from '../../src/settings/settings.ts';
import { captured } from '../run/run-support.ts';

const none = { env: {}, envFile: {}, environment: {} };

test('the environment comes before the .env file, and that before the Postman environment', () => {
  const sources = {
    env: { LINKEDIN_SCOPE: 'a' },
    envFile: { LINKEDIN_SCOPE: 'b', LINKEDIN_USERNAME: 'b' },
    environment: { scope: 'c', username: 'c', password: 'c' },
  };
  expect(settingsFrom(sources, 'LINKEDIN', [])).toEqual({ scope: 'a', username: 'b', password: 'c' });
});

test('an empty value is none', () => {
  const sources = { ...none, env: { LINKEDIN_SCOPE: '' }, envFile: { LINKEDIN_SCOPE: 'b' } };
  expect(settingsFrom(sources, 'LINKEDIN', [])).toEqual({ scope: 'b' });
});

test('a variable that a flow requires can be set by its name', () => {
  const sources = { ...none, env: { OAUTH_REFRESH_TOKEN: 'r' } };
  expect(settingsFrom(sources, 'OAUTH', ['refresh_token'])).toEqual({ refresh_token: 'r' });
});

test('what is missing is named as the environment variable to set', () => {
  expect(missingSettings('OAUTH', ['client_id', 'scope'], { scope: 'openid' })).toEqual(['OAUTH_CLIENT_ID']);
});

test('a .env file need not be there, unless it was named', async () => {
  const { io } = captured();
  expect(await readEnvFile(undefined, io)).toEqual({});
  await expect(readEnvFile('no.env', io)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});

test('a Postman environment that is no JSON is refused with the place, and without its content', async () => {
  const { io } = captured();
  writeFileSync(
    join(io.cwd, 'mine.json'),
    '{\n  "values": [\n    {"key": "client_secret", "value": hunter22}\n  ]\n}\n',
  );
  const failure = await readPostmanEnvironment('mine.json', io).catch((error: Error) => error.message);
  expect(failure).toMatch(/^mine\.json is not valid JSON: line 3, column 39: /);
  expect(failure).not.toContain('hunter');
});

test('a Postman environment of another shape is refused with every problem', async () => {
  const { io } = captured();
  writeFileSync(
    join(io.cwd, 'mine.json'),
    JSON.stringify({ values: [{ key: '' }, { key: 'a', value: {} }, 5] }),
  );
  await expect(readPostmanEnvironment('mine.json', io)).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message:
      'mine.json does not have the expected shape:\n  values[0].key: expected a name\n  values[1].value: expected text\n  values[2]: expected a variable',
  });
});

test('variables that Postman was told to keep secret are known as secrets', async () => {
  const { io } = captured();
  const values = [
    { key: 'client_id', value: 'an-id-that-nobody-shall-see', type: 'secret' },
    { key: 'scope', value: 'openid', type: 'default' },
    { key: 'old_secret', value: 'switched off', type: 'secret', enabled: false },
  ];
  writeFileSync(join(io.cwd, 'mine.json'), JSON.stringify({ values }));
  expect(await readPostmanEnvironment('mine.json', io)).toEqual({
    values: { client_id: 'an-id-that-nobody-shall-see', scope: 'openid' },
    secrets: ['client_id'],
  });
});

test.each(['\n', '\r\n', '\r'])('a .env file may have any line ends: %j', async (end) => {
  const { io } = captured();
  const lines = [
    '# settings',
    'LINKEDIN_CLIENT_ID=abc',
    'LINKEDIN_SCOPE="openid profile"',
    'LINKEDIN_PASSWORD=p',
    '',
  ];
  writeFileSync(join(io.cwd, '.env'), lines.join(end));
  expect(await readEnvFile(undefined, io)).toEqual({
    LINKEDIN_CLIENT_ID: 'abc',
    LINKEDIN_SCOPE: 'openid profile',
    LINKEDIN_PASSWORD: 'p',
  });
});
