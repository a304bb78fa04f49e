// @ts-nocheck
declare module '@usebruno/converters' {
  /** `issues` lists what could not be carried over. */
  export function postmanToBruno(
    collection: object,
    options?: object,
  ): Promise<{ collection: object; issues?: object[] } & Record<string, unknown>>;
  export function postmanToBrunoEnvironment(environment: object): unknown;
}
