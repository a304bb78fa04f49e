import { shellWord } from '../shell-word.ts';
import { withMaskedValues, withoutResponse } from './response-parameters.ts';

/** Two redirect URIs, and who compares them. */
export interface RedirectUriQuestion {
  /** What `--provider` takes; left out: strict comparison. */
  readonly provider?: string | undefined;
  /** Left out: the person must fill it in. */
  readonly requested?: string | undefined;
  readonly registered?: readonly string[];
  /** `live`: ask the provider itself; `emulator`: what legwork asks without being told. */
  readonly probe?: 'emulator' | 'live' | undefined;
}

/**
 * The command that explains a rejected redirect_uri, ready to be copied into a shell. Every place that shows such a
 * rejection ends with it.
 */
export function doctorCommand({ provider, requested, registered = [], probe }: RedirectUriQuestion): string {
  return [
    'legwork doctor redirect-uri',
    ...(provider === undefined ? [] : ['--provider', shellWord(provider)]),
    '--requested',
    requested === undefined ? 'URI' : shellWord(shown(requested)),
    ...registered.flatMap((uri) => ['--registered', shellWord(shown(uri))]),
    ...(probe === undefined ? [] : ['--probe']),
    ...(probe === 'live' ? ['--target live'] : []),
  ].join(' ');
}

/** No code, state or token of a callback gets into a command that somebody copies. */
function shown(uri: string): string {
  return withMaskedValues(withoutResponse(uri));
}
