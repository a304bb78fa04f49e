import { Failure } from '../../failure.ts';
import { parseFault } from '../faults/parse-fault.ts';
import { json, page, redirect } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { controlBody } from './control-page.ts';
import { CONTROL, type Controls, withoutPasswords } from './controls.ts';
import { isJson, reasonToReject } from './guard.ts';

/** Whether an address belongs to the control plane. */
export function isControl(path: string): boolean {
  return path === CONTROL || path.startsWith(`${CONTROL}/`);
}

/** Answers a request to the control plane: JSON for programs, a page for people. */
export function controlResponse(context: RequestContext, controls: Controls): EmulatorResponse {
  const reason = reasonToReject(context);
  if (reason !== undefined) return json({ error: `The control plane refuses this request: ${reason}.` }, 403);
  const { request, url } = context;
  const call = `${request.method} ${url.pathname}`;
  switch (call) {
    case `GET ${CONTROL}`:
      return /\bapplication\/json\b/.test(request.headers.get('accept') ?? '')
        ? json(stateOf(context, controls))
        : page(context, { title: 'The emulator', body: controlBody(context, controls) });
    case `GET ${CONTROL}/journal`:
      return json(withoutPasswords(controls.journal));
    case `POST ${CONTROL}/faults`:
      return change(context, controls, () => controls.setFaults(faultsOf(context).map(parseFault)));
    case `POST ${CONTROL}/clock`:
      return change(context, controls, () => controls.advance(secondsOf(context)));
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
function change(context: RequestContext, controls: Controls, make: () => void): EmulatorResponse {
  try {
    make();
  } catch (error) {
    if (error instanceof Failure) return json({ error: error.message, hint: error.hint }, 400);
    if (error instanceof RangeError || error instanceof SyntaxError)
      return json({ error: error.message }, 400);
    throw error;
  }
  return isJson(context.request) ? json(stateOf(context, controls)) : redirect(context.origin + CONTROL);
}

function stateOf({ emulator }: RequestContext, controls: Controls) {
  return {
    faults: controls.faults().map(({ spec }) => spec),
    secondsAhead: controls.ahead(),
    requests: controls.journal.length,
    // How much, and never what: an emulator that runs for weeks must not grow.
    remembers: Object.fromEntries(Object.entries(emulator.state).map(([name, { size }]) => [name, size()])),
  };
}

/** @throws RangeError, SyntaxError for a body that is none */
function faultsOf(context: RequestContext): string[] {
  if (!isJson(context.request))
    return (context.form.get('faults') ?? '').split(/\s+/).filter((spec) => spec !== '');
  const { faults } = objectOf(context);
  if (Array.isArray(faults) && faults.every((spec) => typeof spec === 'string')) return faults;
  throw new RangeError('"faults" must be a list of texts, such as ["token#1=status:503"].');
}

const MOST_SECONDS = 10 * 366 * 86_400;

/** @throws RangeError, SyntaxError for a body that is none */
function secondsOf(context: RequestContext): number {
  const given = isJson(context.request)
    ? objectOf(context).advance
    : Number(context.form.get('advance') || Number.NaN);
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= MOST_SECONDS)
    return given;
  throw new RangeError(
    '"advance" must be a whole number of seconds, up to ten years. The clock only goes forward.',
  );
}

function objectOf({ body }: RequestContext): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(body);
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new RangeError('The body must be a JSON object.');
}
