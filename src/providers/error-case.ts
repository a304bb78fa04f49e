/** Where a refusal shows itself. */
export type ErrorPlace =
  /** a page of the authorization endpoint: the browser is not sent back (RFC 6749 section 4.1.2.1, first paragraph) */
  | 'authorization page'
  /** a redirect to the redirect_uri with `error` (RFC 6749 section 4.1.2.1) */
  | 'authorization redirect'
  /** the login page, or what stands in its place */
  | 'login'
  /** the token endpoint, JSON (RFC 6749 section 5.2) */
  | 'token'
  /** the introspection endpoint (RFC 7662 section 2.3) */
  | 'introspection'
  /** a protected resource (RFC 6750 section 3.1) */
  | 'api';

/** How well a fact is known. */
export type Confidence = 'documented' | 'observed' | 'inferred';

/** One of several causes of the same answer. */
export interface ErrorCause {
  readonly cause: string;
  /** How to tell that it is this one. */
  readonly tell: string;
  readonly remedy: string;
}

/**
 * One way in which a provider says no: what it looks like, why it happens, what to do.
 *
 * Written once; the flow expects it, the script recognises it, the emulator plays it, reports explain it.
 */
export interface ErrorCase {
  readonly place: ErrorPlace;
  /** HTTP status; left out where it is not known or tells nothing (a redirect). */
  readonly status?: number;
  /** Other statuses that documentation or reports name for the same case. */
  readonly otherStatuses?: readonly number[];
  /** `error` of OAuth, or `code` of an API error body. */
  readonly error?: string;
  /** Other spellings of `error` that documentation or reports name for the same case. */
  readonly otherErrors?: readonly string[];
  /** A provider's own number for an API error. */
  readonly serviceErrorCode?: number;
  /**
   * The literal text; `{name}` stands for a value that varies. Left out where each server words the case as it
   * likes (the codes of the RFCs): such a case is recognised by `place` and `error` alone.
   */
  readonly text?: string;
  /** Older or documented wordings of the same case, in the same notation. */
  readonly otherTexts?: readonly string[];
  readonly cause: string;
  readonly remedy: string;
  /** Where one answer has several causes: each with how to tell it from the others, most likely first. */
  readonly causes?: readonly ErrorCause[];
  readonly source: string;
  readonly confidence: Confidence;
  /** Not seen any more; kept because old threads and old servers still show it. */
  readonly past?: true;
}

/**
 * The text of a case with its varying values filled in; empty for a case without a text of its own.
 * A missing value leaves its placeholder standing.
 */
export function errorText(errorCase: ErrorCase, values: Readonly<Record<string, string>> = {}): string {
  return (errorCase.text ?? '').replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => values[name] ?? placeholder,
  );
}

/** Matches nothing, not even the empty text. */
const NOTHING = '(?!)';

/**
 * The source of a regular expression that recognises a text of the case, whatever its varying values are.
 *
 * It is not anchored: pages and descriptions put words around the text. Meant for the `i` flag. A case without a
 * literal text gives a pattern that matches nothing, because one that matches everything would claim each refusal.
 */
export function errorPattern(errorCase: Pick<ErrorCase, 'text' | 'otherTexts'>): string {
  const patterns = [errorCase.text ?? '', ...(errorCase.otherTexts ?? [])]
    .filter(saysSomething)
    .map(textPattern);
  return patterns.length === 0 ? NOTHING : patterns.join('|');
}

/** Whether anything is left of a text when its varying values are taken out. */
function saysSomething(text: string): boolean {
  return text.replace(/\{\w+\}/g, '').trim() !== '';
}

function textPattern(text: string): string {
  return text
    .split(/\{\w+\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('.{0,200}?');
}
