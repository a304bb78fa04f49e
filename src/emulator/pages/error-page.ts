import { html, type SafeHtml } from '../../html/html.ts';
import { ERROR_PAGE_HEADING } from '../../providers/linkedin/authorization-errors.ts';
import { note } from './layout.ts';

/** Title of every error page; that of the real one was never recorded. */
export const ERROR_TITLE = 'Error | LinkedIn';

/** An error page of the authorization server: LinkedIn's heading and text, then the emulator's explanation. */
export function errorPage(text: string, explanation: SafeHtml | string): SafeHtml {
  return html`<section class="card">
<h1>${ERROR_PAGE_HEADING}</h1>
<p>${text}</p>
${note(explanation)}
</section>`;
}
