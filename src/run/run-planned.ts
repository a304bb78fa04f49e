import type { Io } from '../io.ts';
import { say } from '../printable/printable.ts';
import { flowEnding, flowHeading, stepLines } from '../reports/terminal.ts';
import type { Observer, RunRequest } from '../runner/request.ts';
import type { FlowResult } from '../runner/result.ts';
import { runFlows } from '../runner/run-flows.ts';
import type { Output } from './options.ts';

/** A flow that is ready to run, or the result that says why it is not. */
export type Planned = { readonly request: RunRequest } | { readonly result: FlowResult };

/** Runs what is ready to run, prints all flows in their order, and answers with the results in that order. */
export async function runPlanned(
  planned: readonly Planned[],
  io: Io,
  output: Output = 'normal',
): Promise<FlowResult[]> {
  const waiting = [...planned];
  let headed = false;
  let printed = false;

  function printHeading(flow: { readonly flow: string; readonly title: string }): void {
    if (headed) return;
    headed = true;
    io.out(say`${printed ? '\n' : ''}${flowHeading(flow, io.color)}`);
    printed = true;
  }
  function printEnding(flow: FlowResult): void {
    if (output !== 'quiet' || flow.checks.length > 0 || flow.outcome === 'not-run') {
      printHeading(flow);
      io.out(flowEnding(flow, io.color));
    }
    headed = false;
    waiting.shift();
  }
  /** Those that are not run have no event that would print them: they are printed when it is their turn. */
  function printUnrun(): void {
    for (let next = waiting[0]; next !== undefined && 'result' in next; next = waiting[0])
      printEnding(next.result);
  }

  const observer: Observer = {
    step(request, step) {
      if (output === 'quiet' && step.outcome !== 'failed') return;
      printHeading(request);
      io.out(stepLines(step, io.color, output === 'verbose'));
    },
    flow(result) {
      printEnding(result);
      printUnrun();
    },
  };
  printUnrun();
  const requests = planned.flatMap((plan) => ('request' in plan ? [plan.request] : []));
  const ran = (await runFlows(requests, io, observer)).values();
  return planned.flatMap((plan) => ('result' in plan ? [plan.result] : (ran.next().value ?? [])));
}
