import type { FlowRecord, ResultLogIndex } from '../result-log/result-log-index.ts';

/** `10,000` */
export function number(count: number): string {
  return count.toLocaleString('en');
}

/** `1 target`, `10,000 targets` */
export function counted(count: number, what: string): string {
  return `${number(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** `9,000 passed, 1,000 failed`; what did not occur is left out. */
export function outcomesInWords(counts: Readonly<Record<string, number>>): string {
  const words = Object.entries(counts).flatMap(([outcome, count]) =>
    count === 0 ? [] : [`${number(count)} ${outcome.replace('-', ' ')}`],
  );
  return words.join(', ') || 'none';
}

/** `90 %`, rounded down, so that 100 % is said of all alone. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${Math.floor((part / whole) * 1000) / 10} %`;
}

/** `12.5 targets a second`, or a minute where they are few; empty where nothing was timed. */
export function rate(targets: number, milliseconds: number): string {
  return pace(targets, milliseconds, 'targets ');
}

/** `12.5 a second`, as {@link rate}. */
export function pace(targets: number, milliseconds: number, what = ''): string {
  if (milliseconds <= 0 || targets === 0) return '';
  const perSecond = (targets / milliseconds) * 1000;
  const [amount, unit] = perSecond >= 1 ? [perSecond, 'second'] : [perSecond * 60, 'minute'];
  return `${amount >= 100 ? number(Math.round(amount)) : amount.toFixed(1)} ${what}a ${unit}`;
}

/** The records of each cause, in their order. */
export function recordsByCause({ records, causes }: ResultLogIndex): readonly (readonly FlowRecord[])[] {
  const groups: FlowRecord[][] = causes.map(() => []);
  for (const record of records) if (record.cause !== undefined) groups[record.cause]?.push(record);
  return groups;
}

/** All providers, in alphabetical order. */
export function providersOf({ records }: ResultLogIndex): string[] {
  return [...new Set(records.map(({ provider }) => provider))].sort();
}

/** The records of each provider, in alphabetical order. */
export function recordsByProvider({
  records,
}: ResultLogIndex): readonly (readonly [provider: string, records: readonly FlowRecord[]])[] {
  const groups = new Map<string, FlowRecord[]>();
  for (const record of records) {
    const group = groups.get(record.provider);
    if (group === undefined) groups.set(record.provider, [record]);
    else group.push(record);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** A provider of its own for one, `GitHub` and 2 others for several. */
export function providersInWords(providers: readonly string[], otherwise: string): string {
  const [first = otherwise, ...rest] = providers;
  return rest.length === 0 ? first : `${first} and ${counted(rest.length, 'other')}`;
}
