import type { Diagnosis } from '../../src/doctor/diagnosis.ts';
import { main } from '../../src/main.ts';
import { testIo } from './io.ts';

/** What `legwork doctor … --json` says of a text on standard input. */
export async function askDoctor(
  text: string,
  options: readonly string[] = [],
  what: 'error' | 'url' = 'error',
): Promise<Diagnosis> {
  const read = async (limit: number) => Buffer.from(text).subarray(0, limit);
  const io = testIo({ stdin: { isTerminal: false, read } });
  const code = await main(['doctor', what, '-', '--json', ...options], io, '0');
  const diagnosis: Diagnosis = JSON.parse(io.written());
  if (code !== (diagnosis.problems.length > 0 ? 4 : 0)) throw new Error(`The exit code is ${code}.`);
  return diagnosis;
}

/** A response as `curl -i` prints it. */
export async function asText(response: Response): Promise<string> {
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}\n`).join('');
  return `HTTP/1.1 ${response.status} X\n${head}\n${await response.text()}`;
}
