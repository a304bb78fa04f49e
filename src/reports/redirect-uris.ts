import { differingLength, differingStretches, type Stretch } from '../redirect-uri/character-marks.ts';
import { doctorCommand } from '../redirect-uri/doctor-command.ts';
import type { FlowResult, RunResult } from '../runner/result.ts';

/** A redirect_uri that was rejected. */
export interface RefusedRedirect {
  readonly asked: string;
  /** The registered one that is nearest, and both in stretches; left out where none is known. */
  readonly registered?: { readonly asked: readonly Stretch[]; readonly nearest: readonly Stretch[] };
  /** All that are registered. */
  readonly all: readonly string[];
}

/** The redirect_uri that a flow failed for; undefined when it did not. */
export function refusedRedirect(flow: FlowResult): RefusedRedirect | undefined {
  const refused = flow.steps.some(
    ({ outcome, explanation, assertions }) =>
      outcome === 'failed' &&
      (/redirect-uri/.test(explanation?.id ?? '') ||
        assertions.some((one) =>
          /redirect_uri does not match|invalid redirect_uri/i.test(one.message ?? ''),
        )),
  );
  const leg = flow.legs.find((one) => one.kind === 'authorization');
  if (!refused || leg?.kind !== 'authorization' || leg.redirectUri === undefined) return undefined;
  const asked: string = leg.redirectUri;
  const all = flow.registeredRedirectUris ?? [];
  const [nearest] = all
    .map((one) => differingStretches(asked, one))
    .sort((one, other) => differingLength(one) - differingLength(other));
  const registered = nearest === undefined ? {} : { registered: { asked: nearest[0], nearest: nearest[1] } };
  return { asked, all, ...registered };
}

/**
 * The command that explains the redirect_uri for which a flow failed; undefined when it did not. Where nobody knows what
 * is registered, it asks the server.
 *
 * @param provider what was given as `--provider`; left out: the name that the flow has for it, or a place to fill in
 */
export function redirectUriCommand(
  flow: FlowResult,
  { target, provider }: { readonly target: RunResult['target'] | undefined; readonly provider?: string },
): string | undefined {
  const refused = refusedRedirect(flow);
  if (refused === undefined) return undefined;
  const isKnown = refused.all.length > 0;
  return doctorCommand({
    provider: provider ?? flow.providerId ?? (isKnown ? undefined : 'NAME'),
    requested: refused.asked,
    registered: refused.all,
    probe: isKnown ? undefined : target === 'live' ? 'live' : 'emulator',
  });
}
