import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { Failure, failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { parseJson } from '../providers/json-text.ts';
import { readText } from '../read-text.ts';

/** What an exported environment holds. */
interface ReadEnvironment {
  readonly values: Readonly<Record<string, string>>;
  /** Names of the variables that Postman was told to keep secret. */
  readonly secrets: readonly string[];
}

/**
 * Reads the variables of an environment that was exported from Postman. Variables that are switched off there are
 * left out (Newman would use them).
 *
 * @throws Failure FILE_UNREADABLE, FILE_NOT_JSON, FILE_INVALID
 */
export async function readPostmanEnvironment(file: string, io: Io): Promise<ReadEnvironment> {
  const text = await readText(resolve(io.cwd, file), file, io);
  const json = parseJson(text, file);
  const values = (json as { values?: unknown } | null)?.values;
  const problems = Array.isArray(values)
    ? values.flatMap((value: unknown, index) => problemsOf(value, index))
    : ['  values: expected a list of variables'];
  if (problems.length > 0) {
    throw failure('FILE_INVALID', {
      file,
      problems: problems.join('\n'),
      schema: 'an environment exported from Postman',
    });
  }
  const enabled = (values as { key: string; value: unknown; type?: unknown; enabled?: boolean }[]).filter(
    (variable) => variable.enabled !== false,
  );
  return {
    values: Object.fromEntries(enabled.map(({ key, value }) => [key, String(value ?? '')])),
    secrets: enabled.filter(({ type }) => type === 'secret').map(({ key }) => key),
  };
}

/**
 * Reads a `.env` file.
 *
 * @param file as the person named it; left out, `.env` in the current folder is read if there is one
 * @throws Failure FILE_UNREADABLE
 */
export async function readEnvFile(
  file: string | undefined,
  io: Io,
): Promise<Readonly<Record<string, string | undefined>>> {
  const named = file ?? '.env';
  try {
    const text = await readText(resolve(io.cwd, named), named, io);
    // Node takes a CR alone, as old editors write it, for a part of the value.
    return parseEnv(text.replace(/\r\n?/g, '\n'));
  } catch (error) {
    const cause = error instanceof Failure ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
    if (file === undefined && cause?.code === 'ENOENT') return {};
    throw error;
  }
}

function problemsOf(variable: unknown, index: number): string[] {
  const place = `  values[${index}]`;
  if (typeof variable !== 'object' || variable === null) return [`${place}: expected a variable`];
  const { key, value, enabled } = variable as Record<string, unknown>;
  return [
    ...(typeof key === 'string' && key !== '' ? [] : [`${place}.key: expected a name`]),
    ...(value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)
      ? []
      : [`${place}.value: expected text`]),
    ...(enabled === undefined || typeof enabled === 'boolean'
      ? []
      : [`${place}.enabled: expected true or false`]),
  ];
}
