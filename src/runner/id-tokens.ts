import type { RunEvent } from './events.ts';
import { forgedIdToken } from './guards.ts';
import type { Plain } from './plain.ts';
import type { Assertion } from './result.ts';

/** Says why the signature of an id_token does not hold; an empty text where it does. It does not reject. */
export type VerifyIdToken = (idToken: string) => Promise<string>;

/** The id_tokens that a run was given, each once. */
export interface IdTokens {
  readonly take: (event: RunEvent) => void;
  /** One failed check for each that does not hold. */
  readonly verify: (verify: VerifyIdToken) => Promise<Plain<Assertion>[]>;
}

/**
 * Collects id_tokens while a run goes on. A Postman script has no means to verify a signature, so the runner does it:
 * a token that anybody could have written shows nothing (OpenID Connect Core section 3.1.3.7, step 6).
 */
export function createIdTokens(): IdTokens {
  const found = new Set<string>();
  return {
    take(event) {
      if (event.type !== 'sent' && event.type !== 'script-sent') return;
      const token = idTokenIn(event.exchange.answer);
      if (token !== undefined) found.add(token);
    },
    async verify(verify) {
      const problems = await Promise.all([...found].map(verify));
      return problems.filter((problem) => problem !== '').map(forgedIdToken);
    },
  };
}

/** Where an access token came, too, it is a response of a token endpoint; an API may show anything. */
function idTokenIn(answer: { readonly body: string } | undefined): string | undefined {
  if (answer === undefined || !answer.body.includes('"id_token"')) return undefined;
  try {
    const body = JSON.parse(answer.body) as Record<string, unknown> | null;
    const isToken = body?.access_token !== undefined && typeof body.id_token === 'string';
    return isToken && body.id_token !== '' ? (body.id_token as string) : undefined;
  } catch {
    return undefined;
  }
}
