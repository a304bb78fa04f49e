declare module 'newman' {
  const newman: {
    run(options: object, done: (error: Error | null, summary: object) => void): NodeJS.EventEmitter;
  };
  export default newman;
}
