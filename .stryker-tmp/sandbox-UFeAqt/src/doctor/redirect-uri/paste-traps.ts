// @ts-nocheck
import { characterName } from '../../oauth/characters.ts';
import type { PastedUri } from '../../oauth/pasted-uri.ts';
import { type Problem, problem } from '../diagnosis.ts';
import { trapCodes } from './codes.ts';
import { markedLine, markedLines } from './marked-lines.ts';
import type { RedirectUriPair } from './observation.ts';

/** What copying and pasting left in the value that was sent, and in the registered one. */
export function pasteTraps({ sent, nearest, isAccepted }: RedirectUriPair): Problem[] {
  const sides = [
    { label: 'sent', pasted: sent },
    ...(nearest && !isAccepted ? [{ label: 'registered', pasted: nearest.pasted }] : []),
  ];
  return sides.flatMap(({ label, pasted }) =>
    pasted.traps
      // What is registered just so is not encoded once too often.
      .filter(({ kind }) => !isAccepted || kind !== 'double-encoded value')
      .map(({ kind, seen }) =>
        problem(trapCodes[kind], {
          evidence: [
            ...show(label, pasted),
            `found       ${seen.join(' ')}`,
            `meant       ${pasted.values.join('  and  ')}`,
          ],
        }),
      ),
  );
}

function show(label: string, { original, values }: PastedUri): string[] {
  const invisible = (character: string) => characterName(character) !== undefined;
  if ([...original].some(invisible)) return markedLine(label.padEnd(10), original, invisible);
  return markedLines(
    original,
    values.length === 1 ? values[0] : original,
    [],
    [label.padEnd(10), 'meant'],
  ).slice(0, 2);
}
