// @ts-nocheck
import type { ApiResource } from '../profile.ts';

/** Newest known version of the versioned API (September 2026); each month is supported for at least a year. */
export const LINKEDIN_VERSION = '202608';

const RESTLI = { 'X-Restli-Protocol-Version': '2.0.0' } as const;

/** Requests that a member's token allows, by scope. Only /rest/… needs the LinkedIn-Version header. */
export const memberResources = [
  {
    name: 'Read userinfo',
    description:
      'Asks who the member is, by OpenID Connect. `sub` is the member id for this application; the author of a post is `urn:li:person:` followed by it.',
    method: 'GET',
    url: '{{userinfo_endpoint}}',
    scopes: ['openid'],
    headers: {},
    status: 200,
    members: ['sub'],
    memberId: 'sub',
    source:
      'https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2',
  },
  {
    name: 'Read me',
    description:
      'Asks who the member is, by the older profile API. Tokens with OpenID scopes alone get 403 here.',
    method: 'GET',
    url: '{{api_base_url}}/v2/me',
    scopes: ['r_liteprofile', 'r_basicprofile'],
    headers: {},
    status: 200,
    members: ['id'],
    memberId: 'id',
    source: 'https://learn.microsoft.com/en-us/linkedin/shared/integrations/people/profile-api',
  },
  {
    name: 'Read e-mail address',
    description:
      'Asks for the e-mail address, by the older API. The member `handle~`, with a tilde, is no typing error.',
    method: 'GET',
    url: '{{api_base_url}}/v2/emailAddress?q=members&projection=(elements*(handle~))',
    scopes: ['r_emailaddress'],
    headers: {},
    status: 200,
    members: ['elements'],
    source: 'https://learn.microsoft.com/en-us/linkedin/shared/integrations/people/primary-contact-api',
  },
  {
    name: 'Share "Hello LinkedIn API :-)"',
    description:
      'Publishes a post in the name of the member. It is sent only when the scope `w_member_social` was granted **and** the variable `publish` is `true`.',
    method: 'POST',
    url: '{{api_base_url}}/v2/ugcPosts',
    scopes: ['w_member_social'],
    headers: RESTLI,
    body: {
      author: 'urn:li:person:{{member_id}}',
      lifecycleState: 'PUBLISHED',
      specificContent: {
        'com.linkedin.ugc.ShareContent': {
          shareCommentary: { text: 'Hello LinkedIn API :-)' },
          shareMediaCategory: 'NONE',
        },
      },
      visibility: { 'com.linkedin.ugc.MemberNetworkVisibility': 'PUBLIC' },
    },
    status: 201,
    members: [],
    idHeader: 'X-RestLi-Id',
    publishes: true,
    source: 'https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/share-on-linkedin',
  },
] as const satisfies readonly ApiResource[];

/** The sample request of LinkedIn's page on client credentials, step 3. */
export const applicationResource = {
  name: 'Call an API',
  description:
    'Calls an API with the application token. Which APIs take one depends on the products of the application: put the address of yours into `application_api_url`.',
  method: 'GET',
  url: '{{application_api_url}}',
  scopes: [],
  headers: {},
  status: 200,
  members: [],
  source: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow',
} as const satisfies ApiResource;

/** The address of that sample request, and an answer of its shape: an empty collection of Rest.li. */
export const applicationSample = {
  path: '/v2/jobs',
  answer: { elements: [], paging: { count: 10, start: 0, links: [] } },
  source: applicationResource.source,
} as const;

/**
 * Posting by the versioned API: needs the LinkedIn-Version header, answers 201 with an empty body.
 * Source: https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
 */
export const versionedPosts = {
  path: '/rest/posts',
  scopes: ['w_member_social', 'w_organization_social'],
  requiredFields: ['author', 'commentary', 'visibility', 'distribution', 'lifecycleState'],
} as const;

/** How many months a version of the API is kept, the newest included (202508 went when 202608 came). */
export const SUPPORTED_MONTHS = 12;
