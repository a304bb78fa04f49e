/** The slice of Postman's SDK that is used; the package's own types are not where TypeScript looks. */
// @ts-nocheck

declare module 'postman-collection' {
  interface UrlParts {
    protocol?: string;
    host?: string[];
    port?: string;
    path?: string[];
    query?: { key: string; value: string }[];
  }
  interface VariableList {
    readonly count: () => number;
  }
  const sdk: {
    Url: { parse(address: string): UrlParts };
    VariableList: new (parent: null, variables: readonly { key: string; value: string }[]) => VariableList;
    Property: { replaceSubstitutions(text: string, variables: VariableList): string };
  };
  export default sdk;
}
