import type { ScopeFact } from '../facts.ts';

/**
 * LinkedIn's scopes and the product that gives each.
 * Source: https://learn.microsoft.com/en-us/linkedin/shared/authentication/getting-access
 */
export const scopes = {
  openid: {
    product: 'Sign In with LinkedIn using OpenID Connect',
    access: 'self-serve',
    allows: 'an id_token and /v2/userinfo',
  },
  profile: {
    product: 'Sign In with LinkedIn using OpenID Connect',
    access: 'self-serve',
    allows: 'name and picture in /v2/userinfo',
  },
  email: {
    product: 'Sign In with LinkedIn using OpenID Connect',
    access: 'self-serve',
    allows: 'the e-mail address in /v2/userinfo',
  },
  w_member_social: {
    product: 'Share on LinkedIn',
    access: 'self-serve',
    allows: 'posting on behalf of the member',
  },
  r_liteprofile: {
    product: 'Sign In with LinkedIn',
    access: 'retired',
    allows: 'name and picture in /v2/me',
    replacement: 'openid profile',
  },
  r_emailaddress: {
    product: 'Sign In with LinkedIn',
    access: 'retired',
    allows: 'the e-mail address in /v2/emailAddress',
    replacement: 'openid email',
  },
  r_basicprofile: {
    product: 'Advertising API',
    access: 'review',
    allows: 'name, headline and picture in /v2/me',
  },
  r_1st_connections_size: {
    product: 'Advertising API',
    access: 'review',
    allows: 'the number of connections',
  },
  r_ads: { product: 'Advertising API', access: 'review', allows: 'reading ad accounts' },
  rw_ads: { product: 'Advertising API', access: 'review', allows: 'managing ad accounts' },
  r_ads_reporting: { product: 'Advertising API', access: 'review', allows: 'ad reports' },
  r_organization_admin: {
    product: 'Advertising API',
    access: 'review',
    allows: 'reading organization pages and reports',
  },
  rw_organization_admin: {
    product: 'Advertising API',
    access: 'review',
    allows: 'managing organization pages',
  },
  r_organization_social: {
    product: 'Community Management API',
    access: 'review',
    allows: 'reading posts of an organization',
  },
  w_organization_social: {
    product: 'Community Management API',
    access: 'review',
    allows: 'posting on behalf of an organization',
  },
  w_member_social_feed: {
    product: 'Community Management API',
    access: 'review',
    allows: 'comments and reactions of the member',
  },
  r_member_postAnalytics: {
    product: 'Community Management API',
    access: 'review',
    allows: "figures of the member's posts",
  },
  r_member_social: {
    product: 'Community Management API',
    access: 'closed',
    allows: 'reading posts of the member',
  },
  r_marketing_leadgen_automation: { product: 'Lead Sync', access: 'review', allows: 'leads of ad forms' },
  rw_dmp_segments: { product: 'Audiences', access: 'partner', allows: 'audience segments' },
  r_sales_nav_analytics: { product: 'Sales Navigator', access: 'partner', allows: 'usage reports' },
  r_sales_nav_display: { product: 'Sales Navigator', access: 'partner', allows: 'display services' },
  r_sales_nav_validation: {
    product: 'Sales Navigator',
    access: 'partner',
    allows: 'validation of contacts',
    application: true,
  },
  r_sales_nav_profiles: {
    product: 'Sales Navigator',
    access: 'partner',
    allows: 'matching of profiles',
    application: true,
  },
  r_compliance: { product: 'Compliance', access: 'closed', allows: 'archiving member activity' },
  w_compliance: { product: 'Compliance', access: 'closed', allows: 'acting on archived activity' },
  r_profile_basicinfo: { product: 'Verified on LinkedIn', access: 'review', allows: 'basic profile data' },
  r_verify: { product: 'Verified on LinkedIn', access: 'review', allows: 'categories of verification' },
  r_verify_details: { product: 'Verified on LinkedIn', access: 'review', allows: 'details of verification' },
  r_dma_portability_self_serve: {
    product: 'Member Data Portability',
    access: 'review',
    allows: "a member's own data (EU)",
  },
  r_dma_portability_3rd_party: {
    product: 'Member Data Portability',
    access: 'review',
    allows: "a member's data for others (EU)",
  },
  r_member_live: { product: 'Live Events', access: 'partner', allows: 'reading live videos' },
  w_member_live: { product: 'Live Events', access: 'partner', allows: 'live videos on behalf of the member' },
  r_fullprofile: {
    product: 'API v1',
    access: 'retired',
    allows: 'the full profile',
    replacement: 'openid profile',
  },
  r_contactinfo: { product: 'API v1', access: 'retired', allows: 'contact data' },
  rw_nus: { product: 'API v1', access: 'retired', allows: 'network updates', replacement: 'w_member_social' },
  w_share: { product: 'API v1', access: 'retired', allows: 'posting', replacement: 'w_member_social' },
  rw_company_admin: {
    product: 'API v1',
    access: 'retired',
    allows: 'managing company pages',
    replacement: 'rw_organization_admin',
  },
  r_network: { product: 'API v1', access: 'retired', allows: 'connections' },
  w_messages: { product: 'API v1', access: 'retired', allows: 'messages' },
} as const satisfies Record<string, ScopeFact>;
