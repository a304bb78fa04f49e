import type { ProblemCause } from '../../providers/facts.ts';

const WRONG =
  /mis-?match|\b(?:no|not|never|cannot|does ?n[o'’]t|is ?n[o'’]t|was ?n[o'’]t)\b[^.!?]{0,40}\b(?:match|valid|allow|permit|regist|found|exist|known|recogni[sz]|accept|support|correct|same|equal|provided|sent|given)|invalid|illegal|malformed|unknown|unrecogni[sz]ed|missing|required|wrong|incorrect|unexpected|expired|differ|failed|\bbad\b|\bmust\b/i;

/** What a sentence may be about, and what is wrong then; the more telling first. */
const SUBJECTS: readonly (readonly [RegExp, ProblemCause])[] = [
  [/\bPKCE\b|proof key for code exchange|code[_ ](?:verifier|challenge)/i, 'pkce'],
  [/client[_ ](?:secret|credentials|authentication)/i, 'client-authentication'],
  [/client[_ -]?id(?:entifier)?\b/i, 'client-id'],
  [/\bnonce\b|\bid[_ ]token\b|\bissuer\b|\baudience\b/i, 'id-token'],
  [/\bstate (?:parameter|mismatch|value)|\binvalid state\b(?! error)/i, 'state'],
  [/\bscopes?\b/i, 'scope'],
  [/authori[sz]ation code/i, 'code'],
  [/(?:access|refresh|bearer)[_ ]token/i, 'token'],
];

/** What a client prints when no response came. */
const NETWORK =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_HAS_EXPIRED)\b|unable to verify the first certificate|self[- ]signed certificate|certificate has expired|socket hang up|could not resolve host|connection refused/i;

/**
 * What words are about, whoever says them, where nothing better is known.
 *
 * @returns undefined where they speak of nothing that can be told
 */
export function spokenOf(words: string): ProblemCause | undefined {
  const text = words.slice(0, 5000);
  if (NETWORK.test(text)) return 'network';
  const sentences = text.split(/[.!?;]\s+|\n/).filter((sentence) => WRONG.test(sentence));
  return SUBJECTS.find(([subject]) => sentences.some((sentence) => subject.test(sentence)))?.[1];
}
