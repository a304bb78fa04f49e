import { CiCommand } from '../../printable/ci-commands.ts';
import { annotation, MOST } from '../../reports/github.ts';
import type { ManyResult } from '../result-log/many-result.ts';
import { counted, number, recordsByCause } from './words.ts';

/** Names of targets in an annotation. */
const MOST_NAMES = 10;

/** What went wrong with many targets as annotations of a GitHub Actions run: each thing once. */
export function manyAnnotations({ index }: Pick<ManyResult, 'index'>): CiCommand {
  const groups = recordsByCause(index);
  const annotations = index.causes.slice(0, MOST).map((cause, at) => {
    const names = [...new Set((groups[at] ?? []).map(({ target }) => target))];
    const more = names.length > MOST_NAMES ? ` and ${number(names.length - MOST_NAMES)} more` : '';
    return annotation({
      level: cause.kind === 'failed' ? 'error' : 'warning',
      title: `${counted(names.length, 'target')}: ${cause.title}`,
      text: [cause.text, `${names.slice(0, MOST_NAMES).join(', ')}${more}`].filter(Boolean).join('\n'),
    });
  });
  return CiCommand.all(annotations);
}
