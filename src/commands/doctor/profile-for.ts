import type { Io } from '../../io.ts';
import { anyServer } from '../../providers/any-server.ts';
import { loadProfile } from '../../providers/load.ts';
import type { Profile } from '../../providers/profile.ts';
import type { RecognizedProvider } from '../../providers/recognize.ts';

/**
 * What is known of whoever said no: of the provider that the text names, else of the one that the person named, else
 * of any server. Nobody is asked.
 *
 * @throws Failure for a named provider that is not known
 */
export async function profileFor(
  recognized: RecognizedProvider | undefined,
  named: string | undefined,
  io: Io,
): Promise<typeof anyServer & Partial<Profile>> {
  // A mistyped name is told, also where it is not needed.
  const given = named === undefined ? undefined : await loadProfile(named, io, { standIns: true });
  if (recognized === undefined) return given ?? anyServer;
  const { id } = recognized.facts;
  return given?.id === id ? given : loadProfile(id, io, { standIns: true });
}

/** What is said to whoever named another provider than the one that the text shows. */
export function disagreement(
  recognized: RecognizedProvider | undefined,
  named: string | undefined,
): string[] {
  if (recognized === undefined || named === undefined || recognized.facts.id === named) return [];
  return [
    `You named ${named}, but this comes from ${recognized.facts.name}: it was recognized ${recognized.reason}.`,
  ];
}
