import type { Io } from '../io.ts';
import type { EmulatorConfig } from './config/config.ts';
import { defaultConfig } from './config/default-config.ts';
import type { Dialect } from './dialect/dialect.ts';
import { createEmulator } from './emulator.ts';
import type { FaultRule } from './faults/parse-fault.ts';
import { type ServedEmulator, serveEmulator } from './http/serve.ts';

/** Which emulator to start, and where it listens. */
export interface StartOptions {
  /** Left out: the applications and members that come with legwork. */
  readonly config?: EmulatorConfig;
  /** Left out: LinkedIn is played. */
  readonly dialect?: Dialect | undefined;
  /** 0, or left out: any free port. */
  readonly port?: number;
  readonly host?: string | undefined;
  readonly faults?: readonly FaultRule[];
  readonly control?: boolean;
}

/**
 * Starts an emulator that listens on loopback until it is closed.
 *
 * @throws Failure PORT_IN_USE, LISTEN_FAILED
 */
export async function startEmulator(
  io: Pick<Io, 'now' | 'randomBytes'>,
  { config = defaultConfig, dialect, port = 0, host, faults, control }: StartOptions = {},
): Promise<ServedEmulator> {
  const { now, randomBytes } = io;
  return serveEmulator(createEmulator({ config, dialect, now, randomBytes, faults, control }), {
    port,
    host,
  });
}
