/** Functions of the files that are embedded in front of a script; the flow names them, see src/flows. */
declare function explain(error: string, text: string): string;
declare function readable(text: string): string;
declare function excerpt(text: string): string;
declare function encodeForm(fields: string[][]): string;
declare function isPlainText(value: unknown): boolean;
declare function skip(reason: string): void;
declare function refuse(what: string): void;
declare function dropEmptyParameters(): void;
declare function renewIfStale(): void;
