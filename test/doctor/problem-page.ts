import type { Problem } from '../../src/doctor/diagnosis.ts';
import { type ProblemCode, problems } from '../../src/doctor/problems/all.ts';
import { causeOf } from '../../src/doctor/problems/causes.ts';
import { refusalCode } from '../../src/doctor/problems/refusals.ts';
import { allProviders } from '../../src/providers/atlas/all.ts';
import type { ErrorCase } from '../../src/providers/error-case.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { standardErrors } from '../../src/providers/standard-errors.ts';
import { doctorCommand } from '../../src/redirect-uri/doctor-command.ts';

/**
 * The page on a problem, as Markdown: `docs/problems/<code>.md`.
 *
 * @param example the problem as it was found in its test
 */
export function problemPageText(code: ProblemCode, example: Problem | undefined): string {
  const { title, explanation, remedy } = problems[code];
  const cases = casesOf(code);
  const evidence = example?.evidence ?? [];
  return [
    `# ${title}`,
    `Code: \`${code}\``,
    ...(evidence.length === 0 ? [] : [['```', ...evidence, '```'].join('\n')]),
    ...(cases.length === 0
      ? ['## What it means', explanation, '## What to do', remedy]
      : cases.flatMap(caseLines)),
    ...noteLines(code),
    ...nextStep(code),
    'All problems: [index](README.md). How to ask: [the doctor](../doctor.md).\n',
  ].join('\n\n');
}

/** Every page about a redirect_uri that was not accepted leads to the same two commands. */
function nextStep(code: ProblemCode): string[] {
  if (!['redirect-uri', 'redirect-uri-at-token'].includes(causeOf(code))) return [];
  const values = { provider: 'NAME', registered: ['REGISTERED'], requested: 'SENT' };
  return [
    '## Next',
    'Compare what is sent with what is registered by the rule of the provider; then let the server say it:',
    ['```sh', doctorCommand(values), doctorCommand({ ...values, probe: 'live' }), '```'].join('\n'),
  ];
}

const providers = await allProviders();

/** What single providers do of their own. */
function noteLines(code: ProblemCode): string[] {
  return providers.flatMap(({ name, notes = {} }) => {
    const note = Object.hasOwn(notes, code) ? notes[code] : undefined;
    if (note === undefined) return [];
    const { text, remedy } = note.value;
    return [
      `## ${name}`,
      [text, ...(remedy === undefined ? [] : [remedy])].join('\n\n'),
      `Source: ${note.source.at}`,
    ];
  });
}

/** The list of all pages. */
export function problemIndexText(): string {
  const codes = Object.keys(problems) as ProblemCode[];
  const lines = (wanted: readonly ProblemCode[]) =>
    wanted.map((code) => `- [${code}](${code}.md): ${problems[code].title}`).join('\n');
  return [
    '# What the doctor can name',
    'Each problem that `legwork doctor` finds has a code, which stays the same, and a page. This list and the pages are made from `src/doctor/problems`; `npx vitest run test/doctor/pages.test.ts -u` writes them anew.',
    '## Found by looking',
    lines(codes.filter((code) => !code.startsWith('rejected-'))),
    '## Refusals of servers',
    lines(codes.filter((code) => code.startsWith('rejected-'))),
  ]
    .join('\n\n')
    .concat('\n');
}

interface NamedCase {
  readonly who: string;
  readonly errorCase: ErrorCase;
}

function casesOf(code: ProblemCode): NamedCase[] {
  const of = (who: string, cases: Readonly<Record<string, ErrorCase>>) =>
    Object.entries(cases)
      .filter(([key]) => refusalCode(key) === code)
      .map(([, errorCase]) => ({ who, errorCase }));
  return [...of('LinkedIn', linkedin.errors), ...of('Any OAuth server', standardErrors)];
}

function caseLines({ who, errorCase }: NamedCase): string[] {
  const { place, status, otherStatuses = [], error, text, cause, remedy, causes = [], source } = errorCase;
  const statuses = [status, ...otherStatuses].filter((each) => each !== undefined).join(', ');
  return [
    `## ${who}`,
    [
      `- Where: ${place}`,
      ...(statuses === '' ? [] : [`- Status: ${statuses}`]),
      ...(error === undefined ? [] : [`- Code: \`${error}\``]),
      ...(text === undefined ? [] : [`- Text: \`${text.replaceAll('&quot;', '"')}\``]),
    ].join('\n'),
    `**Why**: ${cause}`,
    ...(causes.length === 0
      ? [`**What to do**: ${remedy}`]
      : [
          causes
            .map(
              (each, index) =>
                `${index + 1}. ${each.cause}\n   - How to tell: ${each.tell}\n   - What to do: ${each.remedy}`,
            )
            .join('\n'),
        ]),
    `Source: ${source}`,
  ];
}
