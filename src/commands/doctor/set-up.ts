import type { Diagnosis } from '../../doctor/diagnosis.ts';
import { observeHost } from '../../doctor/observe.ts';
import { diagnoseSetUp } from '../../doctor/set-up/diagnose.ts';
import type { Setting } from '../../doctor/set-up/observation.ts';
import { isPlayed } from '../../emulator/dialects.ts';
import type { Io } from '../../io.ts';
import { loadProfile } from '../../providers/load.ts';
import type { Profile } from '../../providers/profile.ts';
import { readEnvFile } from '../../settings/environment-file.ts';
import type { DoctorArguments } from './arguments.ts';

const VARIABLES = ['client_id', 'client_secret', 'redirect_uri', 'scope', 'username', 'password'];
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];

/** `legwork doctor` alone: looks at the settings, and with --target live at the network. */
export async function examineSetUp(args: DoctorArguments, io: Io): Promise<Diagnosis> {
  const profile = await loadProfile(args.provider, io, {
    envFile: () => readEnvFile(args.envFile, io),
    standIns: args.target !== 'live',
  });
  const file = await readEnvFile(args.envFile, io);
  const settings = VARIABLES.map((variable): Setting => {
    const name = `${profile.environmentPrefix}_${variable.toUpperCase()}`;
    return {
      variable,
      name,
      value: io.env[name] || file[name],
      source: io.env[name] ? 'environment' : (args.envFile ?? '.env'),
    };
  });
  const hosts =
    args.target === 'live'
      ? await Promise.all(originsOf(profile).map((origin) => observeHost(origin, io)))
      : [];
  return diagnoseSetUp({
    kind: 'set-up',
    profile,
    isPlayed: isPlayed(profile.id),
    settings,
    proxies: PROXIES.filter((name) => io.env[name]),
    hosts,
  });
}

function originsOf({ metadata, apiBaseUrl }: Profile): string[] {
  const addresses = [
    metadata.authorization_endpoint,
    metadata.token_endpoint,
    metadata.userinfo_endpoint,
    apiBaseUrl,
  ];
  return [
    ...new Set(
      addresses
        .filter((address) => address !== undefined && URL.canParse(address))
        .map((address) => new URL(address ?? '').origin),
    ),
  ];
}
