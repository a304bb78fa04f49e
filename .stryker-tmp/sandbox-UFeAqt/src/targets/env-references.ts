// @ts-nocheck
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: how a reference is written is what the text says
/** A text in which references to environment variables were replaced. */
export interface Filled {
  readonly text: string;
  /** Whether any of it came out of the environment: then it is taken for a secret. */
  readonly fromEnvironment: boolean;
  /** What could not be replaced, in words. */
  readonly problems: readonly string[];
}

/**
 * Replaces `${NAME}` by the environment variable NAME; `$${` writes `${`. A variable that is empty counts as not set:
 * that is what a CI system makes of a secret that it does not have.
 */
export function fillFromEnvironment(
  value: string,
  env: Readonly<Record<string, string | undefined>>,
): Filled {
  const problems: string[] = [];
  let fromEnvironment = false;
  const text = value.replace(
    /(\$?)\$\{([^}]*)(\}?)/g,
    (whole, escaped: string, name: string, end: string) => {
      if (escaped !== '') return whole.slice(1);
      if (end === '' || !/^[A-Za-z_]\w*$/.test(name)) {
        problems.push(
          '"${" begins a reference to an environment variable, such as ${CLIENT_SECRET}; "$${" writes "${"',
        );
        return whole;
      }
      fromEnvironment = true;
      const found = Object.hasOwn(env, name) ? env[name] : undefined;
      if (found === undefined || found === '') {
        problems.push(`the environment variable ${name} is ${found === '' ? 'empty' : 'not set'}`);
      }
      return found ?? '';
    },
  );
  return { text, fromEnvironment, problems };
}
