import type { Diagnosis, NamedText, Problem } from './diagnosis.ts';

const WIDTH = 80;

/**
 * A diagnosis as text for people, at most 80 columns wide except for values that are to be copied.
 */
export function diagnosisText(diagnosis: Diagnosis): string {
  const { summary, facts, problems, exact, advice } = diagnosis;
  const blocks = [
    wrapped(summary),
    ...(facts.length > 0 ? [factLines(facts)] : []),
    ...problems.map((problem, index) => problemLines(problem, index + 1)),
    ...exact.map(({ name, text }) => [`${capital(name)}:`, `  ${text}`]),
    ...(advice.length > 0 ? [advice.flatMap((line) => wrapped(line, '- ', '  '))] : []),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function problemLines(
  { title, evidence, explanation, causes, remedy, page }: Problem,
  number: number,
): string[] {
  return [
    ...wrapped(title, `${number}. `, '   '),
    ...evidence.flatMap(evidenceLines),
    ...wrapped(explanation, '   '),
    ...(causes ?? []).flatMap((each, index) => [
      ...wrapped(each.cause, `   ${'abcdefghij'[index] ?? '-'}) `, '      '),
      ...wrapped(`How to tell: ${each.tell}`, '      '),
      ...wrapped(`What to do: ${each.remedy}`, '      '),
    ]),
    ...(causes === undefined ? wrapped(`What to do: ${remedy}`, '   ') : []),
    `   More: ${page}`,
  ];
}

/** Lines that are longer than the screen are prose or addresses with a label in front. */
function evidenceLines(line: string): string[] {
  if (line.length <= WIDTH - 5) return [`     ${line}`];
  const label = /^\S{1,12} {2,12}/.exec(line)?.[0] ?? '';
  return wrapped(line.slice(label.length), `     ${label}`, ' '.repeat(5 + label.length));
}

function factLines(facts: readonly NamedText[]): string[] {
  const width = Math.min(24, Math.max(...facts.map(({ name }) => name.length)));
  return facts.flatMap(({ name, text }) => {
    const label = `  ${name.padEnd(width)}  `;
    return wrapped(text, label.length > 30 ? `  ${name}  ` : label, ' '.repeat(width + 4));
  });
}

/** Breaks a text at spaces; a word that is longer than a line stays whole, so that it can be copied. */
function wrapped(text: string, first = '', rest = first.replace(/\S/g, ' ')): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/[ \n]+/)) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
