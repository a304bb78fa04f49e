import { apiErrors as errors } from '../../providers/linkedin/api-errors.ts';
import { LINKEDIN_VERSION, SUPPORTED_MONTHS } from '../../providers/linkedin/resources.ts';
import { ErrorResponse, type ErrorResponseForm } from '../http/error-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import { memberId } from '../state/identity.ts';
import type { IssuedToken } from '../state/state.ts';

const FORM: ErrorResponseForm = { kind: 'api' };
const GATEWAY: ErrorResponseForm = { kind: 'api', headers: { 'x-restli-gateway-error': 'true' } };

type Post = Readonly<Record<string, unknown>>;

/** The month of the LinkedIn-Version header, which everything under /rest/ needs. */
export function versionIsActive({ request }: RequestContext): string {
  const version = request.headers.get('linkedin-version') ?? '';
  if (version === '') throw new ErrorResponse(errors.version_missing, GATEWAY);
  const age = months(LINKEDIN_VERSION) - months(version);
  if (!/^\d{4}(0[1-9]|1[0-2])$/.test(version) || age < 0 || age >= SUPPORTED_MONTHS) {
    throw new ErrorResponse(errors.nonexistent_version, GATEWAY, { version: `${version}01` });
  }
  return version;
}

/** The body is a JSON object with the fields that every post needs. */
export function postIsComplete({ body }: RequestContext, required: readonly string[]): Post {
  const post = parseObject(body);
  if (post === undefined) rejectField('/', 'the body is not a JSON object');
  for (const field of required) {
    if (post[field] === undefined) rejectField(`/${field}`, 'field is required but not found');
  }
  return post;
}

/** The author is the member of the token: a URN, not a bare id. */
export function authorIsTheMember(post: Post, { authorization }: IssuedToken): void {
  const { app, member } = authorization;
  const allowed = member !== undefined && post.author === `urn:li:person:${memberId(app, member)}`;
  if (!allowed) throw new ErrorResponse(errors.author_not_allowed, FORM);
}

function rejectField(path: string, reason: string): never {
  throw new ErrorResponse(errors.invalid_body, FORM, { path, reason });
}

function parseObject(text: string): Post | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Post) : undefined;
  } catch {
    return undefined;
  }
}

function months(version: string): number {
  return Number(version.slice(0, 4)) * 12 + Number(version.slice(4));
}
