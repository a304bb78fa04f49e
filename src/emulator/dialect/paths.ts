import type { ProviderFacts } from '../../providers/facts.ts';

/** Where the emulator has what providers have at places of their own. */
export const ownPaths = {
  signIn: '/emulator/sign-in',
  consent: '/emulator/consent',
  keys: '/emulator/keys',
  application: '/emulator/application',
} as const;

/** The values that stand in the URLs of an endpoint: `{tenant}`, `{realm}`. */
export type PathValues = Readonly<Record<string, string>>;

/** The path of an endpoint of the atlas, with `{name}` for values of a person's own. */
function pathOf(url: string): string {
  return url.replace(/^(https?:\/\/[^/]+|\{base\})/, '') || '/';
}

/** A function that says whether a path is one of an endpoint, and with which values. */
export function pathMatcher(url: string): (path: string) => PathValues | undefined {
  const names: string[] = [];
  const pattern = pathOf(url)
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(name);
      return '([^/]+)';
    })
    .join('');
  const whole = new RegExp(`^${pattern}$`);
  return (path) => {
    const found = whole.exec(path);
    if (found === null) return undefined;
    return Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? '']));
  };
}

/** The values that a profile has where a person has set none; `profileFromFacts` fills in the same. */
export function usualValues({ variables = {} }: ProviderFacts): PathValues {
  return Object.fromEntries(
    Object.entries(variables).map(([name, { fallback }]) => [name, fallback ?? name]),
  );
}

/** An endpoint of the atlas at the emulator's origin. */
export function atOrigin(origin: string, url: string, values: PathValues): string {
  const path = url.replace(/^(https?:\/\/[^/]+|\{base\})/, '');
  return origin + path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name);
}
