import { type ErrorCase, errorPattern, errorText } from '../../providers/error-case.ts';
import type { Profile } from '../../providers/profile.ts';
import { knownErrors } from '../expectations.ts';
import type { Script, Step, StepGroup } from '../flow.ts';
import { urlFiles } from '../script-files.ts';
import { ENCODING } from '../token-step.ts';
import { isStep, type Provocation, type RefusalFolder } from './provocation.ts';

/** Sent as `state` where an authorization request is refused at once: nothing is granted that it could protect. */
export const REFUSED_STATE = 'nothing-to-protect';

const READERS = ['explain.js', ...urlFiles, 'json-body.js', 'refusal.js', 'redirect-refusal.js'] as const;

/** A folder of requests that must be refused. One script, that of the folder, reads all answers. */
export function refusalGroup(profile: Profile, folder: RefusalFolder): StepGroup {
  const parts = folder.parts.filter((part) => isStep(part) || part.refusal in profile.errors);
  const refusals = parts.flatMap((part) =>
    isStep(part) || part.cancels ? [] : [[part.name, refusalOf(profile, part)] as const],
  );
  return {
    key: folder.key,
    name: folder.name,
    description: folder.description,
    test: {
      files: [...READERS, 'expect-refusal.test.js'],
      expected: { errors: places(profile, folder), refusals: Object.fromEntries(refusals) },
    },
    steps: parts.map((part) => (isStep(part) ? part : refusalStep(profile, part))),
  };
}

/** The keys of the cases that a folder's requests must be refused with. */
export function casesOf({ parts }: RefusalFolder): string[] {
  return parts.flatMap((part) => (isStep(part) ? [] : [part.refusal]));
}

function refusalStep(profile: Profile, part: Provocation): Step {
  const errorCase = caseOf(profile, part);
  const onPage = placeOf(part, errorCase).startsWith('authorization') || part.cancels;
  return {
    key: part.key ?? part.refusal,
    name: part.name,
    description: `${part.wrong}

It must be refused: ${saidOf(errorCase, part)}. ${errorCase.cause}

**What to do** when you see this: ${errorCase.remedy}

Source: ${errorCase.source}`,
    ...part.request,
    browser: part.cancels ?? false,
    repeat: 'never',
    prerequest: part.cancels ? beginChain() : prepare(part, onPage ?? false),
    ...(part.cancels && {
      test: {
        files: [...READERS, 'times-sent.js', 'cancel.test.js'],
        expected: {
          errors: knownErrors(profile, [errorCase.place]),
          refusals: { [part.name]: refusalOf(profile, part) },
        },
      },
    }),
  };
}

function prepare(part: Provocation, encodesQuery: boolean): Script {
  return {
    files: ['skip.js', ...ENCODING, ...(part.files ?? []), 'refusal.prerequest.js'],
    expected: {
      needsAll: part.needs ?? [],
      why: part.why === undefined ? '' : ` ${part.why}`,
      scopes: part.scopes ?? [],
      withoutScopes: part.withoutScopes ?? [],
      publishes: part.publishes ?? false,
      encodesQuery,
    },
  };
}

/** The script that begins a sign-in also follows its redirects, one for each time that it is sent. */
function beginChain(): Script {
  return {
    files: ['skip.js', 'encode-request.js', 'request-login-form.prerequest.js'],
    expected: { pkce: 'none' },
  };
}

/** What the script is told of the refusal that must come. */
function refusalOf(profile: Profile, part: Provocation) {
  const errorCase = caseOf(profile, part);
  const place = placeOf(part, errorCase);
  const { status, otherStatuses = [], error, otherErrors = [] } = errorCase;
  const documented = place === errorCase.place && status !== undefined;
  return {
    place,
    statuses: documented ? [status, ...otherStatuses] : [],
    errors: error === undefined || place === 'authorization page' ? [] : [error, ...otherErrors],
    number: errorCase.serviceErrorCode ?? 0,
    pattern: errorPattern({ ...errorCase, text: errorText(errorCase, part.values) }),
    said: saidOf(errorCase, part),
    cause: errorCase.cause,
    remedy: errorCase.remedy,
    source: errorCase.source,
    state: REFUSED_STATE,
  };
}

function saidOf(errorCase: ErrorCase, { values }: Provocation): string {
  const text = errorText(errorCase, values).replaceAll('&quot;', '"');
  return [errorCase.status, errorCase.error, `"${text}"`].filter((word) => word !== undefined).join(' ');
}

function places(profile: Profile, folder: RefusalFolder) {
  const wanted = folder.parts.flatMap((part) =>
    isStep(part) || !(part.refusal in profile.errors) ? [] : [caseOf(profile, part).place],
  );
  return knownErrors(profile, [...new Set(wanted)]);
}

function placeOf(part: Provocation, errorCase: ErrorCase) {
  return part.place ?? errorCase.place;
}

function caseOf(profile: Profile, { refusal }: Provocation): ErrorCase {
  const errorCase = profile.errors[refusal];
  if (errorCase === undefined) throw new TypeError(`The profile has no error case "${refusal}".`);
  return errorCase;
}
