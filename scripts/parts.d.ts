/** Functions of the files that stand together in the library of a collection; src/flows/script-files.ts says which. */
declare function judgeOrRetry(retry: ScriptFacts['afterApiCall']['retry'], judge: () => void): void;
declare function authenticateByHeader(): void;
declare function errorsAt(places: readonly string[]): readonly KnownError[];
declare function explain(
  errors: readonly KnownError[],
  code: unknown,
  words: unknown,
  number?: unknown,
): string;
declare function readable(text: string): string;
declare function excerpt(text: string): string;
declare function encodeForm(fields: string[][]): string;
declare function jsonBody(text: string): any;
declare function isInert(text: string): boolean;
declare function isPlainText(value: unknown): boolean;
declare function keepFromServer(name: string, value: unknown): boolean;
declare function inWords(value: unknown): string;
declare function isLeftOut(value: unknown): boolean;
declare function isPlaceholder(text: string): boolean;
declare function shown(value: unknown): string;
declare function accessTokenProblem(status: number | undefined, body: any): string;
declare function tokenTypeProblem(body: any, alike?: readonly string[]): string;
declare function secondsOf(value: unknown): number | undefined;
declare function lifetimeProblem(body: any): string;
declare function refreshTokenProblem(body: any): string;
declare function scopesOf(scope: unknown): string[] | undefined;
declare function scopeProblem(body: any, asked: string[]): string;
declare function idTokenPresenceProblem(body: any, wanted: boolean): string;
/** Seconds that clocks may differ. */
declare const CLOCK_TOLERANCE: number;
declare function readJwt(token: string): { header: any; claims: any; signature: string } | undefined;
declare function isSubject(value: unknown): boolean;
declare function notSubject(value: unknown): string;
declare function audienceProblem(claims: any, clientId: string): string;
declare function idTokenProblem(
  token: string,
  wanted: {
    issuer: string;
    clientId: string;
    accessToken: string;
    algorithms: readonly string[];
    nonce?: string;
    now: number;
  },
  leftHalf: (bits: number, text: string) => string,
): string;
declare function checkIdToken(
  facts: ScriptFacts['afterTokenRequest']['idToken'],
  token: string,
  accessToken: string,
): void;
declare function introspectionProblem(
  status: number | undefined,
  body: any,
  wanted: { clientId: string; issuer: string; subject: string; now: number },
): string;
declare function userinfoClaims(text: string, contentType: string): any;
declare function userinfoProblem(
  claims: any,
  wanted: { issuer: string; clientId: string; subject: string },
): string;
declare function memberIdOf(value: unknown): string | undefined;
declare function skip(reason: string): void;
declare function refuse(what: string): void;
declare function fillIn(template: string): string;
declare function filledIn(entries: Entry[]): string[][];
declare function encodeBody(isWanted: (field: string[]) => boolean): void;
declare function timeLeft(token: string): number;
declare function emptyForRenewal(renewal: ScriptFacts['beforeRenewal']['renewal']): string[];
declare const EARLY: number;
declare function assertRefusal(wanted: ScriptFacts['afterProvocation'], came: Refused): void;
declare function documentedCase(wanted: ScriptFacts['afterProvocation']): { place: string };
declare function readJsonRefusal(): Refused;
declare function readPageRefusal(): Refused;
declare function readRedirectRefusal(target: string, state: string): Refused;
declare function redirectTarget(): string;
declare function parseAddress(
  text: string,
): { scheme: string; host: string; path: string; query: string; fragment: string } | null;
declare function resolveAddress(base: string, reference: string): string;
declare function locationText(header: string): string;
declare function decodeForm(text: string): string[][];
declare function isRedirectUri(address: string): boolean;
declare function withoutQuery(address: string): string;
declare function inert(address: string): string;
declare function hasBraces(host: string): boolean;
declare function bracesInHost(host: string): Error;
declare function carriesCode(address: string, fields?: string[][]): boolean;
declare function strayCode(address: string): Error;
/** See times-sent.js. */
declare function timesSent(
  sent: Record<string, number> | undefined,
  request: unknown[],
): { times: number; sent: Record<string, number> };
declare function nextUrl(address: string, fields?: string[][]): string;

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
