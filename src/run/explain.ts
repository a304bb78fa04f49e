import { diagnoseAnswer } from '../doctor/answer/diagnose.ts';
import { withNote } from '../doctor/provider-notes.ts';
import type { ErrorPlace } from '../providers/error-case.ts';
import type { Profile } from '../providers/profile.ts';
import type { Explain, Refusal } from '../runner/refusal.ts';

/** Where the cases of a profile show themselves, by the request that was refused. */
const PLACES: Readonly<Record<Refusal['at'], readonly ErrorPlace[]>> = {
  authorization: ['authorization page', 'authorization redirect', 'login'],
  token: ['token'],
  introspection: ['introspection'],
  api: ['api'],
};

/** What says enough by itself; other problems of an answer are for those who ask the doctor about it. */
const TELLING = /^(rejected-|client-blocked$|login-challenge$|too-many-requests$)/;

/** Lets the doctor say what a refusal means: a failed run and `legwork doctor error` give the same diagnosis. */
export function explainBy(profile: Profile): Explain {
  return ({ at, status, error, text }) => {
    const { problems } = diagnoseAnswer({
      kind: 'answer',
      profile,
      answer: {
        form: 'text',
        status,
        ...(error === '' ? {} : { error }),
        words: text,
        everything: `${error} ${text}`,
        isSuccess: false,
        isCut: false,
        places: PLACES[at],
      },
    });
    const found = problems.find(({ code }) => TELLING.test(code));
    if (found === undefined) return undefined;
    const { code, title, explanation, remedy, page } = withNote(found, profile.facts?.notes ?? {});
    return { id: code, title, cause: explanation, remedy, page };
  };
}
