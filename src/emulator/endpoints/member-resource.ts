import { memberResources } from '../../providers/linkedin/resources.ts';

type MemberResource = (typeof memberResources)[number];

/** What is known of one of LinkedIn's resources, by its name: a name that is gone does not compile. */
export function memberResource<Name extends MemberResource['name']>(
  name: Name,
): Extract<MemberResource, { name: Name }> {
  const found = memberResources.find((resource) => resource.name === name);
  return found as Extract<MemberResource, { name: Name }>;
}
