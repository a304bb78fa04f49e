import { resolve } from 'node:path';
import { collectionsFor } from '../../collection/collections.ts';
import { environmentWith } from '../../collection/environment.ts';
import { compareFiles, type GeneratedFile, jsonFile, writeFiles } from '../../collection/files.ts';
import { writtenBySdk } from '../../collection/written-by-sdk.ts';
import { DEFAULT_PORT } from '../../emulator/config/default-config.ts';
import { isPlayed } from '../../emulator/dialects.ts';
import { playedProvider } from '../../emulator/played-provider.ts';
import type { ExitCode } from '../../exit-code.ts';
import { failure } from '../../failure.ts';
import type { FlowId } from '../../flows/flow.ts';
import { ownSettings } from '../../inert.ts';
import type { Io } from '../../io.ts';
import { say } from '../../printable/printable.ts';
import { defaultProvider } from '../../providers/default-provider.ts';
import { loadProfile } from '../../providers/load.ts';
import type { Profile } from '../../providers/profile.ts';
import { shellWord } from '../../shell-word.ts';

interface GenerateOptions {
  readonly provider: string;
  readonly flow?: readonly FlowId[] | undefined;
  readonly out: string;
  readonly check: boolean;
}

/**
 * Writes the collections and environments of a provider, or compares them with what is there.
 *
 * @throws Failure COLLECTIONS_STALE when --check finds a difference, which has been printed by then
 */
export async function generateFiles(options: GenerateOptions, io: Io): Promise<ExitCode> {
  const profile = await loadProfile(options.provider, io, { standIns: true });
  const emulated = isPlayed(options.provider) ? await emulatedSettings(options.provider) : undefined;
  const files = generatedFiles(profile, options.flow, emulated);
  const folder = resolve(io.cwd, options.out);
  if (!options.check) {
    await writeFiles(folder, files);
    io.out(say`${files.map(({ name }) => say`wrote ${options.out}/${name}\n`)}`);
    return 0;
  }
  const stale = await compareFiles(folder, files);
  if (stale.length === 0) {
    io.out(say`${files.length} files in ${options.out} are what the generator makes.\n`);
    return 0;
  }
  io.out(say`${stale.map(({ difference }) => difference).join('')}`);
  throw failure('COLLECTIONS_STALE', {
    count: stale.length,
    files: stale.map(({ name }) => name).join(', '),
    command: mendingCommand(options),
  });
}

/** The settings of an emulator at its usual port, for the provider that it plays. */
export async function emulatedSettings(provider: string): Promise<Record<string, string>> {
  const { settings } = await playedProvider(provider);
  return settings(`http://127.0.0.1:${DEFAULT_PORT}`);
}

/**
 * Every file that is generated for a provider, in the order in which it is written.
 *
 * @param emulated settings of the emulator; left out where it does not play the provider
 */
export function generatedFiles(
  profile: Profile,
  flows?: readonly FlowId[],
  emulated?: Readonly<Record<string, string>>,
): GeneratedFile[] {
  const collections = collectionsFor(profile, flows).map(({ flow, collection }) =>
    jsonFile(`${profile.id}-${flow}.postman_collection.json`, writtenBySdk(collection)),
  );
  const live = environmentWith(profile, `${profile.name} live`, {});
  const environments = [jsonFile(`${profile.id}-live.postman_environment.json`, live)];
  if (emulated !== undefined) {
    const settings = ownSettings({ ...emulated, publish: 'true' });
    const emulator = environmentWith(profile, `${profile.name} emulator`, settings);
    environments.push(jsonFile(`${profile.id}-emulator.postman_environment.json`, emulator));
  }
  return [...collections, ...environments];
}

function mendingCommand(options: GenerateOptions): string {
  const words = ['npx legwork generate'];
  if (options.provider !== defaultProvider) words.push(`--provider ${shellWord(options.provider)}`);
  for (const flow of options.flow ?? []) words.push(`--flow ${flow}`);
  if (options.out !== 'collections') words.push(`--out ${shellWord(options.out)}`);
  return words.join(' ');
}
