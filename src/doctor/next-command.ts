import { shellWord } from '../shell-word.ts';
import type { NamedText } from './diagnosis.ts';
import { withoutSecrets } from './mask.ts';

/** The values that are known of a redirect_uri that was not accepted. */
export interface KnownValues {
  readonly requested?: string | undefined;
  readonly registered?: readonly string[] | undefined;
  /** Its name in the atlas. */
  readonly provider?: string | undefined;
}

/**
 * The command that leads on after a redirect_uri was not accepted, filled in with what is known; for what is not,
 * a word in capital letters stands.
 */
export function compareCommand({ requested, registered = [], provider }: KnownValues): NamedText {
  const values = registered.length > 0 ? registered : ['REGISTERED_URI'];
  const words = [
    'legwork doctor redirect-uri --requested',
    shellWord(withoutSecrets(requested ?? 'SENT_URI')),
    ...values.flatMap((value) => ['--registered', shellWord(withoutSecrets(value))]),
    ...(provider === undefined ? [] : ['--provider', shellWord(provider)]),
  ];
  return { name: 'Next, compare what is sent with what is registered', text: words.join(' ') };
}
