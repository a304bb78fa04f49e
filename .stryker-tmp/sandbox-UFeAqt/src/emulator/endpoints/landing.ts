// @ts-nocheck
import type { Answer } from '../answer.ts';
import { page } from '../answers.ts';
import { landingPage } from '../pages/landing-page.ts';
import type { Visit } from '../visit.ts';

/** GET /: what this is and how to use it. */
export function landing(visit: Visit): Answer {
  return page(visit, {
    title: 'Emulator of legwork',
    body: landingPage(visit.origin, visit.emulation.config),
  });
}
