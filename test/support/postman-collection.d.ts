/** The slice of the SDK that legwork uses; the package's own types are not where TypeScript looks. */
declare module 'postman-collection' {
  interface UrlParts {
    protocol?: string;
    host?: string[];
    port?: string;
    path?: string[];
    query?: { key: string; value: string }[];
  }
  const sdk: {
    Url: { parse(address: string): UrlParts };
  };
  export default sdk;
}
