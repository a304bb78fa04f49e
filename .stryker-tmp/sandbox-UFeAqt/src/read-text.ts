// @ts-nocheck
import { constants, type FileHandle, open } from 'node:fs/promises';
import { failure } from './failure.ts';
import { fileReason } from './file-reason.ts';
import type { Io } from './io.ts';

/** Bytes that a text may have; the largest collections have some megabytes. */
export const MOST_BYTES = 32 * 1024 * 1024;
/** Bytes to ask for at first; as many again as there are already, later. */
const CHUNK = 64 * 1024;
/** How often a pipe is asked for more, and milliseconds in between: a minute, in which a person can type a password. */
const QUESTIONS = 1200;
const PAUSE = 50;

/** The effects that reading needs: a pipe may have to be waited for. */
export type ReadIo = Pick<Io, 'sleep' | 'interrupted'>;

/**
 * Reads a file of text whole: UTF-8 or UTF-16, with or without a byte order mark. It may be a pipe, such as a shell makes
 * of `<(command)`. Whatever it is, reading comes to an end.
 *
 * @param path absolute
 * @param file as the person named it
 * @throws Failure FILE_UNREADABLE, also when it has more than 32 megabytes, or is no text
 */
export async function readText(path: string, file: string, io: ReadIo): Promise<string> {
  return textOf(await readBytes(path, file, MOST_BYTES + 1, io), file);
}

/**
 * The text that bytes are.
 *
 * @throws Failure FILE_UNREADABLE when there are more than {@link MOST_BYTES}, or they are no text
 */
export function textOf(bytes: Uint8Array, file: string): string {
  if (bytes.length > MOST_BYTES) {
    throw unreadable(file, `it has more than ${MOST_BYTES / 1024 / 1024} megabytes`);
  }
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable(file, 'it is no text in UTF-8', error);
  }
}

/**
 * Reads the beginning of a file.
 *
 * @param limit bytes; what comes after them is left unread
 * @throws Failure FILE_UNREADABLE
 */
export async function readBytes(path: string, file: string, limit: number, io: ReadIo): Promise<Uint8Array> {
  try {
    // Without this flag, opening a pipe that nobody writes to never comes back. Windows has neither.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await readFrom(handle, limit, io);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(file, fileReason(error), error);
  }
}

/** Programs of Windows write UTF-16 when their output is sent to a file. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

async function readFrom(handle: FileHandle, limit: number, io: ReadIo): Promise<Uint8Array> {
  const isPipe = (await handle.stat()).isFIFO();
  const chunks: Buffer[] = [];
  let length = 0;
  let questions = 0;
  while (length < limit) {
    const chunk = await nextChunk(handle, Math.min(Math.max(CHUNK, length), limit - length));
    // A pipe has nothing yet, or nobody has begun to write to it.
    if (chunk === undefined || (chunk.length === 0 && isPipe && length === 0)) {
      questions += 1;
      if (questions > QUESTIONS || io.interrupted.aborted) throw new Error('nothing came out of it');
      await io.sleep(PAUSE, io.interrupted);
      continue;
    }
    if (chunk.length === 0) break;
    chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

/** Empty at the end; undefined where more may come later. */
async function nextChunk(handle: FileHandle, size: number): Promise<Buffer | undefined> {
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(size), 0, size, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}

function unreadable(file: string, reason: string, cause?: unknown) {
  return failure('FILE_UNREADABLE', { file, reason }, cause === undefined ? {} : { cause });
}
