// @ts-nocheck
import { readdirSync, readFileSync } from 'node:fs';
import { postmanToBruno, postmanToBrunoEnvironment } from '@usebruno/converters';
import { expect, test } from 'vitest';

const folder = new URL('../../collections/', import.meta.url);
const files = readdirSync(folder);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

test.each(files.filter((file) => file.endsWith('.postman_collection.json')))(
  'Bruno imports %s without an issue',
  async (file) => {
    const collection = read(file);
    const { issues, collection: converted } = await postmanToBruno(collection);
    expect(issues).toEqual([]);
    const text = JSON.stringify(converted);
    for (const { name } of collection.item) expect(text).toContain(JSON.stringify(name).slice(1, -1));
  },
);

test.each(files.filter((file) => file.endsWith('.postman_environment.json')))(
  'Bruno imports %s and keeps secrets secret',
  (file) => {
    const { variables } = postmanToBrunoEnvironment(read(file)) as {
      variables: { name: string; secret: boolean }[];
    };
    expect(variables.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['client_secret', 'password', 'access_token']),
    );
  },
);
