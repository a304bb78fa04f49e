import { judgeByRule } from './judge-by-rule.ts';
import { withPart } from './leniencies.ts';
import type { ApplicationType, RedirectUriRule } from './provider-rule.ts';
import type { RedirectUriDifference } from './redirect-uri.ts';
import { uriParts } from './uri-parts.ts';

/**
 * Leaves out the differences that a provider does not look at: those that, alone, would not keep it from accepting the
 * value. All of them stay where none would.
 */
export function differencesThatCount(
  differences: readonly RedirectUriDifference[],
  registered: string,
  rule: RedirectUriRule | undefined,
  applicationType: ApplicationType | undefined,
): readonly RedirectUriDifference[] {
  if (rule === undefined) return differences;
  const counting = differences.filter(({ component, requested }) => {
    const alone = withPart(registered, uriParts(registered), component, requested);
    return judgeByRule(rule, alone, [registered], applicationType).verdict !== 'accepted';
  });
  return counting.length === 0 ? differences : counting;
}
