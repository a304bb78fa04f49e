import { visible } from '../../redirect-uri/characters.ts';
import type { Ban, RuleElement } from '../../redirect-uri/provider-rule.ts';
import { ruleText } from '../../redirect-uri/rule-text.ts';
import { uriParts } from '../../redirect-uri/uri-parts.ts';
import { isBareDomain } from '../../redirect-uri/ways.ts';
import { type Problem, problem } from '../diagnosis.ts';
import { banCodes } from './codes.ts';
import { markedLines } from './marked-lines.ts';
import type { RedirectUriObservation, RedirectUriPair, RedirectUriProvider } from './observation.ts';
import { proposalFor } from './registrable.ts';

/** Why a provider rejects a value by its own rule, or why nobody can say; empty where the components say it all. */
export function providerProblems(
  observation: RedirectUriObservation,
  pair: RedirectUriPair,
  differences: readonly Problem[],
): Problem[] {
  const { provider } = observation;
  if (provider === undefined) return [];
  const { verdict, by, condition } = pair.verdict;
  if (verdict === 'accepted') return [];
  const bans = by.filter((element) => 'ban' in element);
  if (bans.length > 0) return bans.map((ban) => banned(ban, pair, { ...observation, provider }));
  if (pair.nearest === undefined) return [];
  if (provider.registration.takes?.value === 'domain') return domainProblems(pair, provider);
  // A pattern covers whatever its owner wrote: a difference that can be seen is likelier.
  const isPattern = by.some((element) => 'way' in element && element.way === 'pattern');
  if (verdict === 'refused' && isPattern && differences.length > 0) return [];
  if (by.some((element) => element.when !== undefined)) {
    return [
      problem('setting-decides', {
        explanation: `${rules(by)} ${provider.name} ${verdict === 'refused' ? 'rejects the value' : 'decides by that'}${condition === undefined ? '' : `: ${condition}`}.`,
      }),
    ];
  }
  if (verdict === 'not known') {
    const why = by.length > 0 ? { explanation: rules(by) } : {};
    return [problem('rule-not-known', why)];
  }
  return [];
}

function banned(
  ban: Ban,
  { requested, verdict }: RedirectUriPair,
  observation: RedirectUriObservation & { readonly provider: RedirectUriProvider },
): Problem {
  const { provider } = observation;
  const proposal = proposalFor(requested, observation);
  const isCertain = verdict.verdict === 'refused';
  return problem(banCodes[ban.ban], {
    title: `${provider.name} ${isCertain ? 'rejects' : 'may reject'} this redirect_uri, whatever is registered: ${withoutPoint(ruleText(ban))}`,
    evidence: [`sent        ${visible(requested) || '(empty)'}`],
    ...(proposal === undefined
      ? {}
      : { remedy: `Register and send ${visible(proposal.send)} in its place.` }),
  });
}

function withoutPoint(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

function domainProblems(
  { requested, nearest }: RedirectUriPair,
  { name, registration }: RedirectUriProvider,
): Problem[] {
  const registered = nearest?.registered ?? '';
  const host = uriParts(requested).host?.text ?? '';
  const field = registration.field.value;
  if (!isBareDomain(registered)) {
    return [
      problem('domain-expected', {
        evidence: [`sent        ${visible(requested)}`, `registered  ${visible(registered)}`],
        ...(host === '' ? {} : { remedy: `Put the host alone into the field "${field}": ${visible(host)}` }),
      }),
    ];
  }
  return [
    problem('host-differs', {
      evidence: markedLines(host, registered, [], ['host sent', 'registered']),
      explanation: `${name} accepts every URL whose host is the registered domain or one of its sub-domains.`,
      remedy: `Put the host that is sent into the field "${field}", or send a redirect_uri of the registered domain.`,
    }),
  ];
}

function rules(by: readonly RuleElement[]): string {
  return by.map(ruleText).join(' ');
}
