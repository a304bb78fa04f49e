import { Failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { isTokenName } from '../../redaction/credential.ts';
import { createRedactor, type Redactor } from '../../redaction/redactor.ts';
import { isCommon } from '../../redaction/secrecy.ts';
import { readEnvFile } from '../../settings/environment-file.ts';
import type { DoctorArguments } from './arguments.ts';

/** A redactor that knows the secrets of the environment and of the `.env` file, by the names of their variables. */
export async function redactorForDoctor({ envFile }: DoctorArguments, io: Io): Promise<Redactor> {
  const redactor = createRedactor({ isLenient: true });
  const settings = { ...(await settingsIn(envFile, io)), ...io.env };
  for (const [name, value] of Object.entries(settings)) {
    if (value !== undefined && isTokenName(name) && value.length >= 6 && !isCommon(value)) {
      redactor.learn(name, value);
    }
  }
  return redactor;
}

/** What cannot be read is no reason to explain nothing: whoever needs the file says so. */
async function settingsIn(
  envFile: string | undefined,
  io: Io,
): Promise<Readonly<Record<string, string | undefined>>> {
  try {
    return await readEnvFile(envFile, io);
  } catch (error) {
    if (error instanceof Failure && envFile === undefined) return {};
    throw error;
  }
}
