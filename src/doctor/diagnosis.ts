import type { ErrorCause } from '../providers/error-case.ts';
import type { ProblemCause } from '../providers/facts.ts';
import { type ProblemCode, problemPage, problems } from './problems/all.ts';
import { causeOf } from './problems/causes.ts';

/** Something that is wrong, as it was found this time. */
export interface Problem {
  readonly code: ProblemCode;
  /** What is wrong, from a fixed list: the same for every provider. */
  readonly cause: ProblemCause;
  readonly title: string;
  readonly explanation: string;
  /** What was seen, line by line, in a fixed-width font; secrets are masked. */
  readonly evidence: readonly string[];
  readonly remedy: string;
  /** Where to read more, from the root of the package. */
  readonly page: string;
  /** Where one answer has several causes: all of them, in order of likelihood. */
  readonly causes?: readonly ErrorCause[];
}

/** A name and a text: a parameter with its meaning, a value to copy. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What the doctor concluded. */
export interface Diagnosis {
  readonly version: 1;
  readonly subject: 'redirect-uri' | 'probe' | 'error' | 'url' | 'collection' | 'set-up' | 'token';
  /** Whose server it is, by its name in the atlas or in its profile file; null where nobody can know. */
  readonly provider: string | null;
  /** The conclusion in a sentence. */
  readonly summary: string;
  /** redirect-uri: what the provider says to the value by its own rule, or a strict comparison without a provider. */
  readonly verdict?: 'accepted' | 'refused' | 'not known';
  /** Under which condition the verdict holds, or would be another. */
  readonly condition?: string;
  readonly problems: readonly Problem[];
  /** What was read, before any judgement: parameters, places, answers. */
  readonly facts: readonly NamedText[];
  /** Values to be copied exactly as they stand. */
  readonly exact: readonly NamedText[];
  /** What to do next, or what is good to know. */
  readonly advice: readonly string[];
}

/** What a check adds to the entry of the catalogue. */
export interface Finding {
  readonly evidence?: readonly string[];
  readonly remedy?: string;
  readonly explanation?: string;
  readonly title?: string;
  /** Where it is another than that of the code. */
  readonly cause?: ProblemCause;
  readonly causes?: readonly ErrorCause[] | undefined;
}

/** A problem of the catalogue, found. */
export function problem(code: ProblemCode, { evidence = [], causes, ...own }: Finding = {}): Problem {
  return {
    code,
    cause: causeOf(code),
    ...problems[code],
    ...own,
    evidence,
    page: problemPage(code),
    ...(causes === undefined ? {} : { causes }),
  };
}

/** 4 with problems, 0 without. */
export function diagnosisExitCode(diagnosis: Diagnosis): 0 | 4 {
  return diagnosis.problems.length > 0 ? 4 : 0;
}
