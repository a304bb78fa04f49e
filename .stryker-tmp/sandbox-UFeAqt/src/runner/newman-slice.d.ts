// @ts-nocheck
// Newman publishes no types. This is the slice that newman.ts uses; what it does not use is left out.

declare module 'newman' {
  import type { EventEmitter } from 'node:events';
  import type { Agent as HttpAgent } from 'node:http';
  import type { Agent as HttpsAgent } from 'node:https';

  interface NewmanOptions {
    readonly collection: object;
    readonly environment: object;
    readonly reporters: readonly string[];
    readonly insecureFileRead: boolean;
    readonly workingDir: string;
    readonly timeoutRequest: number;
    readonly timeoutScript: number;
    readonly cookieJar?: object;
    readonly requestAgents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  }

  const newman: {
    run(
      options: NewmanOptions,
      callback: (error: NodeJS.ErrnoException | null, summary: object) => void,
    ): EventEmitter;
  };
  export = newman;
}

declare module 'newman/lib/config/rc-file.js' {
  const rcFile: { load: (callback: (error: Error | null, options: object) => void) => void };
  export = rcFile;
}
