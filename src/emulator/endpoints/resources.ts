import { apiErrors } from '../../providers/linkedin/api-errors.ts';
import { applicationSample, versionedPosts } from '../../providers/linkedin/resources.ts';
import { bearerTokenIsAlive, tokenHasScope, tokenIsOfApplication } from '../checks/bearer.ts';
import { authorIsTheMember, postIsComplete, versionIsActive } from '../checks/posts.ts';
import { ErrorResponse } from '../http/error-response.ts';
import { empty, json } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { memberId, randomDigits } from '../state/identity.ts';
import { memberResource } from './member-resource.ts';

/** GET /v2/me, the older profile API. */
export function me(context: RequestContext): EmulatorResponse {
  const issued = bearerTokenIsAlive(context);
  tokenHasScope(issued, memberResource('Read me').scopes, 'me.GET.NO_VERSION');
  const { app, member, scopes } = issued.authorization;
  if (member === undefined) return json({});
  return json({
    localizedLastName: member.familyName,
    localizedFirstName: member.givenName,
    firstName: localized(member.givenName),
    lastName: localized(member.familyName),
    profilePicture: { displayImage: 'urn:li:digitalmediaAsset:C4D00AAAAbBCDEFGhiJ' },
    id: memberId(app, member),
    ...(scopes.includes('r_basicprofile') && {
      vanityName: member.name,
      localizedHeadline: 'Member of the emulator',
      headline: localized('Member of the emulator'),
    }),
  });
}

/** GET /v2/emailAddress: the address itself comes only with the projection that asks for it. */
export function emailAddress(context: RequestContext): EmulatorResponse {
  const issued = bearerTokenIsAlive(context);
  tokenHasScope(issued, memberResource('Read e-mail address').scopes, 'GET-members /emailAddress');
  const { app, member } = issued.authorization;
  if (member === undefined) return json({ elements: [] });
  const projected = context.query.get('projection')?.includes('handle~') ?? false;
  const handle = `urn:li:emailAddress:${memberId(app, member)}`;
  return json({
    elements: [{ handle, ...(projected && { 'handle~': { emailAddress: member.email } }) }],
  });
}

/** POST /v2/ugcPosts: the id comes in the body and in a header. */
export function ugcPosts(context: RequestContext): EmulatorResponse {
  const issued = bearerTokenIsAlive(context);
  const share = memberResource('Share "Hello LinkedIn API :-)"');
  tokenHasScope(issued, share.scopes, 'ugcPosts.CREATE.NO_VERSION');
  const post = postIsComplete(context, Object.keys(share.body));
  authorIsTheMember(post, issued);
  const id = newShare(context);
  return json({ id }, 201, created(id));
}

/** POST /rest/posts: needs a version; the id comes only in a header. */
export function posts(context: RequestContext): EmulatorResponse {
  const version = versionIsActive(context);
  const issued = bearerTokenIsAlive(context);
  tokenHasScope(issued, versionedPosts.scopes, `posts.CREATE.${version}01`);
  const post = postIsComplete(context, versionedPosts.requiredFields);
  authorIsTheMember(post, issued);
  const id = newShare(context);
  return empty(201, { ...created(id), location: `/posts/${encodeURIComponent(id)}` });
}

/** GET /v2/jobs, the sample request of the page on client credentials: for application tokens only. */
export function jobs(context: RequestContext): EmulatorResponse {
  tokenIsOfApplication(bearerTokenIsAlive(context), 'jobs.GET.NO_VERSION');
  return json(applicationSample.answer);
}

/** Everything else below /v2 and /rest. */
export function unknownResource(): never {
  throw new ErrorResponse(apiErrors.resource_not_found, { kind: 'api' });
}

function localized(text: string) {
  return { localized: { en_US: text }, preferredLocale: { country: 'US', language: 'en' } };
}

function newShare({ emulator }: RequestContext): string {
  return `urn:li:share:${randomDigits(emulator.randomBytes, 19)}`;
}

function created(id: string): Record<string, string> {
  return { 'x-restli-id': id, 'x-linkedin-id': id };
}
