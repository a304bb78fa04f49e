import { lookUpError } from '../../providers/match-error.ts';
import { uriParts } from '../../redirect-uri/uri-parts.ts';
import { readAnswer } from '../answer/read-answer.ts';
import { readPage } from '../read-page.ts';
import type { ProbeObservation, ProbeRow } from './observation.ts';

/** What the server thinks of one redirect_uri. */
type ProbeVerdict = 'accepted' | 'refused' | 'client refused' | 'goes on to login' | 'no answer';

/** A verdict, and what it rests on. */
export interface JudgedRow extends ProbeRow {
  readonly verdict: ProbeVerdict;
  readonly evidence: string;
}

/**
 * Judges one answer. Being sent back to the redirect_uri, with a code or an error, proves that it was accepted
 * (RFC 6749 section 4.1.2.1 forbids it otherwise). A login page proves nothing by itself.
 */
export function judgeRow(row: ProbeRow, profile: ProbeObservation['profile']): JudgedRow {
  const judged = (verdict: ProbeVerdict, evidence: string): JudgedRow => ({ ...row, verdict, evidence });
  const last = row.hops.at(-1);
  if (row.failure !== undefined || last === undefined)
    return judged('no answer', row.failure ?? 'interrupted');
  const { status, location } = last;
  if (status < 400 && location !== undefined) return judgeRedirect(row, location, status, judged);
  const page = readPage(row.body);
  // Login pages quote the request, its redirect_uri included.
  if (status < 400 && page.asksForPassword)
    return judged('goes on to login', `${status} "${page.title.slice(0, 60)}"`);
  const answer = readAnswer(`HTTP/1.1 ${status}\n\n${row.body}`);
  const keys = lookUpError(profile, answer).map(({ key }) => key);
  const title = answer.page?.title ?? '';
  const evidence = [String(status), title === '' ? '' : `"${title.slice(0, 60)}"`, said(answer.words)]
    .filter((part) => part !== '')
    .join(' ');
  if (status === 999 || status === 429 || status >= 500) return judged('no answer', evidence);
  if (keys.includes('redirect_uri_mismatch')) return judged('refused', evidence);
  if (keys.includes('unknown_client_id') || keys.includes('client_authentication_failed'))
    return judged('client refused', evidence);
  if (/redirect[ _-]?ur[il]|redirect_mismatch/i.test(answer.words)) return judged('refused', evidence);
  if (
    /invalid[ _]client|client[ _]id|unknown client|client (?:is )?(?:invalid|not found)/i.test(answer.words)
  )
    return judged('client refused', evidence);
  if (status < 400) return judged('goes on to login', evidence);
  return judged('no answer', evidence);
}

function judgeRedirect(
  { redirectUri }: ProbeRow,
  location: string,
  status: number,
  judged: (verdict: ProbeVerdict, evidence: string) => JudgedRow,
): JudgedRow {
  // GitHub and Twitch send the browser to the registered callback, Cognito to a page of its own: a URL says why.
  const said = errorIn(location);
  if (MISMATCH.test(said))
    return judged('refused', `${status} to another URL with error=${said.split(' ')[0]?.slice(0, 60)}`);
  if (isAt(location, redirectUri)) {
    const error = /[?&#]error=([\w-]{1,60})/.exec(location)?.[1];
    return judged(
      'accepted',
      error === undefined ? `${status} back to it` : `${status} back to it with error=${error}`,
    );
  }
  return judged('goes on to login', `${status} to ${location.split(/[?#]/)[0]?.slice(0, 60)}`);
}

const MISMATCH = /^redirect_(uri_)?mismatch\b|redirect[ _-]?ur[il]\b.*\b(match|regist)/i;

/** `error` and `error_description` of a URL; empty where it has no error. */
function errorIn(location: string): string {
  const { searchParams } = URL.canParse(location) ? new URL(location) : new URL('http://none.invalid');
  const error = searchParams.get('error') ?? '';
  return error === '' ? '' : `${error} ${searchParams.get('error_description') ?? ''}`;
}

function isAt(location: string, redirectUri: string): boolean {
  const [one, other] = [uriParts(location), uriParts(redirectUri)];
  const same = (name: 'scheme' | 'host' | 'port' | 'path') => one[name]?.text === other[name]?.text;
  // Some servers add the slash of a bare host.
  return (
    same('scheme') &&
    same('host') &&
    same('port') &&
    (same('path') || (one.path.text === '/' && other.path.text === ''))
  );
}

/** The words about the redirect_uri or the client, out of all that a page says. */
function said(words: string): string {
  const at = [/redirect_uri/i, /redirect uri/i, /client_id|invalid_client/i]
    .map((pattern) => words.search(pattern))
    .find((index) => index !== -1);
  return at === undefined ? '' : `"${words.slice(Math.max(0, at - 4), at + 56).trim()}"`;
}
