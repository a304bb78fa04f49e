import type { EmulatorConfig } from '../config/config.ts';
import type { State } from '../state/state.ts';
import { type FindAny, findAny } from './find-any.ts';

/** Characters of a name, of a path, and how many names an entry keeps. */
const LONGEST_NAME = 100;
const LONGEST_PATH = 400;
const MOST_NAMES = 60;
/** Shorter secrets stand in ordinary words: they are masked only where they are the whole name. */
const SHORTEST_WITHIN = 6;
const MASK = '(a secret)';

/** What keeps secrets out of the names of the journal, and the journal small. */
export interface JournalNames {
  readonly name: (name: string) => string;
  /** At most {@link MOST_NAMES} names; the last one says how many more there were. */
  readonly names: (names: Iterable<string>) => string[];
  /** A path, each part of it by itself. */
  readonly path: (path: string) => string;
}

interface Known {
  readonly whole: ReadonlySet<string>;
  readonly within: FindAny;
}

/** There may be thousands of members: the search is made once. */
const known = new WeakMap<EmulatorConfig, Known>();

/** Clients put secrets where only names belong, such as a password as the name of a parameter. */
export function journalNames(config: EmulatorConfig, state: State): JournalNames {
  let { whole, within } = known.get(config) ?? {};
  if (whole === undefined || within === undefined) {
    ({ whole, within } = secretsOf(config));
    known.set(config, { whole, within });
  }
  const secrets = { whole, within };
  const isIssued = (text: string) =>
    [state.tokens, state.codes, state.sessions].some((issued) => issued.get(text) !== undefined);
  const isSecret = (text: string) => secrets.whole.has(text) || secrets.within(text) || isIssued(text);
  const mask = (text: string) => (isSecret(text) || isSecret(decoded(text)) ? MASK : text);

  const name = (text: string) => cut(mask(text), LONGEST_NAME);
  return {
    name,
    names(all) {
      const kept: string[] = [];
      let more = 0;
      for (const one of all) {
        if (kept.length < MOST_NAMES) kept.push(name(one));
        else more += 1;
      }
      return more === 0 ? kept : [...kept, `(and ${more} more)`];
    },
    path: (path) => cut(path.split('/').map(mask).join('/'), LONGEST_PATH),
  };
}

function secretsOf({ apps, members }: EmulatorConfig): Known {
  const secrets = [
    ...apps.map(({ clientSecret }) => clientSecret),
    ...members.map(({ password }) => password),
  ]
    .filter((secret) => secret !== '')
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ p: secret }).toString().slice(2),
    ]);
  return {
    whole: new Set(secrets),
    within: findAny(secrets.filter(({ length }) => length >= SHORTEST_WITHIN)),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** After masking: a cut secret would no longer be recognized. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
