import type { Io } from '../io.ts';
import { type Keys, publishedKeys, signatureProblem } from '../login/id-token.ts';
import { isSecureUrl } from '../oauth/secure-url.ts';
import type { Profile } from '../providers/profile.ts';
import type { VerifyIdToken } from '../runner/id-tokens.ts';
import type { Variable } from '../runner/request.ts';

/** Verifies the signature of a JSON Web Token by the keys at a `jwks_uri`; the text says why it does not hold. */
type VerifyAt = (url: string, idToken: string) => Promise<string>;

/** Fetches the keys of each URL once for many runs, and again when they do not fit: a provider may have changed them. */
export function createVerifyAt(io: Pick<Io, 'fetch' | 'interrupted'>): VerifyAt {
  const known = new Map<string, Promise<Keys>>();
  async function verify(url: string, idToken: string): Promise<string> {
    const keys = known.get(url) ?? publishedKeys(url, io);
    known.set(url, keys);
    return signatureProblem(idToken, await keys, 'id_token');
  }
  return async (url, idToken) => {
    const wasKnown = known.has(url);
    const problem = await verify(url, idToken);
    if (problem === '' || !wasKnown) return problem;
    known.delete(url);
    return verify(url, idToken);
  };
}

/**
 * Verifies the signature of id_tokens by the keys that the provider publishes; undefined where nobody knows them.
 *
 * @param variables of the run: an environment may lead the collection to another server, with keys of its own
 */
export function idTokenVerifier(
  { metadata }: Pick<Profile, 'metadata'>,
  variables: readonly Variable[],
  verifyAt: VerifyAt,
): VerifyIdToken | undefined {
  const given = (name: string) => variables.find(({ key, value }) => key === name && value !== '')?.value;
  const { token_endpoint: endpoint, jwks_uri: published } = metadata;
  const isElsewhere = (given('token_endpoint') ?? endpoint) !== endpoint;
  const url = given('jwks_uri') ?? (isElsewhere ? undefined : published);
  if (url === undefined || !isSecureUrl(url)) return undefined;
  return (idToken) => verifyAt(url, idToken);
}
