/** What takes an option: the name of what is looked at, or `settings` where none is given. */
const TAKEN_BY = {
  requested: ['redirect-uri'],
  registered: ['redirect-uri'],
  'application-type': ['redirect-uri'],
  probe: ['redirect-uri'],
  'client-id': ['redirect-uri', 'token'],
  audience: ['token'],
  scope: ['redirect-uri'],
  target: ['settings', 'redirect-uri'],
  environment: ['collection'],
  'env-file': ['settings', 'redirect-uri'],
  fix: ['collection'],
} as const;

const ONLY_WITH_PROBE = ['client-id', 'scope'] as const;

/**
 * What is wrong with options that mean nothing to what is looked at: whoever types `doctor error --fix` expects
 * something that will not happen. Undefined when all mean something.
 */
export function strayOption(args: Readonly<Record<string, unknown>>): string | undefined {
  const what = typeof args.what === 'string' ? args.what : 'settings';
  const isGiven = (name: string) => args[name] !== undefined && args[name] !== false;
  for (const [name, takers] of Object.entries(TAKEN_BY)) {
    if (!isGiven(name) || (takers as readonly string[]).includes(what)) continue;
    const forms = takers.map((taker) =>
      taker === 'settings' ? '"legwork doctor" alone' : `"doctor ${taker}"`,
    );
    const here = what === 'settings' ? '"legwork doctor" alone' : `"doctor ${what}"`;
    return `The option --${name} is for ${forms.join(' and ')}, not for ${here}.`;
  }
  if (isGiven('probe') || what === 'token') return undefined;
  const stray = ONLY_WITH_PROBE.find(isGiven);
  return stray === undefined ? undefined : `The option --${stray} is for --probe: add it.`;
}
