import { doctorCommand, type RedirectUriQuestion } from '../redirect-uri/doctor-command.ts';
import type { NamedText } from './diagnosis.ts';
import { withoutSecrets } from './mask.ts';

/** The command that leads on after a redirect_uri was not accepted, filled in with what is known. */
export function compareCommand({ requested, registered = [], provider }: RedirectUriQuestion): NamedText {
  const text = doctorCommand({
    provider,
    requested: requested === undefined ? undefined : withoutSecrets(requested),
    registered: registered.map(withoutSecrets),
  });
  return { name: 'next, compare what is sent with what is registered', text };
}
