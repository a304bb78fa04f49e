import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import type { idTokenProblem } from '../../../src/oauth/id-token-rules.ts';
import type { introspectionProblem } from '../../../src/oauth/introspection-rules.ts';
import type * as token from '../../../src/oauth/token-rules.ts';
import type * as userinfo from '../../../src/oauth/userinfo-rules.ts';

const FILES = [
  'plain-text.js',
  'json-body.js',
  'odd-value.js',
  'token-rules.js',
  'id-token-rules.js',
  'introspection-rules.js',
  'userinfo-rules.js',
];

const FUNCTIONS = [
  'accessTokenProblem',
  'tokenTypeProblem',
  'secondsOf',
  'lifetimeProblem',
  'refreshTokenProblem',
  'scopesOf',
  'scopeProblem',
  'idTokenPresenceProblem',
  'idTokenProblem',
  'introspectionProblem',
  'userinfoClaims',
  'userinfoProblem',
  'memberIdOf',
];

type Rules = Pick<
  typeof token,
  | 'accessTokenProblem'
  | 'tokenTypeProblem'
  | 'secondsOf'
  | 'lifetimeProblem'
  | 'refreshTokenProblem'
  | 'scopesOf'
  | 'scopeProblem'
  | 'idTokenPresenceProblem'
> &
  typeof userinfo & {
    readonly idTokenProblem: (
      ...given: [...Parameters<typeof idTokenProblem>, leftHalf: (bits: number, text: string) => string]
    ) => string;
    readonly introspectionProblem: typeof introspectionProblem;
  };

/** The rules as the collections embed them, run outside of a sandbox: they need nothing of it but Buffer. */
export const scriptRules: Rules = runInNewContext(
  `${FILES.map((file) => readFileSync(new URL(`../../../scripts/${file}`, import.meta.url), 'utf8')).join('\n')}
({ ${FUNCTIONS.join(', ')} })`,
  { Buffer },
);

export function leftHalf(bits: number, text: string): string {
  const hash = createHash(`sha${bits}`).update(text, 'ascii').digest();
  return hash.subarray(0, hash.length / 2).toString('base64url');
}
