import { createRedactor } from '../redaction/redactor.ts';
import type { RunRequest } from './request.ts';
import type { FlowResult } from './result.ts';
import { sealFlow } from './seal.ts';

/** The result of a flow that was asked for and not run, with the reason: never a success. */
export function notRun(
  request: Pick<RunRequest, 'flow' | 'title'>,
  reason: string,
  interrupted = false,
): FlowResult {
  return sealFlow(
    {
      flow: request.flow,
      title: request.title,
      outcome: 'not-run',
      reason,
      interrupted,
      durationMs: 0,
      checks: [],
      steps: [],
      legs: [],
    },
    { redactor: createRedactor(), hideBodies: false },
  );
}
