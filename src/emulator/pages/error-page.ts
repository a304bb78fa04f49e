import { html, type SafeHtml } from '../../html/html.ts';
import { ERROR_PAGE_HEADING } from '../../providers/linkedin/authorization-errors.ts';
import { visible } from '../../redirect-uri/characters.ts';
import { doctorCommand } from '../../redirect-uri/doctor-command.ts';
import { withMaskedValues } from '../../redirect-uri/response-parameters.ts';
import { note } from './layout.ts';

/** Title of every error page; that of the real one was never recorded. */
export const ERROR_TITLE = 'Error | LinkedIn';

/**
 * An error page of the authorization server: LinkedIn's heading and text, then the emulator's explanation. The emulator
 * knows what LinkedIn does not tell: both redirect URIs, where they do not match.
 */
export function errorPage(
  text: string,
  explanation: SafeHtml | string,
  redirectUris?: { readonly sent: string; readonly registered: readonly string[] },
): SafeHtml {
  return html`<section class="card">
<h1>${ERROR_PAGE_HEADING}</h1>
<p>${text}</p>
${note(explanation, redirectUris && bothRedirectUris('linkedin', redirectUris))}
</section>`;
}

/** A page that lists more values is not read. */
const MOST_SHOWN = 5;

/** Both redirect URIs, and the command that compares them by the rule of the provider. */
export function bothRedirectUris(
  provider: string,
  { sent, registered }: { readonly sent: string; readonly registered: readonly string[] },
): SafeHtml {
  const shown = registered.slice(0, MOST_SHOWN);
  const command = doctorCommand({ provider, requested: sent, registered: shown });
  const rest = registered.length - shown.length;
  return html`
<p>Sent: <code>${visible(withMaskedValues(sent))}</code></p>
${shown.map((uri) => html`<p>Registered: <code>${visible(uri)}</code></p>\n`)}${rest > 0 && html`<p>And ${String(rest)} more.</p>\n`}<p>What differs, and what to do: <code>${command}</code></p>
<p>With <code>--probe</code> it asks the server which values it accepts.</p>`;
}
