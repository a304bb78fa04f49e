import { profileDocument } from '../../src/providers/profile-file/profile-document.ts';

/** Commands that read a discovery document and send secrets to what it names. */
export const READERS = {
  run: ['run', '--reporter', 'none', '--flow', 'client-credentials'],
  login: ['login', '--redirect-uri', 'http://127.0.0.1:1/callback', '--timeout', '0.01'],
  token: ['token', 'introspect'],
} as const;

/** What a member is set to: a variable of Postman's that holds a secret, wherever it can stand. */
export interface MetadataAttempt {
  readonly reader: keyof typeof READERS;
  readonly member: string;
  readonly value: (origin: string) => unknown;
}

const VARIABLES = ['{{password}}', '{{client_secret}}'] as const;

const isUrl = (member: string) => /_endpoint$|_uri$|^issuer$/.test(member);

/** Every member of the metadata, for every command that reads it. */
export function metadataAttempts(): MetadataAttempt[] {
  const members = Object.keys(profileDocument.shape).filter((member) => member !== 'legwork');
  return (Object.keys(READERS) as (keyof typeof READERS)[]).flatMap((reader) =>
    members.flatMap((member) => valuesOf(member).map((value) => ({ reader, member, value }))),
  );
}

function valuesOf(member: string): ((origin: string) => unknown)[] {
  // A list is compared with, and sent nowhere: one run shows it.
  if (/_supported$/.test(member)) return [() => [VARIABLES[0], 'client_credentials']];
  return VARIABLES.flatMap((variable) =>
    isUrl(member)
      ? [
          (origin: string) => `${origin}/x?x=${variable}`,
          (origin: string) => `${origin}/${variable}`,
          (origin: string) => `${origin}/x#${encodeURIComponent('{')}${variable}`,
          (origin: string) => origin.replace('127.0.0.1', `${variable}.localhost`),
          (origin: string) => origin.replace('//', `//${variable}@`),
        ]
      : [() => variable],
  );
}
