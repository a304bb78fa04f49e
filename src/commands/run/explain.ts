import { type ErrorCase, type ErrorPlace, errorPattern } from '../../providers/error-case.ts';
import type { Profile } from '../../providers/profile.ts';
import type { Explain, Refusal } from '../../runner/refusal.ts';

/** Where the cases of a profile show themselves, by the request that was refused. */
const PLACES: Readonly<Record<Refusal['at'], readonly ErrorPlace[]>> = {
  authorization: ['authorization page', 'authorization redirect', 'login'],
  token: ['token'],
  introspection: ['introspection'],
  api: ['api'],
};

/** Recognises refusals by the error cases of a profile: by text and code together, then by text, then by code. */
export function explainBy(profile: Profile): Explain {
  const cases = Object.entries(profile.errors).map(([id, errorCase]) => ({
    id,
    errorCase,
    pattern: new RegExp(errorPattern(errorCase), 'i'),
  }));
  return (refusal) => {
    const near = cases.filter(({ errorCase }) => PLACES[refusal.at].includes(errorCase.place));
    const hasText = near.filter(({ pattern }) => pattern.test(refusal.text));
    const found =
      hasText.find(({ errorCase }) => hasCode(errorCase, refusal.error)) ??
      hasText[0] ??
      near.find(({ errorCase }) => errorCase.text === undefined && hasCode(errorCase, refusal.error));
    if (found === undefined) return undefined;
    const { cause, remedy, source } = found.errorCase;
    return { id: found.id, cause, remedy, source };
  };
}

function hasCode({ error, otherErrors = [] }: ErrorCase, code: string): boolean {
  return code !== '' && (error === code || otherErrors.includes(code));
}
