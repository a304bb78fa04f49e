import { type ErrorCase, errorPattern, errorText } from '../../providers/error-case.ts';
import type { Profile } from '../../providers/profile.ts';
import type { Script, Step, StepGroup } from '../flow.ts';
import type { ErrorResponseFacts } from '../script-facts.ts';
import { isStep, type Provocation, type RefusalFolder } from './provocation.ts';

/** Sent as `state` where an authorization request is refused at once: nothing is granted that it could protect. */
export const REFUSED_STATE = 'nothing-to-protect';

/** A folder of requests that must be rejected. */
export function refusalGroup(profile: Profile, folder: RefusalFolder): StepGroup {
  const parts = folder.parts.filter((part) => isStep(part) || part.refusal in profile.errors);
  return {
    key: folder.key,
    name: folder.name,
    description: folder.description,
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
    test: { run: part.cancels ? 'afterCancel' : 'afterProvocation', facts: factsOf(profile, part) },
  };
}

function prepare(part: Provocation, encodesQuery: boolean): Script {
  return {
    run: 'beforeProvocation',
    facts: {
      needsAll: part.needs,
      why: part.why,
      scopes: part.scopes,
      withoutScopes: part.withoutScopes,
      publishes: part.publishes,
      encodesQuery: encodesQuery || undefined,
      basic: part.basic,
    },
  };
}

/** The script that begins a sign-in also follows its redirects, one for each time that it is sent. */
function beginChain(): Script {
  return {
    run: 'beforeAuthorization',
    facts: { pkce: 'none' },
  };
}

/** What the script is told of the error response that must come. */
function factsOf(profile: Profile, part: Provocation): ErrorResponseFacts {
  const errorCase = caseOf(profile, part);
  const place = placeOf(part, errorCase);
  const text = errorText(errorCase, part.values);
  const pattern = errorPattern({ ...errorCase, text });
  return {
    case: part.refusal,
    ...(place !== errorCase.place && { place }),
    text: plain(text),
    ...(pattern !== literally(plain(text)) && { pattern }),
    ...(place === 'authorization redirect' && { state: REFUSED_STATE }),
  };
}

/** What scripts/refusal.js makes of a text that has no pattern. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Some texts are known as a page has them. */
function plain(text: string): string {
  return text.replaceAll('&quot;', '"');
}

function saidOf(errorCase: ErrorCase, { values }: Provocation): string {
  const text = plain(errorText(errorCase, values));
  return [errorCase.status, errorCase.error, `"${text}"`].filter((word) => word !== undefined).join(' ');
}

function placeOf(part: Provocation, errorCase: ErrorCase) {
  return part.place ?? errorCase.place;
}

function caseOf(profile: Profile, { refusal }: Provocation): ErrorCase {
  const errorCase = profile.errors[refusal];
  if (errorCase === undefined) throw new TypeError(`The profile has no error case "${refusal}".`);
  return errorCase;
}
