// @ts-nocheck
import { once } from 'node:events';
import { resolve } from 'node:path';
import { DEFAULT_PORT, defaultConfig } from '../emulator/default-config.ts';
import { parseFault } from '../emulator/faults/parse-fault.ts';
import { emulatorSettings } from '../emulator/settings.ts';
import { failure } from '../failure.ts';
import { defineCommand, type ExitCode } from './command.ts';

/** `legwork emulate`: plays LinkedIn on this computer until it is stopped. */
export const emulate = defineCommand({
  name: 'emulate',
  summary: 'Play LinkedIn on this computer: sign-in, tokens, APIs and errors, without an account.',
  options: {
    port: { type: 'number', default: DEFAULT_PORT, describe: 'Port to listen on; 0 takes a free one' },
    config: { type: 'string', describe: 'JSON file with applications and members of your own' },
    fault: {
      type: 'string',
      array: true,
      describe:
        'What goes wrong: ENDPOINT[#CALLS]=FAULT[:NUMBER], such as token#1=status:503; may be repeated',
    },
    control: {
      type: 'boolean',
      default: false,
      describe: 'Show requests and take faults at /_emulator while it runs; on loopback only',
    },
    host: { type: 'string', describe: 'Host name or address to listen on, instead of loopback only' },
  },
  examples: [
    ['legwork emulate', `Listen on port ${DEFAULT_PORT} until Ctrl-C`],
    ['legwork emulate --port 0 --config emulator.json', 'Take a free port, with your own applications'],
    ['legwork emulate --fault token#1=status:503 --fault api=throttle', 'Fail as a bad day does'],
  ],
  async run({ port, config: file, host, fault, control }, io): Promise<ExitCode> {
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw failure('USAGE', {
        problem: `--port takes a whole number from 0 to 65535, not ${port}.`,
        command: 'emulate',
      });
    }
    if (control && host !== undefined) {
      throw failure('USAGE', {
        problem: '--control is for loopback only, so it does not go together with --host.',
        command: 'emulate',
      });
    }
    const faults = (fault ?? []).map(parseFault);
    const [{ createEmulator }, { serveEmulator }, { readEmulatorConfig }] = await Promise.all([
      import('../emulator/emulator.ts'),
      import('../emulator/serve.ts'),
      import('../emulator/read-config.ts'),
    ]);
    const config =
      file === undefined ? defaultConfig : await readEmulatorConfig(resolve(io.cwd, file), file, io);
    const emulator = createEmulator({ config, now: io.now, randomBytes: io.randomBytes, faults, control });
    const { origin, close } = await serveEmulator(emulator, { port, host });
    const settings = emulatorSettings(origin, config);
    io.out(`${origin}\n`);
    io.err(`The emulator plays LinkedIn at ${origin}. Nothing leaves this computer.

  In a browser  ${origin}/ lists all applications, members and endpoints${control ? `\n  Control       ${origin}/_emulator shows requests and takes faults` : ''}
  Sign in as    ${settings.username} with password ${settings.password}
  client_id     ${settings.client_id}
  client_secret ${settings.client_secret}${faults.map(({ spec }) => `\n  Goes wrong    ${spec}`).join('')}

Press Ctrl-C to stop.
`);
    if (!io.interrupted.aborted) await once(io.interrupted, 'abort');
    await close();
    return 0;
  },
});
