import type { ErrorLiteral, Mark, ProviderFacts } from './facts.ts';
import { type FoundLiteral, findLiterals, literalIn } from './find-literals.ts';
import { providerOfHost } from './provider-of-host.ts';

/** A provider, and by what it was recognized. */
export interface RecognizedProvider {
  readonly facts: ProviderFacts;
  /** A clause with what stands in the text: `by its text "…"`. */
  readonly reason: string;
}

const KINDS: Readonly<Record<Mark['kind'], string>> = {
  'error number': 'by the error number',
  'error code': 'by the error code',
  member: 'by the member',
  header: 'by the header',
  page: 'by the page, which says',
};

const ARRIVALS: Readonly<Record<ErrorLiteral['arrival'], string>> = {
  page: 'by the page, which says',
  redirect: 'by its text',
  'redirect to the registered URI': 'by its text',
  'own error URL': 'by its text',
  JSON: 'by its text',
  'form-encoded': 'by its text',
  log: 'by the line of its log',
  client: 'by the text',
};

/**
 * Whose error response a text is: by a text that only one provider writes, then by an error number, a header or a
 * member, then by the host of a URL. Where two are named, nobody is claimed.
 *
 * @param text what a person would read, with headers and URLs
 * @param all the atlas
 */
export function recognizeProvider(
  text: string,
  all: readonly ProviderFacts[],
): RecognizedProvider | undefined {
  const byText = findLiterals(text, all)
    .filter(({ literal }) => literal.recognition === 'identifies')
    .map(({ provider, literal, words }) => ({
      facts: provider,
      reason: `${reasonFor(literal)} "${short(words)}"`,
    }));
  const byMark = all.flatMap((facts) =>
    (facts.marks ?? []).flatMap((mark) => {
      const found = literalIn(text, mark.text);
      return found === undefined ? [] : [{ facts, reason: `${KINDS[mark.kind]} ${short(found.words)}` }];
    }),
  );
  for (const found of [byText, byMark, byHost(text, all)]) {
    const [first] = found;
    if (first !== undefined) return found.every(({ facts }) => facts === first.facts) ? first : undefined;
  }
  return undefined;
}

function reasonFor({ text, arrival }: ErrorLiteral): string {
  return /^[A-Z]{3,8}\d+\w*$/.test(text) ? 'by the error number' : ARRIVALS[arrival];
}

/** The literals that may be said of a text: those of the provider that it comes from, and those that nobody owns. */
export function literalsOf(
  text: string,
  all: readonly ProviderFacts[],
  provider: ProviderFacts | undefined,
): FoundLiteral[] {
  return findLiterals(text, all).filter(
    (found) => found.provider === provider || found.literal.recognition === 'shared',
  );
}

/** URLs in a text whose host only one provider answers at, and which belong to its OAuth. */
function byHost(text: string, all: readonly ProviderFacts[]): RecognizedProvider[] {
  return urlsIn(text).flatMap((url) => {
    const facts = providerOfHost(url.hostname, all);
    return facts !== undefined && belongsToOAuth(url, facts)
      ? [{ facts, reason: `by the host ${url.hostname}` }]
      : [];
  });
}

/** URLs in a text, apart from those that are the value of a redirect_uri: they are the application's own. */
function urlsIn(text: string): URL[] {
  const own =
    /(?:redirect_?ur[il]|callback|requested|registered)["']?\s{0,3}[=:]\s{0,3}["']?https?[^\s"'<>]{0,2000}/gi;
  return [...text.replace(own, ' ').matchAll(/https?:\/\/[^\s"'<>()[\]{}\\]{1,2000}/gi)]
    .slice(0, 50)
    .flatMap(([found]) => (URL.canParse(found) ? [new URL(found)] : []));
}

/**
 * Whole web sites have a host, too, and are linked to for other reasons (the code on github.com): there only a path next to an
 * endpoint counts.
 */
function belongsToOAuth(url: URL, { endpoints }: ProviderFacts): boolean {
  const labels = url.hostname.replace(/^www\./, '').split('.');
  if (labels.length > 2) return true;
  return Object.values(endpoints).some((endpoint) => {
    const known = endpoint?.value.replace(/\{\w+\}/g, 'x');
    if (known === undefined || !URL.canParse(known)) return false;
    const { hostname, pathname } = new URL(known);
    const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
    const isNear = folder.length > 1 ? url.pathname.startsWith(folder) : url.pathname === pathname;
    return hostname.replace(/^www\./, '') === labels.join('.') && isNear;
  });
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 100)}...` : line;
}
