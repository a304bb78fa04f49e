import type { ErrorLiteral, ProviderFacts } from '../../providers/facts.ts';
import type { Dialect } from './dialect.ts';
import type { PlayedArrival } from './situations.ts';
import { type Situation, situations } from './situations.ts';

/** An error response of a provider, still with placeholders. */
export interface DialectError {
  readonly error: string;
  readonly texts: readonly string[];
  readonly status: number;
  readonly arrival: PlayedArrival;
  /** The error URL of the provider, from its path on, where the literal tells it. */
  readonly ownUrl?: string;
}

/**
 * What a provider responds in a situation: what was added for the dialect first, then the first literal that the atlas
 * has for the cause, then what the RFCs say.
 */
export function errorOf({ facts, additions }: Dialect, situation: Situation): DialectError {
  const usual: (typeof situations)[Situation] & { readonly text?: string } = situations[situation];
  const given = additions.errors ?? {};
  // A provider that has no words of its own for a ban says what it says to any other value.
  const isBan = situation === 'banned-redirect-uri';
  const added = (given[situation] ?? (isBan ? given['redirect-uri'] : undefined))?.value ?? {};
  const literals = literalsFor(facts, usual.at, usual.causes, usual.arrival);
  const members = literals.map(({ text }) => membersOf(text)).find((found) => found !== undefined);
  const code = literals.find(({ text }) => isCode(text))?.text;
  const sentence = literals.find(({ text, arrival }) => isSentence(text) && arrival !== 'own error URL');
  const own = literals.find(({ text, arrival }) => arrival === 'own error URL' && text.includes('/'));
  const texts =
    added.texts ??
    [members?.error_description ?? sentence?.text ?? usual.text].filter((text) => text !== undefined);
  const chosen = facts.errors.find(({ text }) => text === texts[0]) ?? own ?? literals[0];
  return {
    error: added.error ?? members?.error ?? code ?? usual.error,
    texts,
    status:
      added.status ??
      chosen?.status ??
      (usual.at === 'token' ? (facts.client.errorStatus?.value ?? usual.status) : usual.status),
    arrival: added.arrival ?? arrivalOf(chosen?.arrival) ?? usual.arrival,
    ...(own !== undefined && { ownUrl: own.text.slice(own.text.indexOf('/')) }),
  };
}

/** A redirect back is for what the person and the application can know of; the rest stays with the provider. */
function literalsFor(
  facts: ProviderFacts,
  at: ErrorLiteral['at'],
  causes: readonly ErrorLiteral['cause'][],
  usual: PlayedArrival,
): ErrorLiteral[] {
  return causes.flatMap((cause) =>
    facts.errors.filter(
      (literal) =>
        literal.at === at &&
        literal.cause === cause &&
        literal.arrival !== 'log' &&
        literal.arrival !== 'client' &&
        (usual !== 'redirect' || literal.arrival.startsWith('redirect')),
    ),
  );
}

function arrivalOf(arrival: ErrorLiteral['arrival'] | undefined): PlayedArrival | undefined {
  if (arrival === 'form-encoded') return 'JSON';
  return arrival === 'log' || arrival === 'client' ? undefined : arrival;
}

/** `"error": "invalid_code"`: members of a JSON object, without its braces. */
function membersOf(
  text: string,
): { readonly error?: string; readonly error_description?: string } | undefined {
  return text.startsWith('"') ? JSON.parse(`{${text}}`) : undefined;
}

function isCode(text: string): boolean {
  return /^[a-z]+(_[a-z]+)+$/.test(text);
}

function isSentence(text: string): boolean {
  return !isCode(text) && membersOf(text) === undefined;
}
