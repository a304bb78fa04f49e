import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { Failure, failure } from '../../failure.ts';
import { fileReason } from '../../file-reason.ts';
import type { FlowResult } from '../../runner/result.ts';
import type { ResultLogEnd, ResultLogFlow, ResultLogHead, ResultLogLine, Span } from './result-log.ts';

/** A result log, or a part of it, as it was found. */
export interface ResultLog {
  readonly head: ResultLogHead;
  /** Left out where the process was killed before it was written. */
  readonly end?: ResultLogEnd;
}

/** There may be more shards than a process may have open files. */
const MOST_OPEN = 64;

/** A line without end is no result log, and must not fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * Reads a result log line by line, in constant memory. The end may be missing, and the last line may be torn, as a killed
 * process leaves them; anything else is refused.
 *
 * @param path absolute
 * @param shown how messages name the file
 * @param onFlow told of every flow, with where its line lies; `file` numbers it
 * @param isFlow whether a parsed line is a flow through and through
 * @throws Failure FILE_UNREADABLE; RESULT_LOG_INVALID with the number of the line
 */
export async function readResultLog(
  { path, shown, file = 0 }: { readonly path: string; readonly shown: string; readonly file?: number },
  onFlow: (flow: FlowResult, at: Span) => void,
  isFlow: (value: unknown) => boolean = () => true,
): Promise<ResultLog> {
  let head: ResultLogHead | undefined;
  let end: ResultLogEnd | undefined;
  let number = 0;
  const seen = new Set<string>();
  try {
    for await (const { bytes, offset, isWhole } of linesOf(path)) {
      number += 1;
      const invalid = (problem: string) =>
        failure('RESULT_LOG_INVALID', { file: shown, line: number, problem });
      if (bytes.length > LONGEST_LINE) throw invalid('it is too long');
      if (hasNul(bytes)) throw invalid('it has NUL characters, as a crash or a broken copy leaves them');
      const value = parsed(bytes);
      // What a killed process leaves behind.
      if (value === undefined && !isWhole && head !== undefined) break;
      const line = checked(value, isFlow);
      if (typeof line === 'string') throw invalid(line);
      if ((number === 1) !== (line.kind === 'head'))
        throw invalid('the head is the first line, and there is one');
      if (end !== undefined) throw invalid('something follows the end');
      if (line.kind === 'head') head = line;
      else if (line.kind === 'end') end = line;
      else {
        const { kind: _, ...flow } = line;
        const key = JSON.stringify([flow.targetName, flow.flow]);
        if (seen.has(key))
          throw invalid(`the flow "${flow.flow}" of the target "${flow.targetName}" is there twice`);
        seen.add(key);
        onFlow(flow, { file, offset, length: bytes.length });
      }
    }
  } catch (error) {
    throw readable(error, shown);
  }
  if (head === undefined)
    throw failure('RESULT_LOG_INVALID', { file: shown, line: 1, problem: 'it is empty' });
  return { head, ...(end !== undefined && { end }) };
}

/**
 * Reads the head of a result log alone.
 *
 * @throws Failure FILE_UNREADABLE; RESULT_LOG_INVALID
 */
export async function readResultLogHead(file: {
  readonly path: string;
  readonly shown: string;
}): Promise<ResultLogHead> {
  const invalid = (problem: string) => failure('RESULT_LOG_INVALID', { file: file.shown, line: 1, problem });
  try {
    for await (const { bytes } of linesOf(file.path)) {
      const line = checked(parsed(bytes), () => true);
      if (typeof line === 'string') throw invalid(line);
      if (line.kind !== 'head') break;
      return line;
    }
  } catch (error) {
    throw readable(error, file.shown);
  }
  throw invalid('the head is the first line');
}

/** Result logs from which flows are read, one at a time. */
export interface OpenResultLogs {
  /** @throws Failure FILE_UNREADABLE */
  readonly read: (at: Span) => Promise<FlowResult>;
  readonly close: () => Promise<void>;
}

/**
 * Reads single flows of result logs; a file is opened when it is needed.
 *
 * @param paths absolute, by the number that {@link Span.file} has
 */
