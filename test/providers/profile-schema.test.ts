import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { discoveryDocument } from '../../src/providers/linkedin/metadata.ts';
import { profileFileSchema } from '../../src/providers/profile-file.ts';
import { testIo } from '../support/io.ts';

const committed = new URL('../../schemas/profile.schema.json', import.meta.url);

test('the committed schema is the one that the code makes', async () => {
  const io = testIo();
  expect(await main(['schema', 'profile'], io, '0.0.0')).toBe(0);
  expect(await readFile(committed, 'utf8'), 'Run "npm run schemas" and commit the result').toBe(io.written());
});

describe('an editor that knows JSON Schema', () => {
  const validate = new Ajv2020({ formats: { uri: true } }).compile(profileFileSchema());

  test('takes a saved discovery document', () => {
    expect(validate(discoveryDocument)).toBe(true);
  });

  test('takes members that it does not know in the document, and refuses them in "legwork"', () => {
    expect(validate({ ...discoveryDocument, $schema: './profile.schema.json', legwork: { name: 'A' } })).toBe(
      true,
    );
    expect(validate({ ...discoveryDocument, legwork: { nmae: 'A' } })).toBe(false);
  });

  test('finds a description at every member', () => {
    expect(withoutDescription(profileFileSchema(), '')).toEqual([]);
  });
});

interface SchemaNode {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

function withoutDescription(node: SchemaNode, path: string): string[] {
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, member]) => [
      ...(member.description ? [] : [`${path}.${name}`]),
      ...withoutDescription(member, `${path}.${name}`),
    ]),
    ...(node.items ? withoutDescription(node.items, `${path}[]`) : []),
  ];
}
