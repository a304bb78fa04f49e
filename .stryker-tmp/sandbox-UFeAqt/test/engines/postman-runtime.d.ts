// @ts-nocheck
declare module 'postman-runtime' {
  interface Run {
    start(callbacks: Record<string, (...args: never[]) => void>): void;
  }
  export class Runner {
    run(collection: object, options: object, ready: (error: Error | null, run: Run) => void): void;
  }
}
