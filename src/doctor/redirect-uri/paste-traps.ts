import { characterName } from '../../redirect-uri/characters.ts';
import type { PastedUri } from '../../redirect-uri/pasted-uri.ts';
import { type Problem, problem } from '../diagnosis.ts';
import { trapCodes } from './codes.ts';
import { markedLine, markedLines } from './marked-lines.ts';
import type { RedirectUriPair } from './observation.ts';

/** What copying and pasting left in the value that was sent, and in the registered one. */
export function pasteTraps({ sent, nearest, verdict }: RedirectUriPair): Problem[] {
  const isAccepted = verdict.verdict === 'accepted';
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
  // A list is wrong as a whole.
  if (values.length > 1) return [`${label.padEnd(10)}  ${original}`];
  return markedLines(original, values[0], [], [label.padEnd(10), 'meant']).slice(0, 2);
}
