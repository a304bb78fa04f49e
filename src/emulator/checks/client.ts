import { createHash, timingSafeEqual } from 'node:crypto';
import type { ErrorCase } from '../../providers/error-case.ts';
import type { EmulatedApp } from '../config.ts';
import { Refusal, type RefusalForm } from '../refusal.ts';
import type { Visit } from '../visit.ts';

const FORM: RefusalForm = { kind: 'token' };

/** The application of a client_id. */
export function clientIsRegistered({ emulation }: Visit, clientId: string, unknown: ErrorCase): EmulatedApp {
  const app = emulation.config.apps.find((candidate) => candidate.clientId === clientId);
  if (app === undefined) throw new Refusal(unknown, FORM, { client_id: clientId });
  return app;
}

/** The secret is compared in constant time, whatever its length. */
export function secretIsRight(app: EmulatedApp, secret: string, wrong: ErrorCase): void {
  if (!timingSafeEqual(digest(app.clientSecret), digest(secret))) throw new Refusal(wrong, FORM);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
