import { mendedRedirectUri } from '../../redirect-uri/corrected-redirect-uri.ts';
import { judgeByRule } from '../../redirect-uri/judge-by-rule.ts';
import { isMasked } from '../../redirect-uri/response-parameters.ts';
import type { NamedText, Problem } from '../diagnosis.ts';
import type { RedirectUriObservation, RedirectUriPair } from './observation.ts';
import { canBeRegistered, type Proposal, proposalFor } from './registrable.ts';

/** What to copy: the one value to use in both places, or the two ways to make both equal. */
export function exactValues(
  observation: RedirectUriObservation,
  { requested, nearest }: RedirectUriPair,
  problems: readonly Problem[],
): NamedText[] {
  if (problems.length === 0) return [];
  const proposal = proposalFor(requested, observation);
  const known = nearest === undefined ? undefined : sendable(nearest.registered, observation);
  if (known === undefined) return proposal === undefined ? [] : both(proposal);
  if (proposal === undefined || proposal.send === known) {
    return observation.registered.includes(known)
      ? [{ name: 'send exactly', text: known }, encoded(known)]
      : both({ register: known, send: known });
  }
  const isAsSent = proposal.send === requested;
  return [
    { name: 'either register exactly', text: proposal.register },
    ...(isAsSent ? [] : [{ name: 'and send exactly', text: proposal.send }]),
    { name: 'or send exactly', text: known },
    encoded(known),
  ];
}

function both({ register, send }: Proposal): NamedText[] {
  return [{ name: 'register exactly', text: register }, { name: 'send exactly', text: send }, encoded(send)];
}

/** What to send so that a registered value covers it: the value itself, unless it is a pattern or a domain. */
function sendable(registered: string, observation: RedirectUriObservation): string | undefined {
  const { provider, applicationType } = observation;
  const uri = mendedRedirectUri(registered);
  if (isMasked(uri) || provider?.registration.takes?.value === 'domain') return undefined;
  if (!canBeRegistered(uri, observation)) return undefined;
  const rule = provider?.redirectUris?.value;
  return rule === undefined || judgeByRule(rule, uri, [uri], applicationType).verdict !== 'refused'
    ? uri
    : undefined;
}

function encoded(uri: string): NamedText {
  return { name: 'in a URL it is written', text: encodeURIComponent(toWellFormed(uri)) };
}

/** A lone half of a surrogate pair cannot be encoded. */
function toWellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
