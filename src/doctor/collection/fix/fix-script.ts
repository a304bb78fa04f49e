import { list, object, text } from '../json-value.ts';
import { shownLine } from '../shown-line.ts';
import { type Change, type Draft, isDraft } from './change.ts';
import type { JsonPath } from './rewrite-json.ts';

const EVERY_FORM = /\$\(\s*['"`]form['"`]\s*\)(?=\s*(?:;|\.(?:serialize\w*|attr|find)\b))/g;
const WITH_PASSWORD = "$$('form').has('input[type=password]')";

/** A script that takes every form of a page takes the one with the password. */
export function fixScript(item: Draft, path: JsonPath, place: string, changes: Change[]): void {
  for (const [number, event] of list(item.event).entries()) {
    const script = object(event).script;
    if (!isDraft(script)) continue;
    const where: JsonPath = [...path, 'event', number, 'script', 'exec'];
    const report = (line: string) =>
      changes.push({
        place,
        what: 'the script takes the form with the password, not every form',
        before: shownLine(line),
        after: shownLine(line.replace(EVERY_FORM, WITH_PASSWORD)),
        paths: [where],
      });
    if (typeof script.exec === 'string') {
      const fixed = script.exec.replace(EVERY_FORM, WITH_PASSWORD);
      if (fixed !== script.exec)
        report(script.exec.split('\n').find((line) => line.search(EVERY_FORM) !== -1) ?? '');
      script.exec = fixed;
    } else if (Array.isArray(script.exec)) {
      const lines = script.exec.map(text);
      for (const line of lines) if (line.search(EVERY_FORM) !== -1) report(line);
      if (lines.some((line) => line.search(EVERY_FORM) !== -1))
        script.exec = lines.map((line) => line.replace(EVERY_FORM, WITH_PASSWORD));
    }
  }
}