export function openResultLogs(paths: readonly string[]): OpenResultLogs {
  const handles = new Map<number, FileHandle>();

  async function handleOf(file: number): Promise<FileHandle> {
    const known = handles.get(file);
    if (known !== undefined) return known;
    for (const [oldest, handle] of [...handles].slice(0, handles.size + 1 - MOST_OPEN)) {
      handles.delete(oldest);
      await handle.close();
    }
    const path = paths[file] ?? '';
    try {
      const handle = await open(path);
      handles.set(file, handle);
      return handle;
    } catch (error) {
      throw readable(error, path);
    }
  }

  return {
    read: async (at) => readFlow(await handleOf(at.file), at),
    async close() {
      await Promise.all([...handles.values()].map((handle) => handle.close()));
      handles.clear();
    },
  };
}

/** Reads one flow of a result log that is open. */
export async function readFlow(handle: FileHandle, { offset, length }: Span): Promise<FlowResult> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
  const { kind: _, ...flow } = JSON.parse(buffer.subarray(0, bytesRead).toString()) as ResultLogFlow;
  return flow;
}

interface Line {
  readonly bytes: Buffer;
  readonly offset: number;
  /** Whether a line end follows. */
  readonly isWhole: boolean;
}

async function* linesOf(path: string): AsyncGenerator<Line> {
  // Opening a pipe that nobody writes to never comes back, and a result log is read more than once.
  if (!(await stat(path)).isFile()) throw Object.assign(new Error('it is no file'), { code: 'ENXIO' });
  const parts: Buffer[] = [];
  let length = 0;
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      const bytes = Buffer.concat([...parts.splice(0), chunk.subarray(from, at)]);
      yield { bytes, offset, isWhole: true };
      offset += bytes.length + 1;
      from = at + 1;
      length = 0;
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST_LINE) break;
  }
  if (length > 0) yield { bytes: Buffer.concat(parts), offset, isWhole: false };
}

/** Raw, or as JSON escapes it: nothing that legwork writes has one. */
function hasNul(bytes: Buffer): boolean {
  if (bytes.includes(0)) return true;
  return bytes.includes('\\u0000') && /(?<!\\)(?:\\\\)*\\u0000/.test(bytes.toString());
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

/** The line, or what is wrong with it. */
function checked(value: unknown, isFlow: (value: unknown) => boolean): ResultLogLine | string {
  if (typeof value !== 'object' || value === null) return 'it is no JSON object';
  const line = value as ResultLogLine;
  switch (line.kind) {
    case 'head':
      if (line.version !== 1)
        return `its version is ${JSON.stringify(line.version)}, and this program reads version 1`;
      return isHead(line) ? line : 'it is no head of a result log';
    case 'end':
      return Number.isFinite(line.durationMs) && typeof line.interrupted === 'boolean'
        ? line
        : 'it is no end of a result log';
    case 'flow': {
      const { kind: _, ...flow } = line;
      return typeof flow.targetName === 'string' && isFlow(flow) ? line : 'it is no flow of a target';
    }
    default:
      return 'its kind is none of head, flow and end';
  }
}

function isHead({ tool, target, provider, startedAt, shard, list }: Partial<ResultLogHead>): boolean {
  const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
  return (
    typeof tool === 'string' &&
    (target === 'emulator' || target === 'live') &&
    typeof provider === 'string' &&
    typeof startedAt === 'string' &&
    !Number.isNaN(Date.parse(startedAt)) &&
    isCount(list?.count) &&
    typeof list?.digest === 'string' &&
    (shard === undefined ||
      (isCount(shard.index) && isCount(shard.total) && shard.index >= 1 && shard.index <= shard.total))
  );
}

/** What the file system says becomes a failure; anything else stays what it is. */
function readable(error: unknown, file: string): unknown {
  if (error instanceof Failure || (error as NodeJS.ErrnoException).code === undefined) return error;
  return failure('FILE_UNREADABLE', { file, reason: fileReason(error) }, { cause: error });
}
