import { nearest } from '../nearest.ts';
import { splitScope } from '../oauth/scope.ts';
import type { ProviderFacts, ScopeFact } from '../providers/facts.ts';
import type { Profile } from '../providers/profile.ts';
import { type Problem, problem } from './diagnosis.ts';

/** What is wrong with a scope value, in its form and by what the provider grants. */
export function scopeProblems(
  value: string,
  { scopes: known, facts }: Pick<Profile, 'scopes'> & Partial<Pick<Profile, 'facts'>>,
): Problem[] {
  const isTwice = /%(?:20|2B|2C|25)/i.test(value);
  const plain = value.replace(/%(?:25)*20|%(?:25)*2B/gi, ' ').replace(/%(?:25)*2C/gi, ',');
  const tokens = splitScope(plain).slice(0, 50);
  return [
    ...(isTwice
      ? [
          problem('double-encoded-scope', {
            evidence: [`scope  ${value.slice(0, 200)}`, `meant  ${tokens.join(' ')}`],
          }),
        ]
      : []),
    ...(plain.includes(',')
      ? [
          problem('comma-scope', {
            evidence: [`scope  ${value.slice(0, 200)}`, `meant  ${tokens.join(' ')}`],
          }),
        ]
      : []),
    // A provider without a list of its own may have any scope.
    ...(Object.keys(known).length === 0
      ? []
      : tokens.flatMap((token) => granted(token, known, facts?.registration))),
  ];
}

function granted(
  token: string,
  known: Readonly<Record<string, ScopeFact>>,
  pages: Partial<ProviderFacts['registration']> = {},
): Problem[] {
  const fact = Object.hasOwn(known, token) ? known[token] : undefined;
  if (fact === undefined) {
    const near = nearest(token, Object.keys(known));
    const advice = [
      near === undefined ? 'Check the spelling.' : `Did you mean "${near}"?`,
      pages.scopes === undefined ? '' : `${pages.scopes.value} lists the scopes of the application.`,
    ];
    const remedy = advice.join(' ').trim();
    return [problem('unknown-scope', { evidence: [`scope  ${token.slice(0, 100)}`], remedy })];
  }
  if (fact.access === 'retired') return [retired(token, fact, known, pages.products?.value)];
  if (fact.application === true)
    return [problem('application-scope', { evidence: [`scope  ${token}`, `product  ${fact.product}`] })];
  return [];
}

function retired(
  token: string,
  { allows, replacement }: ScopeFact,
  known: Readonly<Record<string, ScopeFact>>,
  page: string | undefined,
): Problem {
  const product = replacement === undefined ? undefined : known[splitScope(replacement)[0] ?? '']?.product;
  return problem('retired-scope', {
    title: `The scope ${token} is retired`,
    evidence: [
      `scope    ${token}: ${allows}`,
      `instead  ${replacement ?? '(nothing)'}`,
      ...(product === undefined ? [] : [`product  ${product}`]),
    ],
    remedy:
      replacement === undefined
        ? 'Leave it out: nothing took its place.'
        : `Ask for "${replacement}" instead, after adding the product "${product}"${page === undefined ? '' : ` (${page})`}.`,
  });
}
