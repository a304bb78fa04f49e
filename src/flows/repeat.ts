import { inert } from '../inert.ts';
import type { Profile } from '../providers/profile.ts';
import type { Step, Variable } from './flow.ts';
import type { Retry } from './script-facts.ts';

/**
 * What the script that judges a response is told of retries: where a step may be repeated, a response that is worth another
 * try is not judged; the request is sent again instead.
 *
 * @param repeat of the step, or the names of those steps of a group that may be repeated
 * @param token variable that holds the token of the request, where a fresh one may be rejected for a moment
 * @returns nothing where the first response counts
 */
export function retryFacts(
  profile: Profile,
  repeat: Step['repeat'] | readonly string[],
  token = '',
): { readonly retry?: Retry } {
  const { retry } = profile;
  if (retry === undefined || repeat === 'never') return {};
  const fresh = token === '' ? undefined : freshTokenRefusal(profile);
  return {
    retry: {
      statuses: retry.statuses,
      ...(typeof repeat !== 'string' && { steps: repeat }),
      ...(fresh !== undefined && { fresh: { ...fresh, token } }),
    },
  };
}

/** What a script is told of the refusal of a token that is too young. */
function freshTokenRefusal({ retry, errors }: Profile) {
  const errorCase = errors[retry?.freshToken?.refusal ?? ''];
  const { status, serviceErrorCode } = errorCase ?? {};
  if (retry?.freshToken === undefined || status === undefined || serviceErrorCode === undefined)
    return undefined;
  return { status, serviceErrorCode, withinMs: retry.freshToken.withinMs };
}

/** The policy as variables, so that it can be changed in Postman; none where nothing is tried again. */
export function retryVariables({ retry }: Profile): Variable[] {
  if (retry === undefined) return [];
  const variable = (key: string, value: number, description: string) => ({
    key,
    value: inert(String(value), key, ''),
    description,
  });
  return [
    variable(
      'retry_times',
      retry.times,
      'How often a request that may be repeated is tried again after 429, 502, 503, 504 or no answer at all. 0: never.',
    ),
    variable(
      'retry_base_delay_ms',
      retry.baseDelayMs,
      'Most of the first wait, in milliseconds; each further one may be twice as long.',
    ),
    variable(
      'retry_max_delay_ms',
      retry.maxDelayMs,
      'No wait is longer. A server that asks for more is not tried again.',
    ),
    variable('retry_budget_ms', retry.budgetMs, 'All that a run may spend on trying again, in milliseconds.'),
  ];
}
