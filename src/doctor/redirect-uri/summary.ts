import { visible } from '../../redirect-uri/characters.ts';
import type { RuleElement } from '../../redirect-uri/provider-rule.ts';
import { withMaskedValues } from '../../redirect-uri/response-parameters.ts';
import { ruleText } from '../../redirect-uri/rule-text.ts';
import type { NamedText, Problem } from '../diagnosis.ts';
import type { RedirectUriObservation, RedirectUriPair } from './observation.ts';

/** The conclusion in a sentence. */
export function summaryOf(
  observation: RedirectUriObservation,
  pair: RedirectUriPair,
  problems: readonly Problem[],
): string {
  const [first, ...others] = problems;
  const why = first === undefined ? '' : `: ${inSentence(first.title)}`;
  const more = others.length === 0 ? '' : ` And ${others.length} more, below.`;
  const { provider, registered } = observation;
  if (registered.length === 0 && pair.verdict.verdict !== 'refused') {
    return first === undefined
      ? 'The redirect_uri keeps the rules for registering one. Give what is registered with --registered to compare.'
      : `This redirect_uri will be rejected${why}.${more}`;
  }
  if (provider !== undefined) return `${byProvider(provider.name, pair, problems)}${more}`;
  if (pair.verdict.verdict !== 'accepted')
    return `The redirect_uri does not equal a registered value${why}.${more}`;
  const equal = registered.includes(observation.requested)
    ? 'The redirect_uri equals a registered value, character by character'
    : 'The redirect_uri differs from a registered value in the port of a loopback address alone, which does not count for a native application';
  return first === undefined ? `${equal}.` : `${equal}, but${why}.${more}`;
}

function byProvider(
  name: string,
  { verdict: { verdict, condition, by } }: RedirectUriPair,
  problems: readonly Problem[],
): string {
  const [first] = problems;
  switch (verdict) {
    case 'accepted': {
      const rule = by.length > 0 ? ` ${rulesThatDecided(by)}` : '';
      const doubt = condition === undefined ? '' : `, ${condition}`;
      return `${name} accepts this redirect_uri${first === undefined ? '' : `, but ${inSentence(first.title)}`}${doubt}.${first === undefined ? rule : ''}`;
    }
    case 'refused':
      return first === undefined || first.title.startsWith(name)
        ? `${first?.title ?? `${name} rejects this redirect_uri`}.`
        : `${name} rejects this redirect_uri: ${inSentence(first.title)}.`;
    case 'not known':
      return `Whether ${name} accepts this redirect_uri is not known${condition === undefined ? '' : `: ${condition}`}.`;
  }
}

/** "The same text" says nothing where a difference does not count; a condition has been said. */
function rulesThatDecided(by: readonly RuleElement[]): string {
  const telling = by.filter(
    (element) => by.length === 1 || !('way' in element) || element.way !== 'same text',
  );
  return telling.map(({ when: _, ...element }) => ruleText(element)).join(' ');
}

/** A title in the middle of a sentence begins with a small letter, unless its first word is a name. */
function inSentence(title: string): string {
  return /^(?:Postman|OAuth)/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** Both values, whose rule decided, and what it says. */
export function factsOf(
  { requested, registered, provider, applicationType }: RedirectUriObservation,
  { verdict: { verdict, condition, by } }: RedirectUriPair,
): NamedText[] {
  const shown = (value: string) => visible(withMaskedValues(value)) || '(empty)';
  return [
    { name: 'sent', text: shown(requested) },
    ...registered.map((value) => ({ name: 'registered', text: shown(value) })),
    ...(applicationType === undefined ? [] : [{ name: 'application', text: applicationType }]),
    ...(provider === undefined
      ? []
      : [
          { name: 'provider', text: provider.name },
          { name: 'verdict', text: `${verdict}${condition === undefined ? '' : `, ${condition}`}` },
          ...rulesOf(provider, by.map(ruleText)),
        ]),
  ];
}

/** The elements of the rule that decided, or all of them where none covers the value. */
function rulesOf(
  { redirectUris }: NonNullable<RedirectUriObservation['provider']>,
  by: readonly string[],
): NamedText[] {
  if (redirectUris === undefined) return [];
  const { bans = [], leniencies = [], ways } = redirectUris.value;
  const sentences = by.length > 0 ? by : [...ways, ...leniencies, ...bans].map(ruleText);
  const { at, confidence, checked } = redirectUris.source;
  return [
    {
      name: 'rule',
      text: [
        ...sentences,
        ...(redirectUris.condition === undefined ? [] : [`This holds ${redirectUris.condition}.`]),
      ].join(' '),
    },
    { name: 'source', text: `${confidence}, checked ${checked}: ${at}` },
  ];
}
