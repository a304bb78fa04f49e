// @ts-nocheck
import { createRequire } from 'node:module';

/** What is used of the package that has Newman's sandbox in it. */
interface Sandbox {
  createContext(options: object, done: (error: Error | null | undefined, context: Context) => void): void;
}
interface Context {
  execute(
    event: object,
    options: object,
    done: (
      error: Error | null,
      execution?: { environment: { values: { key: string; value: unknown }[] } },
    ) => void,
  ): void;
  dispose(): void;
}

/** The sandbox ends a script after half a minute. */
const AT_ONCE = 200;

const requireFromNewman = createRequire(createRequire(import.meta.url).resolve('newman'));

/**
 * Runs a script in the sandbox that Newman has, with its own cheerio, once for many inputs.
 *
 * @param source gives a function `answer`, which is called with each input
 * @param inputs ready for JSON
 * @returns what it answered to each
 */
export async function inSandbox<Input, Output>(source: string, inputs: readonly Input[]): Promise<Output[]> {
  const answers: Output[] = [];
  for (let at = 0; at < inputs.length; at += AT_ONCE) {
    answers.push(...(await execute<Input, Output>(source, inputs.slice(at, at + AT_ONCE))));
  }
  return answers;
}

function execute<Input, Output>(source: string, inputs: readonly Input[]): Promise<Output[]> {
  const sandbox: Sandbox = requireFromNewman('postman-sandbox');
  const script = `${source}\n;pm.environment.set('answers', JSON.stringify(JSON.parse(pm.environment.get('inputs')).map(answer)));`;
  return new Promise((resolve, reject) => {
    sandbox.createContext({}, (failed, context) => {
      if (failed) return reject(failed);
      const environment = [{ key: 'inputs', value: JSON.stringify(inputs) }];
      context.execute(
        { listen: 'test', script: { exec: script.split('\n') } },
        { timeout: 300_000, context: { environment } },
        (error, execution) => {
          context.dispose();
          const answers = execution?.environment.values.find(({ key }) => key === 'answers')?.value;
          if (typeof answers === 'string') resolve(JSON.parse(answers) as Output[]);
          else reject(new Error(`The script gave no answers: ${JSON.stringify(error)}`));
        },
      );
    });
  });
}
