import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { withoutAnyCommand } from '../printable/ci-commands.ts';
import { newmanCollection } from './replay/collection.ts';
import { replay } from './replay/events.ts';
import type { Sdk } from './replay/sdk.ts';
import type { RunResult } from './result.ts';

/** A reporter that was found, and where. */
export interface NewmanReporter {
  readonly name: string;
  readonly path: string;
}

/** A file that a reporter wants to be written. */
export interface ReporterFile {
  /** `newman-run-report.json`; without folders. */
  readonly name: string;
  readonly content: string;
}

type Constructor = new (emitter: EventEmitter, reporterOptions: object, runOptions: object) => unknown;

interface Summary {
  readonly run: { readonly timings: { started?: number; completed?: number } };
}

interface Export {
  readonly default?: string;
  readonly content?: unknown;
}

/** Newman's parts are resolved from Newman, so that they are the versions that it uses itself. */
const own = createRequire(import.meta.url);
const fromNewman = () => createRequire(own.resolve('newman/package.json'));

/** Newman's own, which it finds without a package. */
const BUILT_IN = ['cli', 'json', 'junit', 'progress', 'emojitrain'];

/**
 * Finds a reporter by the name that Newman's `--reporters` takes.
 *
 * @param folder where a package of that name is looked for first
 * @returns undefined when it is not installed
 */
export function findNewmanReporter(name: string, folder: string): NewmanReporter | undefined {
  if (!/^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)) return undefined;
  const [, scope = '', rest = name] = /^(@[^/]+\/)(.+)$/.exec(name) ?? [];
  for (const load of [createRequire(join(folder, 'package.json')), own, fromNewman()]) {
    try {
      return { name, path: load.resolve(`${scope}newman-reporter-${rest}`) };
    } catch {
      // Not there; the next place, then.
    }
  }
  return BUILT_IN.includes(name)
    ? { name, path: fromNewman().resolve(`./lib/reporters/${name}`) }
    : undefined;
}

/**
 * Lets a reporter of Newman report a run: the run is played to it again, from the result, so that there is no secret
 * in anything that it is given. What it prints, it prints itself, and breaks it into lines where it likes: so nothing
 * that it is given can be a command to a CI system, wherever a line begins.
 *
 * @returns the files that it wants to be written
 * @throws whatever the reporter throws
 */
export async function reportWithNewman(reporter: NewmanReporter, result: RunResult): Promise<ReporterFile[]> {
  const load = fromNewman();
  const sdk = load('postman-collection') as Sdk;
  const RunSummary = load('./lib/run/summary') as new (emitter: EventEmitter, options: object) => Summary;
  const Reporter = own(reporter.path) as Constructor;
  const exports: Export[] = [];
  const shown = inert(result) as RunResult;
  const { collection, items } = newmanCollection(shown, sdk);
  const options = {
    collection,
    environment: new sdk.VariableScope({ name: `${shown.provider}, ${shown.target}`, values: [] }),
    globals: new sdk.VariableScope({ name: 'globals', values: [] }),
    reporters: [reporter.name],
    reporter: {},
    iterationCount: 1,
    color: 'auto',
    newmanVersion: (load('./package.json') as { version: string }).version,
  };
  const emitter = Object.assign(new EventEmitter(), { exports, summary: {} as object, reporters: {} });
  const summary = new RunSummary(emitter, options);
  emitter.summary = summary;
  keepTimes(summary, emitter, shown);
  new Reporter(emitter, {}, options);
  await replay(shown, emitter, items, sdk);
  return exports.map(({ default: name = `${reporter.name}.txt`, content }) => ({
    name: basename(name),
    content: typeof content === 'string' ? content : JSON.stringify(content ?? '', null, 2),
  }));
}

/** Every text of a value without control characters and commands. */
function inert(value: unknown): unknown {
  if (typeof value === 'string') return withoutAnyCommand(value);
  if (Array.isArray(value)) return value.map(inert);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inert(member)]));
}

/** The summary looks at the clock when it is told of the beginning and the end; but that was earlier. */
function keepTimes({ run }: Summary, emitter: EventEmitter, result: RunResult): void {
  const started = Date.parse(result.startedAt);
  emitter.on('start', () => {
    run.timings.started = started;
  });
  emitter.on('beforeDone', () => {
    run.timings.completed = started + result.durationMs;
  });
}
