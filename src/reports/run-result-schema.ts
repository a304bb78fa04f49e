import { z } from 'zod';
import type { Redacted } from '../redaction/redacted.ts';
import type { RunResult } from '../runner/result.ts';

const text = z.string();
const count = z.number().int().nonnegative();
const flag = z.boolean();

const field = z.strictObject({ name: text, value: text.describe('Decoded; secrets as their masks.') });
const body = z.strictObject({ text, cut: flag.describe('Only the beginning is there.') });

const assertion = z.strictObject({
  name: text.describe('Names that begin with "legwork: " are checks of the runner itself.'),
  outcome: z.enum(['passed', 'failed', 'skipped']),
  message: text.optional(),
  broken: z.literal(true).optional().describe('The check could not be made; JUnit calls that an error.'),
});

const party = z.enum(['authorization-server', 'callback', 'api']);

const answer = z.strictObject({
  status: count,
  reason: text,
  durationMs: z.number().nonnegative(),
  bytes: count.describe('Size of the body as it came over the wire.'),
  headers: z.array(field),
  cookies: z.array(
    z.strictObject({
      name: text,
      domain: text.optional(),
      path: text.optional(),
      secure: flag,
      httpOnly: flag,
      sameSite: text.optional(),
      deleted: flag,
    }),
  ),
  redirect: z
    .strictObject({
      address: text.describe('Without its parameters.'),
      parameters: z.array(field),
      to: party.describe('"callback" is the redirect_uri, which is never called.'),
    })
    .optional(),
  body: body.optional().describe('Kept where it is JSON, and where the step failed.'),
});

const exchange = z.strictObject({
  by: z.enum(['step', 'script']).describe('"script": sent by pm.sendRequest.'),
  to: z.enum(['authorization-server', 'api']),
  method: text,
  url: text,
  endedAt: z.number().describe('When the answer was there or given up, in milliseconds since 1970.'),
  headers: z.array(field),
  query: z.array(field),
  form: z.array(field),
  body: body.optional(),
  error: text.optional().describe('Why nothing came back.'),
  answer: answer.optional(),
});

const step = z.strictObject({
  name: text,
  folders: z.array(text),
  visit: z.number().int().positive().describe('A request that is repeated has a step for each visit.'),
  method: text,
  url: text,
  outcome: z
    .enum(['passed', 'failed', 'retried', 'skipped', 'not-reached'])
    .describe('"retried": nothing was judged, and the request was sent again.'),
  skipReason: text.optional(),
  attempt: count.optional().describe('Which try it was, from 1, of a request that was tried more than once.'),
  retryReason: text.optional().describe('Why a retried step was not judged.'),
  endOfRetries: text.optional().describe('Why it was not tried again, although its trouble may pass.'),
  exchanges: z.array(exchange),
  explanation: z
    .strictObject({ id: text, title: text, cause: text, remedy: text, page: text })
    .optional()
    .describe('What legwork doctor says of the answer that made the step fail.'),
  assertions: z.array(assertion),
  console: z.array(z.strictObject({ level: z.enum(['log', 'info', 'warn', 'error', 'debug']), text })),
});

const scopes = z.array(text);
const seconds = z.number().describe('Seconds.');

const leg = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('authorization'),
    step: count.describe('Index in steps.'),
    clientId: text,
    responseType: text,
    redirectUri: text.optional(),
    scopeAsked: scopes,
    stateSent: flag,
    pkce: z.enum(['S256', 'plain', 'none']),
  }),
  z.strictObject({
    kind: z.literal('callback'),
    step: count,
    redirectUri: text,
    state: z.enum(['matches', 'differs', 'missing', 'not-asked']),
    codeGiven: flag,
    error: text.optional(),
    errorDescription: text.optional(),
  }),
  z.strictObject({
    kind: z.literal('token'),
    step: count,
    grantType: text,
    clientAuthentication: z.enum(['body', 'basic', 'none']),
    redirectUri: text.optional(),
    sameRedirectUri: flag.optional().describe('Whether it is the one of the authorization request.'),
    codeVerifierSent: flag,
    scopeAsked: scopes,
    given: z
      .strictObject({
        tokenType: text,
        accessToken: z.enum(['opaque', 'jwt']),
        expiresIn: seconds.optional(),
        scope: scopes.optional(),
        refreshToken: flag,
        refreshTokenExpiresIn: seconds.optional(),
        idToken: flag,
      })
      .optional(),
    error: text.optional(),
    errorDescription: text.optional(),
  }),
]);

const flow = z.strictObject({
  flow: text,
  title: text,
  targetName: text.optional().describe('Name of the target, in a run of many.'),
  provider: text.optional().describe("Name of the target's provider, in a run of many."),
  outcome: z.enum(['passed', 'failed', 'not-run']),
  reason: text.optional(),
  interrupted: flag,
  durationMs: z.number().nonnegative(),
  checks: z.array(assertion),
  steps: z.array(step),
  legs: z.array(leg),
  providerId: text.optional().describe('The name that --provider takes.'),
  registeredRedirectUris: z.array(text).optional(),
});

const runResult = z.strictObject({
  version: z.literal(2).describe('Changes when a reader would have to.'),
  tool: text,
  target: z.enum(['emulator', 'live']),
  provider: text,
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  outcome: z.enum(['passed', 'failed', 'incomplete']),
  interrupted: flag,
  flows: z.array(flow),
});

/** Ordinary texts for masked ones, and what may be left out never undefined. */
type Loose<Shape> = Shape extends Redacted
  ? string
  : Shape extends readonly (infer Member)[]
    ? readonly Loose<Member>[]
    : Shape extends object
      ? { readonly [Key in keyof Shape]: Loose<Exclude<Shape[Key], undefined>> }
      : Shape;

/** Does not compile when a member of {@link RunResult} is missing above, or differs. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : never) : never;
const complete: Same<Loose<RunResult>, Loose<z.infer<typeof runResult>>> = true;

/** Whether a value that comes from elsewhere is a flow of a result, through and through. */
export function isFlowResult(value: unknown): boolean {
  return flow.safeParse(value).success;
}

/** The JSON Schema (draft 2020-12) of `report.json`. */
export function runResultSchema(): object {
  return {
    ...z.toJSONSchema(runResult),
    title: 'What a run of legwork showed',
    $comment: complete ? 'Generated by "legwork schema run-result".' : '',
  };
}
