// @ts-nocheck
import { failure } from '../../../failure.ts';

/** What the command line says of a run of many targets. */
export interface TargetsArguments {
  /** The file of targets, as the person named it. */
  readonly file: string;
  /** Names and globs; none at all: all targets. */
  readonly names: readonly string[];
  /** `I/N`; left out: what the CI system says. */
  readonly shard: string | undefined;
  /** A report of a former run, by whose times shards are balanced. */
  readonly balance: string | undefined;
  readonly workers: number | undefined;
  /** Targets that a worker runs at once. */
  readonly concurrency: number | undefined;
  /** Requests to one host in a second. */
  readonly rate: number | undefined;
  /** Start no further target when one has failed. */
  readonly bail: boolean;
}

/** More workers than any machine has cores, and more flows than any server likes. */
const MOST_WORKERS = 256;
const MOST_AT_ONCE = 100;
const FASTEST = 100_000;

function checkNumbers(args: TargetsArguments): void {
  const whole = (option: string, value: number | undefined, most: number) => {
    if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)) return;
    throw usage(`${option} takes a whole number from 1 to ${most}, not ${value}.`);
  };
  whole('--workers', args.workers, MOST_WORKERS);
  whole('--concurrency', args.concurrency, MOST_AT_ONCE);
  const { rate } = args;
  if (rate !== undefined && !(rate >= 0.01 && rate <= FASTEST)) {
    throw usage(`--rate takes requests a second, from 0.01 to ${FASTEST}, not ${rate}.`);
  }
}

function usage(problem: string) {
  return failure('USAGE', { problem, command: 'run' });
}

/** The options that mean something only together with --targets, by what yargs makes of them. */
interface Options {
  readonly targets?: string | undefined;
  readonly name?: readonly string[] | undefined;
  readonly shard?: string | undefined;
  readonly balance?: string | undefined;
  readonly workers?: number | undefined;
  readonly concurrency?: number | undefined;
  readonly rate?: number | undefined;
  readonly bail?: boolean | undefined;
  readonly session?: string | undefined;
  readonly token?: string | undefined;
}

const ONLY_WITH_TARGETS = ['name', 'shard', 'balance', 'workers', 'concurrency', 'rate', 'bail'] as const;

/**
 * What the options say of many targets.
 *
 * @returns undefined for a run without --targets
 * @throws Failure USAGE when options do not go together
 */
export function targetsArguments(options: Options): TargetsArguments | undefined {
  if (options.targets === undefined) {
    const stray = ONLY_WITH_TARGETS.find((name) => options[name] !== undefined);
    if (stray === undefined) return undefined;
    throw usage(`--${stray} is for many targets: give their file with --targets.`);
  }
  const alone = (['session', 'token'] as const).find((name) => options[name] !== undefined);
  if (alone !== undefined) throw usage(`--${alone} is for one account, --targets for many: one of them.`);
  const args: TargetsArguments = {
    file: options.targets,
    names: options.name ?? [],
    shard: options.shard,
    balance: options.balance,
    workers: options.workers,
    concurrency: options.concurrency,
    rate: options.rate,
    bail: options.bail ?? false,
  };
  checkNumbers(args);
  return args;
}
