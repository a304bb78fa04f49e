import type { ProviderFacts } from '../providers/facts.ts';
import type { Diagnosis, Problem } from './diagnosis.ts';
import { problems } from './problems/all.ts';

/** Adds to each problem what its provider does of its own; advice that a check found this time stays. */
export function withProviderNotes(
  diagnosis: Diagnosis,
  { notes = {} }: Pick<ProviderFacts, 'notes'> = {},
): Diagnosis {
  return { ...diagnosis, problems: diagnosis.problems.map((problem) => withNote(problem, notes)) };
}

/** The same for one problem. */
export function withNote(problem: Problem, notes: NonNullable<ProviderFacts['notes']>): Problem {
  const note = Object.hasOwn(notes, problem.code) ? notes[problem.code]?.value : undefined;
  if (note === undefined) return problem;
  const isGeneral = problem.remedy === problems[problem.code].remedy;
  return {
    ...problem,
    explanation: `${problem.explanation} ${note.text}`,
    remedy: isGeneral ? (note.remedy ?? problem.remedy) : problem.remedy,
  };
}
