import type { RetiredEndpoint } from '../providers/facts.ts';

/** The endpoint of a provider's past that a URL goes to. */
export function retiredEndpoint(
  url: string,
  retired: readonly RetiredEndpoint[] = [],
): RetiredEndpoint | undefined {
  const parts =
    url
      .replace(/^https?:\/\//i, '')
      .split(/[?#]/)[0]
      ?.split('/') ?? [];
  return retired.find((endpoint) => {
    const known = endpoint.url.split('/');
    return known.every((part, index) => {
      const given = parts[index] ?? '';
      if (/^\{\w+\}$/.test(part)) return given !== '';
      const isLast = index === known.length - 1;
      return isLast && known.length <= 3 ? given.startsWith(part) : given === part;
    });
  });
}
