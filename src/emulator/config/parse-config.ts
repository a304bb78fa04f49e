import { z } from 'zod';
import { failure } from '../../failure.ts';
import { parseJson } from '../../providers/json-text.ts';
import { scenarioNames } from '../scenarios/catalogue.ts';
import type { EmulatorConfig } from './config.ts';

const SCHEMA = 'docs/emulator.md';

const text = z.string().min(1);

const redirectUri = text.superRefine((uri, context) => {
  if (!URL.canParse(uri)) context.addIssue('must be an absolute URL');
  else if (uri.includes('#')) context.addIssue('must not contain a fragment (#)');
});

const app = z.strictObject({
  name: text,
  description: z.string().default(''),
  clientId: text,
  clientSecret: text,
  redirectUris: z.array(redirectUri).min(1),
  sentRedirectUri: text.optional(),
  scopes: z.array(text.regex(/^[^\s,]+$/, 'must be one scope, without spaces and commas')),
  clientCredentials: z.boolean().default(false),
  refreshTokens: z.boolean().default(false),
  nativePkce: z.boolean().default(false),
  scenario: z.enum(scenarioNames).optional(),
  applicationType: z.enum(['web', 'native', 'spa']).optional(),
});

const member = z.strictObject({
  name: text,
  description: z.string().default(''),
  username: text,
  // Shorter ones would be found in innocent requests by the journal.
  password: z.string().min(8),
  givenName: text,
  familyName: text,
  email: z.email(),
  challenge: z.enum(['captcha', 'email-pin', 'app-approval']).optional(),
  pin: text.default('123456'),
});

const config = z.strictObject({
  apps: z.array(app).min(1).superRefine(unique('name')).superRefine(unique('clientId')),
  members: z.array(member).min(1).superRefine(unique('name')).superRefine(unique('username')),
});

/**
 * Reads a configuration of the emulator.
 *
 * @param content the text of a JSON file
 * @param file its name, for messages
 * @throws Failure FILE_NOT_JSON with line and column, FILE_INVALID with the path of every wrong value
 */
export function parseEmulatorConfig(content: string, file: string): EmulatorConfig {
  const result = config.safeParse(parseJson(content, file));
  if (result.success) return result.data;
  const problems = result.error.issues
    .map(({ path, message }) => `  ${jsonPath(path)}: ${message}`)
    .join('\n');
  throw failure('FILE_INVALID', { file, problems, schema: SCHEMA }, { cause: result.error });
}

function jsonPath(path: readonly PropertyKey[]): string {
  return ['$', ...path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))].join('');
}

function unique<Key extends string>(key: Key) {
  return (things: readonly Readonly<Record<Key, string>>[], context: z.RefinementCtx): void => {
    things.forEach((thing, index) => {
      const first = things.findIndex((other) => other[key] === thing[key]);
      if (first === index) return;
      context.addIssue({ code: 'custom', path: [index, key], message: `is used by [${first}] already` });
    });
  };
}
