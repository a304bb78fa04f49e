// @ts-nocheck
import type { Redacted } from './result.ts';

/** A shape of the result before redaction: ordinary strings where the result has {@link Redacted} ones. */
export type Plain<Shape> = Shape extends Redacted
  ? string
  : Shape extends readonly (infer Member)[]
    ? readonly Plain<Member>[]
    : Shape extends object
      ? { [Key in keyof Shape]: Plain<Shape[Key]> }
      : Shape;
