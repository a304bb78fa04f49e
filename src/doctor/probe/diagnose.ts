import { visible } from '../../redirect-uri/characters.ts';
import { type Diagnosis, type NamedText, type Problem, problem } from '../diagnosis.ts';
import { quoted } from '../mask.ts';
import { diagnoseRedirectUri } from '../redirect-uri/diagnose.ts';
import { markedLines } from '../redirect-uri/marked-lines.ts';
import { type JudgedRow, judgeRow } from './judge-row.ts';
import type { ProbeObservation } from './observation.ts';

/**
 * What asking an authorization endpoint showed: which values it accepts, which it refuses, and which value is
 * therefore likely to be registered.
 */
export function diagnoseProbe({ rows, profile, requested }: ProbeObservation): Diagnosis {
  const judged = rows.map((row) => judgeRow(row, profile));
  const control = judged.find(({ isControl }) => isControl);
  // A server that lets the control pass looks at the redirect_uri only after the login.
  const checksBefore = control?.verdict === 'refused';
  const isAccepted = ({ verdict }: JudgedRow) =>
    verdict === 'accepted' || (checksBefore && verdict === 'goes on to login');
  const own = judged.find(({ redirectUri }) => redirectUri === requested);
  const accepted = judged.filter((row) => isAccepted(row) && !row.isControl);
  const problems =
    own === undefined ? [problem('probe-without-answer')] : problemsOf(own, accepted, judged, requested);
  return {
    version: 1,
    subject: 'probe',
    provider: profile.id || null,
    summary: summary(own, accepted, problems, requested, profile.name),
    problems,
    facts: judged.map((row) => fact(row, isAccepted(row))),
    exact:
      problems.length > 0 && accepted[0] !== undefined
        ? [
            { name: 'send exactly', text: accepted[0].redirectUri },
            { name: 'or register exactly', text: requested },
          ]
        : [],
    advice: [
      ...(own?.verdict === 'goes on to login' && !checksBefore
        ? [
            'This server shows its login page for any redirect_uri and checks it later: sign in once with a browser to see.',
          ]
        : []),
      'Nobody was signed in, and nothing was sent but the requests listed above.',
    ],
  };
}

function problemsOf(
  own: JudgedRow,
  accepted: readonly JudgedRow[],
  judged: readonly JudgedRow[],
  requested: string,
): Problem[] {
  if (own.verdict === 'client refused')
    return [problem('client-refused', { evidence: [quoted(own.evidence)] })];
  if (judged.every(({ verdict }) => verdict === 'no answer') || own.verdict === 'no answer') {
    return [problem('probe-without-answer', { evidence: [quoted(own.evidence)] })];
  }
  if (own.verdict !== 'refused') return [];
  const [best] = accepted;
  if (best === undefined) return [problem('no-variant-registered', { evidence: [quoted(own.evidence)] })];
  const { problems } = diagnoseRedirectUri({
    kind: 'redirect-uri',
    requested,
    registered: [best.redirectUri],
    rules: {},
  });
  return [
    problem('another-variant-registered', {
      evidence: markedLines(requested, best.redirectUri, [], ['refused', 'accepted']),
      remedy: `Send ${visible(best.redirectUri)}, which is registered, or register ${visible(requested)}.`,
    }),
    ...problems,
  ];
}

function summary(
  own: JudgedRow | undefined,
  accepted: readonly JudgedRow[],
  problems: readonly Problem[],
  requested: string,
  name: string,
): string {
  const [first] = problems;
  if (first?.code === 'another-variant-registered')
    return `${name} refuses ${visible(requested)} and accepts ${visible(accepted[0]?.redirectUri ?? '')}: that one is registered.`;
  if (first !== undefined) return `${first.title}.`;
  if (own !== undefined && accepted.includes(own)) return `${name} accepts the requested redirect_uri.`;
  return `${name} does not say before the login whether it takes the requested redirect_uri.`;
}

function fact(row: JudgedRow, isAccepted: boolean): NamedText {
  const { verdict, redirectUri, label, evidence } = row;
  const name = isAccepted ? 'accepted' : verdict === 'goes on to login' ? 'unknown until login' : verdict;
  return { name, text: `${visible(redirectUri)} (${label}): ${quoted(evidence)}` };
}
