// @ts-nocheck
import { Failure } from '../../failure.ts';
import type { Answer } from '../answer.ts';
import { json, page, redirect } from '../answers.ts';
import { parseFault } from '../faults/parse-fault.ts';
import type { Visit } from '../visit.ts';
import { controlBody } from './control-page.ts';
import { CONTROL, type Controls, withoutPasswords } from './controls.ts';
import { isJson, reasonToRefuse } from './guard.ts';

/** Whether an address belongs to the control plane. */
export function isControl(path: string): boolean {
  return path === CONTROL || path.startsWith(`${CONTROL}/`);
}

/** Answers a request to the control plane: JSON for programs, a page for people. */
export function controlAnswer(visit: Visit, controls: Controls): Answer {
  const reason = reasonToRefuse(visit);
  if (reason !== undefined) return json({ error: `The control plane refuses this request: ${reason}.` }, 403);
  const { request, url } = visit;
  const call = `${request.method} ${url.pathname}`;
  switch (call) {
    case `GET ${CONTROL}`:
      return /\bapplication\/json\b/.test(request.headers.get('accept') ?? '')
        ? json(stateOf(visit, controls))
        : page(visit, { title: 'The emulator', body: controlBody(visit, controls) });
    case `GET ${CONTROL}/journal`:
      return json(withoutPasswords(controls.journal));
    case `POST ${CONTROL}/faults`:
      return change(visit, controls, () => controls.setFaults(faultsOf(visit).map(parseFault)));
    case `POST ${CONTROL}/clock`:
      return change(visit, controls, () => controls.advance(secondsOf(visit)));
    default:
      return json(
        {
          error: `There is no ${call}. There are GET ${CONTROL}, GET ${CONTROL}/journal, POST ${CONTROL}/faults and POST ${CONTROL}/clock.`,
        },
        404,
      );
  }
}

/** Changes something; people are led back to the page, programs see the state. */
function change(visit: Visit, controls: Controls, make: () => void): Answer {
  try {
    make();
  } catch (error) {
    if (error instanceof Failure) return json({ error: error.message, hint: error.hint }, 400);
    if (error instanceof RangeError || error instanceof SyntaxError)
      return json({ error: error.message }, 400);
    throw error;
  }
  return isJson(visit.request) ? json(stateOf(visit, controls)) : redirect(visit.origin + CONTROL);
}

function stateOf({ emulation }: Visit, controls: Controls) {
  return {
    faults: controls.faults().map(({ spec }) => spec),
    secondsAhead: controls.ahead(),
    requests: controls.journal.length,
    // How much, and never what: an emulator that runs for weeks must not grow.
    remembers: Object.fromEntries(Object.entries(emulation.state).map(([name, { size }]) => [name, size()])),
  };
}

/** @throws RangeError, SyntaxError for a body that is none */
function faultsOf(visit: Visit): string[] {
  if (!isJson(visit.request))
    return (visit.form.get('faults') ?? '').split(/\s+/).filter((spec) => spec !== '');
  const { faults } = objectOf(visit);
  if (Array.isArray(faults) && faults.every((spec) => typeof spec === 'string')) return faults;
  throw new RangeError('"faults" must be a list of texts, such as ["token#1=status:503"].');
}

const MOST_SECONDS = 10 * 366 * 86_400;

/** @throws RangeError, SyntaxError for a body that is none */
function secondsOf(visit: Visit): number {
  const given = isJson(visit.request)
    ? objectOf(visit).advance
    : Number(visit.form.get('advance') || Number.NaN);
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= MOST_SECONDS)
    return given;
  throw new RangeError(
    '"advance" must be a whole number of seconds, up to ten years. The clock only goes forward.',
  );
}

function objectOf({ body }: Visit): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(body);
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new RangeError('The body must be a JSON object.');
}
