import { once } from 'node:events';
import { resolve } from 'node:path';
import { DEFAULT_PORT } from '../emulator/config/default-config.ts';
import { checkPlayed, played } from '../emulator/dialects.ts';
import { parseFault } from '../emulator/faults/parse-fault.ts';
import { playedProvider } from '../emulator/played-provider.ts';
import type { ExitCode } from '../exit-code.ts';
import { failure } from '../failure.ts';
import { say } from '../printable/printable.ts';
import { defaultProvider } from '../providers/default-provider.ts';
import { defineCommand } from './command.ts';

/** `legwork emulate`: plays a provider on this computer until it is stopped. */
export const emulate = defineCommand({
  name: 'emulate',
  summary:
    'Emulate LinkedIn or another provider on this computer: sign-in, tokens and errors, without an account.',
  options: {
    provider: {
      type: 'string',
      default: defaultProvider,
      describe: `Which provider to play: ${played.join(', ')}`,
    },
    port: {
      type: 'number',
      default: DEFAULT_PORT,
      range: { least: 0, most: 65_535 },
      describe: 'Port to listen on; 0 picks a free one',
    },
    config: { type: 'string', describe: 'JSON file with your own applications and members' },
    fault: {
      type: 'string',
      array: true,
      describe: 'Fault to play: ENDPOINT[#CALLS]=FAULT[:NUMBER], such as token#1=status:503; may be repeated',
    },
    control: {
      type: 'boolean',
      default: false,
      describe: 'Show requests and accept faults at /_emulator while it runs; on loopback only',
    },
    host: { type: 'string', describe: 'Host name or IP address to listen on, instead of loopback only' },
  },
  examples: [
    ['legwork emulate', `Listen on port ${DEFAULT_PORT} until Ctrl-C`],
    [
      'legwork emulate --provider github',
      'Play GitHub: its redirect URI rule, its errors, its token responses',
    ],
    ['legwork emulate --port 0 --config emulator.json', 'Use a free port and your own applications'],
    [
      'legwork emulate --fault token#1=status:503 --fault api=throttle',
      'Fail the first token request, and throttle the APIs',
    ],
  ],
  async run({ provider, port, config: file, host, fault, control }, io): Promise<ExitCode> {
    if (control && host !== undefined) {
      throw failure('USAGE', {
        problem: '--control works on loopback only; omit --host.',
        command: 'emulate',
      });
    }
    if (provider !== defaultProvider) {
      const { loadProfile } = await import('../providers/load.ts');
      await loadProfile(provider, io, { standIns: true });
      checkPlayed(provider);
    }
    const faults = (fault ?? []).map(parseFault);
    const [{ createEmulator }, { serveEmulator }, { readEmulatorConfig }] = await Promise.all([
      import('../emulator/emulator.ts'),
      import('../emulator/http/serve.ts'),
      import('../emulator/config/read-config.ts'),
    ]);
    const { dialect, name, config: own, settings: settingsAt } = await playedProvider(provider);
    const config = file === undefined ? own : await readEmulatorConfig(resolve(io.cwd, file), file, io);
    const emulator = createEmulator({
      config,
      dialect,
      now: io.now,
      randomBytes: io.randomBytes,
      faults,
      control,
    });
    const { origin, close } = await serveEmulator(emulator, { port, host });
    const settings = settingsAt(origin, config);
    io.out(say`${origin}\n`);
    io.err(say`The emulator plays ${name} at ${origin}. Nothing leaves this computer.

  In a browser  ${origin}/ lists all applications, members and endpoints${control ? `\n  Control       ${origin}/_emulator shows requests and takes faults` : ''}
  Sign in as    ${settings.username ?? ''} with password ${settings.password ?? ''}
  client_id     ${settings.client_id ?? ''}
  client_secret ${settings.client_secret ?? ''}${faults.map(({ spec }) => `\n  Goes wrong    ${spec}`).join('')}

Press Ctrl-C to stop.
`);
    if (!io.interrupted.aborted) await once(io.interrupted, 'abort');
    await close();
    return 0;
  },
});
