declare const redacted: unique symbol;

/**
 * Text in which every secret that the run knew stands as its name and number, `‹access_token·1›`; it has no control
 * characters. Only a redactor makes it.
 */
export type Redacted = string & { readonly [redacted]: true };
