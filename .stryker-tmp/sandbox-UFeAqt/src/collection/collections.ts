// @ts-nocheck
import { failure } from '../failure.ts';
import { flowIds, flows } from '../flows/all.ts';
import type { Flow, FlowId } from '../flows/flow.ts';
import type { Profile } from '../providers/profile.ts';
import { type PostmanCollection, postmanCollection } from './build.ts';

/** A flow with its collection. */
export interface FlowCollection {
  readonly flow: FlowId;
  readonly title: string;
  readonly collection: PostmanCollection;
  /** Variables without which the flow cannot run. */
  readonly requires: readonly string[];
  /** Whether it can run without a person. */
  readonly unattended: boolean;
  /** Whether it is run when no flow is named. */
  readonly byDefault: boolean;
}

/**
 * The collections of a provider.
 *
 * @param wanted which flows; all that the provider offers when left out
 * @throws Failure FLOW_NOT_OFFERED for a flow that was asked for by name and that the provider does not offer
 */
export function collectionsFor(profile: Profile, wanted?: readonly FlowId[]): FlowCollection[] {
  return flowIds
    .filter((id) => wanted?.includes(id) ?? flows[id].obstacle(profile) === undefined)
    .map((id) => {
      const reason = flows[id].obstacle(profile);
      if (reason !== undefined) {
        throw failure('FLOW_NOT_OFFERED', { provider: profile.name, flow: id, reason });
      }
      const flow: Flow = flows[id].make(profile);
      return {
        flow: id,
        title: flow.title,
        collection: postmanCollection(flow, profile),
        requires: flow.requires,
        unattended: flows[id].unattended,
        byDefault: flows[id].byDefault,
      };
    });
}
