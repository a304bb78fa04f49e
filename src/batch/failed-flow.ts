import type { FlowResult } from '../runner/result.ts';
import { redactorFor } from '../runner/run-redactor.ts';
import { sealFlow } from '../runner/seal.ts';
import type { Job } from './job.ts';

/** The result of a job whose worker was lost: what it showed until then is lost with it. */
export function failedFlow({ request }: Pick<Job, 'request'>, reason: string): FlowResult {
  const message = `${reason}. The other targets were run all the same. Run this one alone to see more.`;
  return sealFlow(
    {
      flow: request.flow,
      title: request.title,
      outcome: 'failed',
      reason,
      interrupted: false,
      durationMs: 0,
      checks: [{ name: 'legwork: the worker survives the flow', outcome: 'failed', message, broken: true }],
      steps: [],
      legs: [],
    },
    { redactor: redactorFor(request), hideBodies: true },
  );
}
