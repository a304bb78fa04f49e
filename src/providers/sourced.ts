import type { ErrorLiteral, Fact, ProblemCause, Source } from './facts.ts';

/** A source in a vendor's own documentation, or in the server's own code. */
export function documented(at: string, checked = '2026-11-27'): Source {
  return { at, confidence: 'documented', checked };
}

/** A source that shows what somebody saw: a public report with the provider's own words. */
export function observed(at: string, checked = '2026-11-27'): Source {
  return { at, confidence: 'observed', checked };
}

/** A source in a maintained client library. */
export function library(at: string, checked = '2026-11-27'): Source {
  return { at, confidence: 'library', checked };
}

/** Joins a value with its source. */
export function fact<const Value>(value: Value, source: Source, condition?: string): Fact<Value> {
  return { value, source, ...(condition !== undefined && { condition }) };
}

/** Literals that have everything in common but their text and cause: text → cause. */
export function literals(
  common: Omit<ErrorLiteral, 'text' | 'cause'>,
  causes: Readonly<Record<string, ProblemCause>>,
): ErrorLiteral[] {
  return Object.entries(causes).map(([text, cause]) => ({ ...common, text, cause }));
}
