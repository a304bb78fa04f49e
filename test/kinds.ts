/** What a run of the tests takes in: `vitest run --mode KIND`. */
export interface Kind {
  /** As it is called in the first and last line of a run. */
  readonly name: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Seconds that it takes on two idle cores. */
  readonly usual: number;
  /** Seconds that it may take on two idle cores. */
  readonly most: number;
}

/** Everything: what must hold before a change lands. */
const whole: Kind = {
  name: 'the whole suite',
  include: ['test/**/*.test.ts'],
  exclude: [],
  usual: 250,
  most: 15 * 60,
};

/** What runs in this process without a browser, a socket or a sandbox: run it before each commit. */
const quick: Kind = {
  name: 'the quick tests',
  include: [
    'test/*.test.ts',
    'test/{architecture,collection,doctor,flows,oauth,printable,providers,redaction,redirect-uri,reports}/**/*.test.ts',
    'test/{batch/targets,mutation,settings,support}/**/*.test.ts',
    'test/emulator/{api,chain,check-order,codes,consent,error-cases,parse-config,tokens}.test.ts',
    'test/emulator/faults/{answers,engine,parse-fault}.test.ts',
    'test/login/{id-token,receiver,stored-token}.test.ts',
    'test/runner/{guard-rules,outcome,result}.test.ts',
  ],
  exclude: ['**/*.browser.test.ts', '**/*.property.test.ts'],
  // 64 s of processor time in all.
  usual: 40,
  most: 90,
};

/** The kind that Vite's mode names; the whole suite otherwise. */
export function kindOf(mode: string): Kind {
  return mode === 'quick' ? quick : whole;
}
