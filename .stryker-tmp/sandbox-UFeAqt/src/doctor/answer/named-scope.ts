// @ts-nocheck
import type { Problem } from '../diagnosis.ts';
import { scopeProblems } from '../scope-problems.ts';
import type { AnswerObservation } from './observation.ts';

/** What can be said of the scope that a refusal names: the product that grants it, or what took its place. */
export function aboutNamedScope({ answer, profile }: AnswerObservation): {
  evidence: string[];
  problems: Problem[];
} {
  const scope = /"([\w.:/-]{1,100})"/.exec(answer.words)?.[1];
  const { scopes } = profile;
  if (scope === undefined || scopes === undefined) return { evidence: [], problems: [] };
  const fact = Object.hasOwn(scopes, scope) ? scopes[scope] : undefined;
  return {
    evidence:
      fact === undefined || fact.access === 'retired'
        ? []
        : [`scope   ${scope}: ${fact.allows}`, `product ${fact.product}`],
    problems: scopeProblems(scope, { scopes }),
  };
}
