import type { EmulatorConfig } from '../config/config.ts';
import type { RequestContext } from '../http/request-context.ts';
import { type FindAny, findAny } from './find-any.ts';
import { journalNames } from './journal-names.ts';

/** What is remembered of one request: names, never values. No name is a secret, and all are bounded. */
export interface JournalEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** Names of the parameters in the query, then of those in the body. */
  readonly fields: readonly string[];
  /** Where the password of any member was found, raw or form-encoded. */
  readonly passwordIn: 'none' | 'body' | 'query';
  readonly status: number;
  /** The faults that met it, as they were written; left out where there was none. */
  readonly faults?: readonly string[];
}

const MOST_ENTRIES = 1000;

/** Adds an entry, and drops the oldest when there are too many. */
export function record(
  journal: JournalEntry[],
  context: RequestContext,
  status: number,
  faults: readonly string[] = [],
): void {
  const { request, url, query, form } = context;
  const { config, state } = context.emulator;
  const shown = journalNames(config, state);
  journal.push({
    at: context.emulator.now(),
    method: shown.name(request.method),
    host: shown.name(url.host),
    path: shown.path(url.pathname),
    fields: shown.names([...query.keys(), ...form.keys()]),
    passwordIn: passwordPlace(context),
    status,
    ...(faults.length > 0 && { faults }),
  });
  if (journal.length > MOST_ENTRIES) journal.shift();
}

/** A request holds a password, or it does not, for each of very many requests: the search is made once. */
const searches = new WeakMap<EmulatorConfig, FindAny>();

function passwordPlace({ emulator, url, body }: RequestContext): JournalEntry['passwordIn'] {
  const { config } = emulator;
  let holds = searches.get(config);
  if (holds === undefined) {
    holds = findAny(config.members.flatMap(({ password }) => spellings(password)));
    searches.set(config, holds);
  }
  if (holds(url.href)) return 'query';
  return holds(body) ? 'body' : 'none';
}

/** A password as it stands, percent-encoded, form-encoded and in a JSON string. */
function spellings(password: string): string[] {
  return [
    password,
    encodeURIComponent(password),
    new URLSearchParams({ p: password }).toString().slice(2),
    JSON.stringify(password).slice(1, -1),
  ];
}
