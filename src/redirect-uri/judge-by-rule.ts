import { isBanned } from './bans.ts';
import { type UriPair, withLeniency } from './leniencies.ts';
import type {
  ApplicationType,
  Ban,
  Leniency,
  RedirectUriRule,
  RuleElement,
  Unseen,
  Way,
} from './provider-rule.ts';
import { covers } from './ways.ts';

/** What a provider says to a redirect_uri, by its own rule. */
export interface RuleVerdict {
  readonly verdict: 'accepted' | 'refused' | 'not known';
  /** The elements of the rule that decided; empty where no way covers the value, or there is no rule. */
  readonly by: readonly RuleElement[];
  /** The registered value that covers the requested one. */
  readonly registered?: string;
  /** Under which condition the verdict holds, or would be another: a clause such as "as long as …". */
  readonly condition?: string;
}

/**
 * What the standards ask of every server: the same text (RFC 6749 section 3.1.2.3, RFC 9700 section 2.1), except for
 * the port of a loopback address of a native application (RFC 8252 section 7.3).
 */
export const strictRule: RedirectUriRule = {
  leniencies: [{ ignores: 'port', of: ['127.0.0.1', '[::1]'], registered: 'any', for: ['native'] }],
  ways: [{ way: 'same text' }],
};

/**
 * Says whether a provider accepts a redirect_uri, by its own rule.
 *
 * @param rule undefined where no source tells the provider's rule: then the verdict is open
 * @param registered the values as they stand in the provider's form; none: the verdict is open unless a ban decides
 * @param applicationType left out: that of a web application, with a condition where another one is judged otherwise
 */
export function judgeByRule(
  rule: RedirectUriRule | undefined,
  requested: string,
  registered: readonly string[],
  applicationType?: ApplicationType,
): RuleVerdict {
  if (rule === undefined) return { verdict: 'not known', by: [] };
  const verdict = judgeFor(applicationType ?? 'web', rule, requested, registered);
  if (applicationType !== undefined) return verdict;
  const others = typesOf(rule)
    .filter((type) => type !== 'web')
    .map((type) => ({ type, ...judgeFor(type, rule, requested, registered) }))
    .filter((other) => other.verdict !== verdict.verdict);
  return withCondition(
    verdict,
    others.map((other) => `for an application of the type "${other.type}" the verdict is "${other.verdict}"`),
  );
}

function judgeFor(
  type: ApplicationType,
  { bans = [], leniencies = [], ways, alsoNeeds = [] }: RedirectUriRule,
  requested: string,
  registered: readonly string[],
): RuleVerdict {
  const applies = (element: RuleElement) => element.for?.includes(type) ?? true;
  const broken = bans.filter((ban) => applies(ban) && isBanned(requested, ban));
  const certain = broken.find(({ when }) => when === undefined || when.usually === 'on');
  if (certain !== undefined) return refusedBy(certain);
  if (registered.length === 0) return { verdict: 'not known', by: [] };
  const match = bestMatch(leniencies.filter(applies), ways.filter(applies), requested, registered);
  const doubtful = broken.flatMap(({ when }) => (when === undefined ? [] : [when]));
  const unknown = doubtful.find(({ usually }) => usually === 'unknown');
  if (match.verdict !== 'refused' && unknown !== undefined) {
    return withCondition({ ...match, verdict: 'not known', by: broken }, [`unless ${unknown.clause}`]);
  }
  if (match.verdict !== 'accepted') return match;
  return withCondition(match, [
    ...doubtful.map(({ clause }) => `unless ${clause}`),
    ...alsoNeeds.map((clause) => `as long as ${clause}`),
  ]);
}

function refusedBy(ban: Ban): RuleVerdict {
  return withCondition({ verdict: 'refused', by: [ban] }, ban.when ? [`as long as ${ban.when.clause}`] : []);
}

/** What must be so for a match: the likelier it is, the better. */
const LIKELIHOOD = [undefined, 'on', 'unknown', 'off'] as const;

/** Looks for a match that needs nothing unseen first, then for one that needs what is usual, and so on. */
function bestMatch(
  leniencies: readonly Leniency[],
  ways: readonly Way[],
  requested: string,
  registered: readonly string[],
): RuleVerdict {
  for (const [rank, usually] of LIKELIHOOD.entries()) {
    const isAllowed = ({ when }: RuleElement) => LIKELIHOOD.indexOf(when?.usually) <= rank;
    for (const value of registered) {
      const found = match(
        { requested, registered: value },
        leniencies.filter(isAllowed),
        ways.filter(isAllowed),
      );
      if (found !== undefined) return matched(found, value, usually);
    }
  }
  return { verdict: 'refused', by: [] };
}

interface Match {
  readonly by: readonly (Leniency | Way)[];
  readonly isCertain: boolean;
}

function matched(
  { by, isCertain }: Match,
  registered: string,
  usually: Unseen['usually'] | undefined,
): RuleVerdict {
  const clauses = by.flatMap(({ when }) => (when === undefined ? [] : [when.clause]));
  const found = { by, registered };
  if (usually === 'off')
    return withCondition(
      { verdict: 'refused', by },
      clauses.map((clause) => `unless ${clause}`),
    );
  if (!isCertain) return { ...found, verdict: 'not known' };
  if (usually === 'unknown')
    return withCondition(
      { verdict: 'not known', ...found },
      clauses.map((clause) => `accepted if ${clause}`),
    );
  return withCondition(
    { verdict: 'accepted', ...found },
    clauses.map((clause) => `as long as ${clause}`),
  );
}

/** The first way that covers the pair, with only those leniencies that it needs. */
function match(pair: UriPair, leniencies: readonly Leniency[], ways: readonly Way[]): Match | undefined {
  let open: Way | undefined;
  for (const way of ways) {
    const isCovered = (used: readonly Leniency[]) => covers(used.reduce(withLeniency, pair), way) === true;
    if (isCovered(leniencies) || isCovered([])) {
      const needed = isCovered([]) ? [] : withoutNeedless(leniencies, isCovered);
      return { by: [...needed, way], isCertain: true };
    }
    if (covers(pair, way) === undefined) open ??= way;
  }
  return open === undefined ? undefined : { by: [open], isCertain: false };
}

function withoutNeedless(
  leniencies: readonly Leniency[],
  isEnough: (used: readonly Leniency[]) => boolean,
): readonly Leniency[] {
  let needed = leniencies;
  for (const leniency of leniencies) {
    const fewer = needed.filter((other) => other !== leniency);
    if (isEnough(fewer)) needed = fewer;
  }
  return needed;
}

function typesOf({ bans = [], leniencies = [], ways }: RedirectUriRule): ApplicationType[] {
  return [...new Set([...bans, ...leniencies, ...ways].flatMap((element) => element.for ?? []))];
}

function withCondition(verdict: RuleVerdict, clauses: readonly string[]): RuleVerdict {
  const all = [...(verdict.condition === undefined ? [] : [verdict.condition]), ...clauses];
  return all.length === 0 ? verdict : { ...verdict, condition: all.join('; ') };
}
