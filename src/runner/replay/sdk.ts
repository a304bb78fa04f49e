import type { FlowResult, Step } from '../result.ts';

/** The slice of Newman's postman-collection that is needed to play a run again. */
export interface Sdk {
  readonly Collection: new (
    definition: object,
  ) => { readonly forEachItem: (visit: (item: SdkItem) => void) => void };
  readonly Request: new (definition: object) => object;
  readonly Response: new (definition: object) => object;
  readonly VariableScope: new (definition: object) => object;
}

export interface SdkItem {
  readonly id: string;
  readonly name: string;
}

/** Finds the collection's item that a step was a visit of. */
export type ItemOf = (flow: FlowResult, step: Step) => SdkItem | undefined;
