// @ts-nocheck
import { visible } from '../../oauth/characters.ts';
import { brokenRedirectUriRules, type RegistrationRules } from '../../oauth/redirect-uri-rules.ts';
import { type Problem, problem } from '../diagnosis.ts';
import { ruleCodes } from './codes.ts';
import type { RedirectUriPair } from './observation.ts';

/** What no registration takes, in the value that was sent and in the registered one. */
export function registrationRules(
  { requested, nearest }: RedirectUriPair,
  rules: RegistrationRules,
): Problem[] {
  const values = [
    { label: 'sent', value: requested },
    ...(nearest && nearest.registered !== requested
      ? [{ label: 'registered', value: nearest.registered }]
      : []),
  ];
  return values.flatMap(({ label, value }) =>
    brokenRedirectUriRules(value, rules).map(({ kind, seen }) =>
      problem(ruleCodes[kind], {
        evidence: [
          `${label.padEnd(10)}  ${visible(value) || '(empty)'}`,
          ...(seen === value ? [] : [`found       ${visible(seen)}`]),
        ],
      }),
    ),
  );
}
