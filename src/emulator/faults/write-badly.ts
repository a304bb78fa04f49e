import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { EmulatorResponse } from '../http/response.ts';
import type { FaultRule } from './parse-fault.ts';

const PARTS = 16;

/**
 * Writes a response to a socket as the faults want it.
 *
 * @returns whether it was written; false when it was only held back, and is still to be written in the ordinary way
 */
export async function writeBadly(
  response: EmulatorResponse,
  faults: readonly FaultRule[],
  outgoing: ServerResponse,
): Promise<boolean> {
  for (const { value = 0 } of faults.filter(({ kind }) => kind === 'latency')) await patience(value);
  const fault = faults.find(({ kind }) => kind !== 'latency');
  if (fault === undefined) return false;
  const { socket } = outgoing;
  if (socket === null || fault.kind === 'reset' || fault.kind === 'lost') {
    socket?.resetAndDestroy();
    return true;
  }
  const body = Buffer.from(response.body);
  const half = body.subarray(0, Math.ceil(body.length / 2));
  const declared = fault.kind === 'wrong-length' ? half.length : body.length;
  // One byte too many is declared where there is no body to cut.
  const length = body.length === 0 && fault.kind !== 'trickle' ? 1 : declared;
  outgoing.writeHead(response.status, response.statusText, headersOf(response, length));
  switch (fault.kind) {
    case 'cut':
    case 'truncate':
      outgoing.write(half);
      outgoing.flushHeaders();
      // What was written must have left before the connection ends.
      await patience(20);
      if (fault.kind === 'cut') socket.resetAndDestroy();
      else socket.destroySoon();
      break;
    case 'wrong-length':
      outgoing.write(half);
      await patience(20);
      outgoing.end(body.subarray(half.length));
      break;
    case 'stall':
      outgoing.write(half);
      break;
    case 'trickle':
      await writeSlowly(body, fault.value ?? 1, outgoing);
      break;
  }
  return true;
}

async function writeSlowly(body: Buffer, pause: number, outgoing: ServerResponse): Promise<void> {
  const size = Math.max(1, Math.ceil(body.length / PARTS));
  for (let at = 0; at < body.length && !outgoing.destroyed; at += size) {
    outgoing.write(body.subarray(at, at + size));
    await patience(pause);
  }
  outgoing.end();
}

/** The connection ends with the response: what is left over of a wrong length must not be read as the next one. */
function headersOf({ headers }: EmulatorResponse, length: number): string[] {
  return [...headers, ['content-length', String(length)], ['connection', 'close']].flat();
}

/** Does not keep the program alive. */
function patience(milliseconds: number): Promise<void> {
  return wait(milliseconds, undefined, { ref: false });
}
