// @ts-nocheck
import { SHOWN } from './exchange.ts';
import type { Plain } from './plain.ts';
import type { Redactor } from './redactor.ts';
import type { Body, Field, FlowResult, Step } from './result.ts';

/** Members whose texts are words of the runner's own, not of a server or script. */
const OWN_WORDS = new Set([
  'outcome',
  'level',
  'by',
  'to',
  'kind',
  'state',
  'pkce',
  'clientAuthentication',
  'accessToken',
]);

/** Makes a step fit to be shown: every text of it goes through the redactor. */
export function sealStep(step: Plain<Step>, redactor: Redactor): Step {
  return sealed(step, redactor) as Step;
}

/** Makes the result of a flow fit to be shown. */
export function sealFlow(flow: Plain<FlowResult>, redactor: Redactor): FlowResult {
  return sealed(flow, redactor) as FlowResult;
}

function sealed(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.text(value);
  if (Array.isArray(value)) return value.map((member) => sealed(member, redactor));
  if (typeof value !== 'object' || value === null) return value;
  if (isField(value)) {
    return { name: redactor.text(value.name), value: redactor.field(value.name, value.value) };
  }
  if (isBody(value)) return sealedBody(value, redactor);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      OWN_WORDS.has(name) && typeof member === 'string' ? member : sealed(member, redactor),
    ]),
  );
}

/** Redacted first and cut afterwards: half a secret would not be recognised. */
function sealedBody({ text, cut }: Plain<Body>, redactor: Redactor) {
  const whole = redactor.text(text);
  if (whole.length <= SHOWN) return { text: whole, cut };
  return { text: whole.slice(0, SHOWN).replace(/‹[^›]*$/, ''), cut: true };
}

function isField(value: object): value is Plain<Field> {
  const names = Object.keys(value);
  return names.length === 2 && 'name' in value && 'value' in value;
}

function isBody(value: object): value is Plain<Body> {
  const names = Object.keys(value);
  return names.length === 2 && 'text' in value && 'cut' in value;
}
