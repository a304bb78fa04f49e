/** Functions of the files that are embedded in front of a script; the flow names them, see src/flows. */
// @ts-nocheck

/** Looks at the answer and asserts; called by judge.js or retry.js, which stand behind the file that defines it. */
declare function judge(): void;
declare function explain(code: unknown, words: unknown): string;
declare function readable(text: string): string;
declare function excerpt(text: string): string;
declare function encodeForm(fields: string[][]): string;
declare function jsonBody(text: string): any;
declare function isPlainText(value: unknown): boolean;
declare function skip(reason: string): void;
declare function refuse(what: string): void;
declare function dropEmptyParameters(): void;
declare function renewIfStale(): void;
declare function assertRefusal(wanted: ExpectedRefusal, came: Refused): void;
declare function readJsonRefusal(): Refused;
declare function readPageRefusal(): Refused;
declare function readRedirectRefusal(target: string, state: string): Refused;
declare function redirectTarget(): string;
declare function parseAddress(
  text: string,
): { scheme: string; host: string; path: string; query: string; fragment: string } | null;
declare function resolveAddress(base: string, reference: string): string;
declare function decodeForm(text: string): string[][];
declare function isRedirectUri(address: string): boolean;
declare function withoutQuery(address: string): string;
declare function inert(address: string): string;

/** A refusal as it came, wherever it came. */
interface Refused {
  status: number | undefined;
  /** The server did what it was asked to. */
  accepted: boolean;
  error: string;
  text: string;
  number: number | undefined;
  readable: string;
}
