// @ts-nocheck
import { type ErrorCase, errorPattern } from '../../providers/error-case.ts';
import { standardErrors } from '../../providers/standard-errors.ts';
import type { AnswerObservation } from './observation.ts';

/** An error case that fits an answer, by its name in the profile. */
export interface MatchingCase {
  readonly key: string;
  readonly errorCase: ErrorCase;
}

const MOST = 3;

/**
 * The known refusals that an answer may be, most likely first. A literal text decides; without one the code does, first
 * among the provider's own cases, then among those of the RFCs.
 */
export function matchingCases({ profile, answer }: AnswerObservation): MatchingCase[] {
  const own = entries(profile.errors);
  const byText = own.filter(({ errorCase }) => new RegExp(errorPattern(errorCase), 'i').test(answer.words));
  if (byText.length > 0) return ranked(byText, answer).slice(0, MOST);
  if (answer.error === undefined && answer.serviceErrorCode === undefined) return [];
  const named = (cases: readonly MatchingCase[]) =>
    cases.filter(({ errorCase }) => isNamed(errorCase, answer));
  // Words that are not known speak for a case that is not known, whatever its code.
  const ownNamed = named(own).filter(
    ({ errorCase }) => errorCase.text === undefined || answer.words === '' || isApiCode(errorCase, answer),
  );
  const standard = named(entries(standardErrors)).filter(
    ({ key }) => !ownNamed.some((each) => each.key === key),
  );
  return [...ranked(ownNamed, answer), ...ranked(standard, answer)].slice(0, MOST);
}

type Answer = AnswerObservation['answer'];

function entries(cases: Readonly<Record<string, ErrorCase>>): MatchingCase[] {
  return Object.entries(cases).map(([key, errorCase]) => ({ key, errorCase }));
}

function isNamed({ error, otherErrors = [], serviceErrorCode }: ErrorCase, answer: Answer): boolean {
  if (serviceErrorCode !== undefined && serviceErrorCode === answer.serviceErrorCode) {
    return error === undefined || answer.error === undefined || error === answer.error;
  }
  return answer.error !== undefined && [error, ...otherErrors].includes(answer.error);
}

/** Codes of LinkedIn's APIs are capital letters, and say it all. */
function isApiCode({ place, serviceErrorCode }: ErrorCase, answer: Answer): boolean {
  return place === 'api' && (serviceErrorCode === undefined || serviceErrorCode === answer.serviceErrorCode);
}

function ranked(cases: readonly MatchingCase[], answer: Answer): MatchingCase[] {
  const score = ({ errorCase }: MatchingCase) =>
    (isNamed(errorCase, answer) ? 8 : 0) +
    (answer.places.includes(errorCase.place) ? 4 : 0) +
    (answer.places[0] === errorCase.place ? 1 : 0) +
    ([errorCase.status, ...(errorCase.otherStatuses ?? [])].includes(answer.status) &&
    answer.status !== undefined
      ? 2
      : 0);
  return [...cases].sort((one, other) => score(other) - score(one));
}
