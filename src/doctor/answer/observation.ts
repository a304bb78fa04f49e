import type { ErrorPlace } from '../../providers/error-case.ts';
import type { ProviderFacts } from '../../providers/facts.ts';
import type { Profile } from '../../providers/profile.ts';
import type { RecognizedProvider } from '../../providers/recognize.ts';
import type { Page } from '../read-page.ts';

/** An answer of a server, as far as it was handed over. */
export interface Answer {
  readonly form: 'empty' | 'binary' | 'json' | 'page' | 'parameters' | 'text';
  readonly status?: number;
  /** `error` of OAuth, or `code` of an API. */
  readonly error?: string;
  readonly serviceErrorCode?: number;
  /** Everything that could name the reason: descriptions, messages, the text of a page; without escapes. */
  readonly words: string;
  /** All that was read, in the form in which a person would read it: what the texts of providers are looked for in. */
  readonly everything: string;
  readonly page?: Page;
  /** The answer brings a token or a code: it is no refusal. */
  readonly isSuccess: boolean;
  /** Whether only the beginning was read. */
  readonly isCut: boolean;
  /** Where the answer comes from, as far as its form tells. */
  readonly places: readonly ErrorPlace[];
}

/** An answer, and whose it is. */
export interface AnswerObservation {
  readonly kind: 'answer';
  /** Of the provider that was recognized or named; otherwise what is true of any server. */
  readonly profile: Pick<Profile, 'id' | 'name' | 'errors'> & Partial<Pick<Profile, 'scopes' | 'facts'>>;
  readonly answer: Answer;
  /** Whose texts may be looked for; left out: those of the profile alone. */
  readonly atlas?: readonly ProviderFacts[];
  /** Whose error response it is by what it says. */
  readonly recognized?: RecognizedProvider | undefined;
  /** The redirect_uri that had been sent, where that is known. */
  readonly redirectUri?: string;
}
