import type { FoundLiteral } from '../../providers/find-literals.ts';
import { pairsIn } from './pairs-in-text.ts';

/** The redirect URIs that an error response tells. */
export interface ToldValues {
  readonly requested?: string;
  readonly registered: readonly string[];
}

/** Reads the values that were sent and that are expected, where a provider tells them, or a log names the request's. */
export function toldValues(everything: string, literals: readonly FoundLiteral[]): ToldValues {
  const told = (name: string) =>
    literals.map(({ values }) => values[name]).find((value) => value !== undefined);
  const requested = cleaned(
    told('requested') ?? parameterIn(everything) ?? pairsIn(everything).get('redirect_uri'),
  );
  const first = cleaned(told('registered'));
  const registered = first === undefined ? [] : [first, ...furtherOnes(everything, literals)];
  return {
    ...(requested !== undefined && looksLikeUri(requested) && { requested }),
    registered: [...new Set(registered)].filter(looksLikeUri),
  };
}

/** The redirect_uri of a URL that stands in the text, decoded. */
function parameterIn(text: string): string | undefined {
  const raw = /[?&]redirect_uri=([^&\s"'<>#]{1,2000})/.exec(text)?.[1];
  if (raw === undefined) return undefined;
  return new URLSearchParams(`x=${raw}`).get('x') ?? undefined;
}

/** A page that lists what is allowed repeats the label in front of each value. */
function furtherOnes(text: string, literals: readonly FoundLiteral[]): string[] {
  return literals.flatMap(({ literal }) => {
    const label = /\}([^{}]+)\{registered\}$/.exec(literal.text)?.[1]?.trim();
    if (!label?.endsWith(':')) return [];
    const pattern = new RegExp(
      `${label.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')}\\s*(\\S{1,2000})`,
      'gi',
    );
    return [...text.matchAll(pattern)].slice(0, 20).map(([, value = '']) => cleaned(value) ?? '');
  });
}

function cleaned(value: string | undefined): string | undefined {
  return value?.replace(/^["'`]|["'`]?[.,;)]?["'`]?$/g, '') || undefined;
}

function looksLikeUri(value: string): boolean {
  return /^[a-z][\w+.-]*:/i.test(value);
}
