import type { ProblemCause } from '../../providers/facts.ts';

/** What servers call it. */
const SUBJECT =
  /(?:redirect(?:ion)?|reply|callback|return)[\s_-]{0,2}(?:ur[il]s?|address(?:es)?)\b(?!["']?\s{0,2}=\s{0,2}["']?https?:|["']\s{0,2}:\s{0,2}["']https?:)|\b(?:registered|provided|configured) callback\b/i;

/** What servers say of it when they do not take it. */
const TROUBLE =
  /mis-?match|\b(?:no|not|never|cannot|does ?n[o'’]t|did ?n[o'’]t|is ?n[o'’]t|was ?n[o'’]t)\b[^.!?]{0,60}\b(?:match|valid|allow|permit|regist|authori[sz]|whitelist|white-list|configur|found|accept|approv|associat|support|identical|recogni[sz]|known|trust|list|equal|same|correspond|secure)|invalid|illegal|malformed|insecure|un(?:registered|authori[sz]ed|known|approved|supported|trusted|safe)|disallowed|blocked|forbidden|reject|refus|denied|missing|required|wrong|incorrect|differ|\bbad\b|\bmust\b|\bshould (?:be|match)/i;

/** JavaScript origins are registered elsewhere, and are not a redirect URI. */
const ORIGIN = /java ?script origin|\borigin[_ ]?mismatch|cross-origin/i;

/** Words of the token endpoint: it compares with the authorization request, not with the registration. */
const AT_TOKEN =
  /invalid_grant|authori[sz]ation code|(?:in|from|of|by|with|to|for) (?:the |an? )?(?:initial |original )?authori[sz](?:ation|e) request|(?:when|while) requesting|(?:requesting|obtain\w*|issu\w*) (?:the |an? )?code|oauth dialog|token request|initial(?:ly)? .{0,20}request/i;

/** Names that are codes: they are looked at last, because words say more. */
const CODES =
  /\b(?:[a-z]+_)*redirect_ur[il](?:_[a-z]+)+\b|\b(?:bad|invalid|missing|unregistered|wrong|unknown|incorrect|mismatch(?:ed|ing)?)_(?:[a-z]+_)*(?:redirect_ur[il]|callback(?:_ur[il])?)\b|\b(?:redirect(?:_ur[il])?|callback(?:_ur[il])?)_mismatch\b/gi;

/**
 * Whether a text says that a redirect URI is not taken, whoever says it and in whatever words; and where.
 *
 * @returns undefined where it speaks of something else
 */
export function aboutRedirectUri(words: string, error = ''): ProblemCause | undefined {
  if (ORIGIN.test(words)) return undefined;
  const isMeant = sentencesOf(words.replace(CODES, ' ')).some(
    (sentence) => SUBJECT.test(sentence) && TROUBLE.test(sentence.replace(/redirect_ur[il]_mismatch/gi, ' ')),
  );
  if (!isMeant) return undefined;
  return AT_TOKEN.test(`${error} ${words}`) ? 'redirect-uri-at-token' : 'redirect-uri';
}

/** The same for a code alone: `redirect_uri_mismatch`. */
export function codeAboutRedirectUri(error: string): ProblemCause | undefined {
  CODES.lastIndex = 0;
  return CODES.test(error) ? 'redirect-uri' : undefined;
}

/** Pieces in which subject and trouble must stand together; a dot within a URL ends none. */
function sentencesOf(words: string): string[] {
  return words
    .slice(0, 20_000)
    .split(/[.!?]\s+|\n\s*\n/)
    .flatMap((sentence) => {
      const at = SUBJECT.exec(sentence)?.index;
      return at === undefined ? [] : [sentence.slice(Math.max(0, at - 120), at + 200)];
    });
}
