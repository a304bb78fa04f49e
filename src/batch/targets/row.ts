import type { Place } from '../../places-in.ts';

/** One target as a file has it, before anything in it is checked. Every value is a text, as it was written. */
export interface Row {
  readonly at: Place;
  /** By key; `variables` is an object of its own. What has no value is left out. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** Where a member stands: `['variables', 'tenant']`. That of the row where there is no such member. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** Something that is wrong with a file. */
export interface Problem {
  readonly at: Place;
  /** Never holds a value that may be secret. */
  readonly text: string;
}

/** What a reader made of a file: what could be read, and what could not. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}
