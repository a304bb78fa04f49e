import { type Attack, REQUESTS, type RequestName } from './provider.ts';

/** Those that lead on, and those that a client could take for it (RFC 9110 section 15.4). */
export const STATUSES = [300, 301, 302, 303, 304, 305, 307, 308] as const;

/** Ways to write the place that it leads to: another server, at another port and under another name. */
export const SPELLINGS: Readonly<Record<string, (origin: string, foreign: string) => string>> = {
  'its URL': (_, foreign) => `${foreign}/x`,
  'without a scheme': (_, foreign) => `${foreign.slice('http:'.length)}/x`,
  backslashes: (_, foreign) => `\\\\${foreign.slice('http://'.length)}/x`,
  'as the user name': (origin, foreign) => `${origin}@${foreign.slice('http://'.length)}/x`,
};

/** Every status at every request; those that clients follow in every spelling, the others in all of them when asked. */
export function redirects(foreign: string, inAllSpellings: boolean): Attack[] {
  return (Object.keys(REQUESTS) as RequestName[]).flatMap((at) =>
    STATUSES.flatMap((status) =>
      Object.values(SPELLINGS)
        .slice(0, inAllSpellings || status === 303 || status === 307 ? undefined : 1)
        .map((spell, index) => ({
          id: `${at.replace(' ', '-')}-${status}-${index}`,
          at,
          reply: (origin: string) => ({ status, headers: { location: spell(origin, foreign) } }),
        })),
    ),
  );
}
