// @ts-nocheck
// zod costs start-up time: this file is imported only when a profile file or an issuer is read.
import { z } from 'zod';
import { failure } from '../failure.ts';
import type { Profile } from './profile.ts';
import { legworkSection } from './profile-file/legwork-section.ts';
import { problemsOf } from './profile-file/problems.ts';
import { profileDocument } from './profile-file/profile-document.ts';
import { profileFromDocument } from './profile-file/profile-from-document.ts';
import { resource } from './profile-file/resource.ts';
import { signIn } from './profile-file/sign-in.ts';

/**
 * Turns a parsed profile file or discovery document into a profile.
 *
 * @param value what JSON.parse gave
 * @param file named in the failure
 * @throws Failure FILE_INVALID with one line for each problem: its path in the file and what is wrong there
 */
export function parseProfileDocument(value: unknown, file: string): Profile {
  const result = profileDocument.safeParse(withoutNulls(value), { reportInput: true });
  if (result.success) return profileFromDocument(result.data);
  const problems = problemsOf(result.error.issues, knownMembers)
    .map((problem) => `  ${problem}`)
    .join('\n');
  throw failure(
    'FILE_INVALID',
    { file, problems, schema: 'legwork schema profile' },
    { cause: result.error },
  );
}

/** The JSON Schema (draft 2020-12) of a profile file, for editors. */
export function profileFileSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(profileDocument, { io: 'input', reused: 'inline' });
  return { $schema, title: 'legwork profile file', ...schema };
}

/** Several servers publish null for an endpoint that they do not have; RFC 8414 wants it left out. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
}

/** The names that may stand where an unknown one stood, by the path of their object. */
function knownMembers(path: string): string[] {
  if (path === 'legwork') return Object.keys(legworkSection.shape);
  if (path === 'legwork.sign_in') return Object.keys(signIn.shape);
  return /^legwork\.resources\[\d+\]$/.test(path) ? Object.keys(resource.shape) : [];
}
