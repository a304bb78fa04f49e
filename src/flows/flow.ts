import type { Template, VariableValue } from '../inert.ts';
import type { ScriptFacts } from './script-facts.ts';
import type { ScriptName } from './script-files.ts';

/**
 * What is exercised, as data: a flow is an ordered list of steps, a step one HTTP exchange and what it must show.
 * The generator turns flows into Postman collections; nothing here knows that format.
 */

/** Flows by the names that --flow takes. */
export type FlowId = 'client-credentials' | 'three-legged' | 'postman-login' | 'error-responses';

/** A Postman script: a function of scripts/, and the facts of the step that it is called with. */
export type Script<Name extends ScriptName = ScriptName> = {
  readonly [Each in Name]: { readonly run: Each; readonly facts: ScriptFacts[Each] };
}[Name];

export interface NamedValue {
  readonly key: string;
  readonly value: Template;
  readonly description?: string;
}

type Body =
  | { readonly mode: 'form'; readonly fields: readonly NamedValue[] }
  /** A form that a script has encoded: duplicates and order survive. */
  | { readonly mode: 'encoded form'; readonly variable: string }
  | { readonly mode: 'json'; readonly text: Template };

/** One HTTP exchange. Redirects are never followed: each is a step of its own. */
export interface Step {
  /** Unique within the flow. Ids are made from it, so it stays when the name or the steps around it change. */
  readonly key: string;
  /** Unique within the flow: scripts name steps by it. */
  readonly name: string;
  /** Markdown, for someone who has never seen OAuth. */
  readonly description: string;
  readonly method: 'GET' | 'POST';
  /** Address without the parameters of `query`; `{{variable}}` is allowed. */
  readonly url: Template;
  readonly query?: readonly NamedValue[];
  readonly headers: readonly NamedValue[];
  readonly body?: Body;
  /** A page for people, with the cookies of the session; otherwise an endpoint for programs, without them. */
  readonly browser: boolean;
  /** `none` sends no token even where the collection has one. */
  readonly auth: { readonly bearer: Template } | 'inherit' | 'none';
  /**
   * Whether it may be sent again when nobody knows what became of it. `never`: it spends something that works once, a
   * password, a code, a refresh token, or it writes something.
   */
  readonly repeat: 'safe' | 'never';
  readonly prerequest?: Script;
  readonly test?: Script;
}

/** Steps in a folder; they may share a test script, which runs after each of them. */
export interface StepGroup {
  /** As that of a step. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly test?: Script<'signIn'>;
  readonly steps: readonly Step[];
}

export interface Variable {
  readonly key: string;
  readonly value: VariableValue;
  readonly description: string;
}

/** Postman's own OAuth 2.0 settings, by the keys of its export format. */
export type PostmanOAuth2 = Readonly<Record<string, Template | boolean | readonly NamedValue[]>>;

export interface Flow {
  readonly id: FlowId;
  /** For people: `client credentials`. */
  readonly title: string;
  readonly description: string;
  /** Variables that a person must set before it can run. */
  readonly requires: readonly string[];
  readonly variables: readonly Variable[];
  readonly auth?: PostmanOAuth2;
  readonly parts: readonly (Step | StepGroup)[];
}

/** Whether a part of a flow is a group. */
export function isGroup(part: Step | StepGroup): part is StepGroup {
  return 'steps' in part;
}

/** All steps of a flow in order, those of its groups among them. */
export function stepsOf(flow: Flow): Step[] {
  return flow.parts.flatMap((part) => (isGroup(part) ? part.steps : [part]));
}
