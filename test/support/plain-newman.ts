import newman from 'newman';

/** What plain Newman saw, without any of legwork's own runner: proof that a collection works by itself. */
export interface PlainRun {
  /** `step: assertion`, in order, with the message of those that failed. */
  readonly assertions: {
    readonly step: string;
    readonly name: string;
    readonly message: string | undefined;
  }[];
  readonly requests: {
    readonly step: string;
    readonly method: string;
    readonly url: string;
    readonly status: number | undefined;
  }[];
  readonly console: string[];
  /** The environment as it was at the end. */
  readonly environment: Record<string, string>;
}

/**
 * Runs a collection with Newman as a stranger would, with no options but the environment.
 *
 * @param variables the environment's variables
 * @param options `insecure`: any certificate will do
 */
export function runPlain(
  collection: object,
  variables: Record<string, string>,
  options: { readonly insecure?: boolean } = {},
): Promise<PlainRun> {
  const run: PlainRun = { assertions: [], requests: [], console: [], environment: {} };
  const values = Object.entries(variables).map(([key, value]) => ({ key, value, enabled: true }));
  return new Promise((resolve, reject) => {
    newman
      .run(
        plainOptions({ collection, environment: { values }, timeout: 30_000, ...options }),
        (error, summary?: unknown) => {
          if (error) return reject(error);
          for (const { key, value } of (summary as NewmanSummary).environment.values.members) {
            run.environment[key] = String(value);
          }
          resolve(run);
        },
      )
      .on('assertion', (_error, { assertion, error, item }) => {
        run.assertions.push({ step: item.name, name: assertion, message: error?.message });
      })
      .on('request', (_error, { request, response, item }) => {
        run.requests.push({
          step: item.name,
          method: request.method,
          url: request.url.toString(),
          status: response?.code,
        });
      })
      .on('script', (failed, { error = failed, item }) => {
        if (error) run.assertions.push({ step: item.name, name: 'script', message: error.message });
      })
      .on('console', (_error, { messages }) => {
        run.console.push(messages.join(' '));
      });
  });
}

/** Legwork's own declaration of Newman demands the options that legwork always gives; a stranger gives none. */
function plainOptions(options: object): Parameters<typeof newman.run>[0] {
  return options as Parameters<typeof newman.run>[0];
}

interface NewmanSummary {
  readonly environment: { readonly values: { readonly members: readonly { key: string; value: unknown }[] } };
}

/** The messages of failed assertions. */
export function failuresOf(run: PlainRun): string[] {
  return run.assertions.flatMap(({ step, message }) =>
    message === undefined ? [] : [`${step}: ${message}`],
  );
}
