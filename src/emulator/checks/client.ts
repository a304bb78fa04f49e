import { hash, timingSafeEqual } from 'node:crypto';
import type { ErrorCase } from '../../providers/error-case.ts';
import type { EmulatedApp } from '../config/config.ts';
import { ErrorResponse, type ErrorResponseForm } from '../http/error-response.ts';
import type { RequestContext } from '../http/request-context.ts';

const FORM: ErrorResponseForm = { kind: 'token' };

/** The application of a client_id. */
export function clientIsRegistered(
  { emulator }: RequestContext,
  clientId: string,
  unknown: ErrorCase,
): EmulatedApp {
  const app = emulator.config.apps.find((candidate) => candidate.clientId === clientId);
  if (app === undefined) throw new ErrorResponse(unknown, FORM, { client_id: clientId });
  return app;
}

/** The secret is compared in constant time, whatever its length. */
export function secretIsRight(app: EmulatedApp, secret: string, wrong: ErrorCase): void {
  if (!isSecretOf(app, secret)) throw new ErrorResponse(wrong, FORM);
}

/** The same as a question. */
export function isSecretOf(app: EmulatedApp, secret: string): boolean {
  return timingSafeEqual(secretDigest(app), digest(secret));
}

function secretDigest(app: EmulatedApp): Buffer {
  const known = secretDigests.get(app);
  if (known !== undefined) return known;
  const made = digest(app.clientSecret);
  secretDigests.set(app, made);
  return made;
}

const secretDigests = new WeakMap<EmulatedApp, Buffer>();

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
